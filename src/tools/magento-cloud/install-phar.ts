import { copyFile, chmod, readFile, rename, rm } from 'node:fs/promises'
import { join, dirname } from 'node:path'
import type { Logger } from '../../logger.js'
import type { CliRelease } from './cli-release.js'
import { downloadPhar, pharError, type Download } from './download-phar.js'
import { createHash, randomUUID } from 'node:crypto'
import type { Environment } from '../process/child-environment.js'
import { makeFolders } from '../files/make-folders.js'

/** What {@link installPhar} works with. */
interface InstallInput extends Download {
  /** A private folder of this run. */
  readonly folder: string
  readonly logger: Logger
}

/**
 * Puts the phar of a release into `folder`, from the cache or by download, and returns its path. The copy in the
 * private folder is both checked and run, so that nobody can change it in between. Throws `preflight-failed` for a
 * wrong checksum, and what `downloadPhar` throws.
 */
export async function installPhar(input: InstallInput, release: CliRelease): Promise<string> {
  const { folder, environment, logger } = input
  const phar = join(folder, 'magento-cloud.phar')
  const cached = cachedPhar(environment, release)
  if (cached !== null && (await copied(cached, phar))) {
    if ((await sha256Of(phar)) === release.sha256) {
      logger.info(`magento-cloud ${release.version} is in the cache, and its checksum is right.`)
      return phar
    }
    logger.warn(`${cached} has changed since it was stored; magento-cloud ${release.version} is downloaded again.`)
  }
  await downloadPhar(input, release, phar)
  const sha256 = await sha256Of(phar)
  if (sha256 !== release.sha256) {
    const what = `has the checksum ${sha256 ?? '(none)'} instead of ${release.sha256}.`
    throw pharError('preflight-failed', release, what, 'Compare cli-sha256 with what you trust, and check cli-url.')
  }
  logger.info(`magento-cloud ${release.version} was downloaded, and its checksum is right.`)
  if (cached !== null)
    await keepPhar(phar, cached).catch((error: unknown) => {
      logger.warn(`magento-cloud could not be stored for the next run: ${String(error)}`)
    })
  return phar
}

async function copied(from: string, to: string): Promise<boolean> {
  return copyFile(from, to).then(
    () => true,
    () => false
  )
}

/** SHA-256 of a file in hex, or null if it cannot be read. */
export async function sha256Of(file: string): Promise<string | null> {
  const content = await readFile(file).catch(() => null)
  return content && createHash('sha256').update(content).digest('hex')
}

/**
 * The path of a release in the cache: below the runner's tool cache, or the user's own cache. The checksum in the name
 * separates two files of one version. Null if the environment names no such folder.
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

/** Puts a file into the cache atomically, private (0600 below 0700); throws if that fails. */
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
