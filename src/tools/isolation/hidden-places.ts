import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { temporaryFolder, userFolder } from '../files/private-folder.js'
import type { CommandWorld } from './command-world.js'

/** What a command of third-party code must not see, and the folders for temporary files. */
export interface HiddenPlaces {
  /** Folders to cover with empty ones, none of them below another. */
  readonly hidden: readonly string[]
  /** Files to cover with an empty one: credentials of other steps, and sockets that reach outside. */
  readonly masked: readonly string[]
  readonly sealed: readonly string[]
  /** Folders for temporary files. */
  readonly common: readonly string[]
}

const sockets = [
  '/run/docker.sock',
  '/var/run/docker.sock',
  '/run/podman/podman.sock',
  '/run/containerd/containerd.sock'
]

/** The present places of this machine and this run. */
export async function hiddenPlaces(world: CommandWorld): Promise<HiddenPlaces> {
  const parents = [...new Set([temporaryFolder(), tmpdir()])]
  // Existing folders are covered, and so is anything that another run puts into them later.
  await Promise.all(parents.map(userFolder))
  const private_ = parents.flatMap((parent) => entries(parent, /^magento-cloud-upgrade-/))
  const runner = process.env['RUNNER_TEMP'] ?? ''
  const home = process.env['HOME'] ?? ''
  const others = [
    // Later steps take their environment and PATH from these.
    ...(runner === '' ? [] : [join(runner, '_runner_file_commands')]),
    ...(home === '' ? [] : [join(home, '.magento-cloud')]),
    // Sockets of the user's services, which start programs outside.
    `/run/user/${process.getuid?.() ?? 0}`,
    ...world.hidden
  ]
  const hidden = [...others, ...private_].map((path) => resolve(path)).filter((path) => existsSync(path))
  const uncovered = (path: string): boolean => !hidden.some((other) => path.startsWith(`${other}/`))
  return {
    hidden: hidden.filter((path) => uncovered(path) && !world.writable.includes(path)),
    masked: [...sockets, ...(runner === '' ? [] : entries(runner, /^git-credentials-/))].filter((path) =>
      existsSync(path)
    ),
    sealed: [...world.sealed, ...programFolders(process.argv[1] ?? '/')].filter((path) => existsSync(path)),
    common: [...new Set(['/tmp', '/var/tmp', tmpdir()])].filter((path) => existsSync(path))
  }
}

/** The folder of the running program: its entry file loads the bundle next to its own folder. */
function programFolders(entry: string): readonly string[] {
  return [join(entry, '..'), join(entry, '..', '..', 'bundle')]
}

function entries(folder: string, name: RegExp): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((entry) => name.test(entry))
    .map((entry) => join(folder, entry))
}
