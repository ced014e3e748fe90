import { cp, mkdir, rename, rm, symlink, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runProgram } from '../services/run-program.js'

/** Folders that stay when the code is replaced, as on the platform. */
const mounts = ['var', 'app/etc', 'pub/media', 'pub/static']

/** Where the code of one environment lives. */
export interface AppPlaces {
  /** Symbolic link to the release that runs. */
  readonly appRoot: string
  readonly mounts: string
  readonly releases: string
  /** Programs that know the hosts of the platform's own network. */
  readonly clients: string
}

/** Places below the sandbox's folder. */
export function appPlaces(directory: string, environment: string): AppPlaces {
  const folder = join(directory, 'environments', environment)
  const at = (name: string): string => join(folder, name)
  return { appRoot: at('app'), mounts: at('mounts'), releases: at('releases'), clients: at('bin') }
}

/** Build phase: the commit's files, `composer install --no-dev`, the build scenarios. Reports each program's output. */
export async function buildRelease(options: {
  readonly repository: string
  readonly commit: string
  readonly release: string
  readonly env: Readonly<Record<string, string>>
  readonly tell: (text: string) => void
}): Promise<void> {
  const { repository, commit, release, env, tell } = options
  await mkdir(release, { recursive: true })
  const git = { cwd: release, env: { ...env, GIT_INDEX_FILE: join(dirname(release), `index-${commit}`) } }
  await runProgram(
    ['git', `--git-dir=${repository}`, `--work-tree=${release}`, 'checkout', '--force', commit, '--', '.'],
    git
  )
  tell('Installing dependencies with composer install --no-dev')
  const platform = { MAGENTO_CLOUD_PROJECT: env['MAGENTO_CLOUD_PROJECT'] ?? '' }
  // This machine's PHP is not the declared one; what the platform would check was resolved already.
  const install = ['composer', 'install', '--no-dev', '--no-progress', '--ignore-platform-reqs', '--no-ansi'] as const
  await runProgram([...install], { cwd: release, env: { ...env, ...platform } })
  for (const scenario of ['scenario/build/generate.xml', 'scenario/build/transfer.xml']) {
    tell((await runProgram(['php', './vendor/bin/ece-tools', 'run', scenario], { cwd: release, env })).stdout)
  }
}

/** Moves the release's writable folders into the mounts and lets the application root point to it. */
export async function switchRelease({ appRoot, mounts: root }: AppPlaces, release: string): Promise<void> {
  for (const mount of mounts) {
    const [inRelease, kept] = [join(release, mount), join(root, mount)]
    await mkdir(kept, { recursive: true })
    await mkdir(inRelease, { recursive: true })
    await cp(inRelease, kept, { recursive: true, force: true })
    await rm(inRelease, { recursive: true })
    await symlink(kept, inRelease)
  }
  // A rename replaces the link atomically: no login finds the root missing.
  await unlink(`${appRoot}.next`).catch(() => undefined)
  await symlink(release, `${appRoot}.next`)
  await rename(`${appRoot}.next`, appRoot)
}
