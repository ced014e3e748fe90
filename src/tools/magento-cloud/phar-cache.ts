import { createHash, randomUUID } from 'node:crypto'
import { chmod, copyFile, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CliRelease } from './cli-release.js'
import type { Environment } from '../process/child-environment.js'
import { makeFolders } from '../files/make-folders.js'

/** SHA-256 of a file in hex, or null where it cannot be read. */
export async function sha256Of(file: string): Promise<string | null> {
  const content = await readFile(file).catch(() => null)
  return content && createHash('sha256').update(content).digest('hex')
}

/**
 * Where a release is kept between runs: below the runner's tool cache, or the user's own cache. The checksum in the
 * name keeps two files of one version apart. Null where the environment names no such folder.
 */
export function cachedPhar(environment: Environment, { version, sha256 }: CliRelease): string | null {
  const { RUNNER_TOOL_CACHE: runner, XDG_CACHE_HOME: cache, HOME: home } = environment
  const folders = [
    [runner, ''],
    [cache, 'magento-cloud-upgrade'],
    [home, '.cache/magento-cloud-upgrade']
  ]
  const [root = '', below = ''] = folders.find(([folder]) => folder !== undefined && folder !== '') ?? []
  return root === '' ? null : join(root, below, 'magento-cloud', version, `${sha256}.phar`)
}

/** Puts a file into the cache at once or not at all, its owner's alone (0600 below 0700); throws where that fails. */
export async function keepPhar(file: string, cached: string): Promise<void> {
  const folder = dirname(cached)
  await makeFolders(folder, 0o700)
  const temporary = join(folder, `.${randomUUID()}`)
  try {
    await copyFile(file, temporary)
    await chmod(temporary, 0o600)
    await rename(temporary, cached)
  } finally {
    await rm(temporary, { force: true })
  }
}
