import { randomInt } from 'node:crypto'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunCommand } from '../process/command.js'
import { emptyFolders } from './server-options.js'

/** How to start programs that read data from a server. */
export interface Confinement {
  /** Folder that they can reach; parent of a private one. */
  readonly parent: string
  /** Makes their private folder inside one of this process; returns its path. */
  readonly makeHome: (folder: string) => Promise<string>
  /** The command line that runs one with minimal rights. */
  readonly confined: (argv: readonly string[]) => [string, ...string[]]
}

// Limits for the address space, of which a server reserves more than it uses, and for one file.
const memoryBytes = 8 * 2 ** 30
const fileBytes = 256 * 2 ** 30
// Above the ids of real users, so that no other process shares it.
const [firstUser, lastUser] = [1_000_000_000, 2_000_000_000]

/**
 * Finds out how programs can be confined on this machine: without network if it has namespaces, with limits, and as a
 * separate user if this process is root. Null if root cannot drop its rights (setpriv is missing).
 */
export async function findConfinement(
  run: RunCommand,
  env: Readonly<Record<string, string>>
): Promise<Confinement | null> {
  const works = async (before: readonly string[], ...test: readonly string[]): Promise<boolean> =>
    (await run(nonEmpty([...before, ...(test.length > 0 ? test : ['true'])]), { env })).exitCode === 0
  const user = process.getuid?.() === 0 ? randomInt(firstUser, lastUser) : null
  const asUser = user === null ? [] : dropRights(user)
  const alone = user === null ? ['unshare', '--user', '--map-current-user', '--net'] : ['unshare', '--net']
  const limits = ['prlimit', `--as=${memoryBytes}`, `--fsize=${fileBytes}`, '--core=0']
  const before = [...((await works(alone)) ? alone : []), ...((await works(limits)) ? limits : []), ...asUser]
  for (const parent of [tmpdir(), '/tmp', '/var/tmp'])
    if (await works(asUser, 'test', '-x', parent))
      return {
        parent,
        makeHome: (folder) => makeHome(folder, user),
        confined: (argv) => nonEmpty([...before, ...argv])
      }
  return null
}

async function makeHome(folder: string, user: number | null): Promise<string> {
  const home = join(folder, 'home')
  const empty = emptyFolders.map((name) => join(home, name))
  await mkdir(home, { mode: 0o700 })
  for (const path of empty) await mkdir(path, { mode: 0o500 })
  if (user === null) return home
  // The folder around it belongs to this process; others may only pass through.
  await chmod(folder, 0o711)
  for (const path of [home, ...empty]) await chown(path, user, user)
  return home
}

function dropRights(user: number): readonly string[] {
  const ids = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups']
  return ['setpriv', ...ids, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all']
}

function nonEmpty([program = 'true', ...rest]: readonly string[]): [string, ...string[]] {
  return [program, ...rest]
}
