import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../../logger.js'
import type { CliRelease } from './cli-release.js'
import { downloadPhar, pharError, type Download } from './download-phar.js'
import { cachedPhar, keepPhar, sha256Of } from './phar-cache.js'

/** What {@link installPhar} works with. */
export interface InstallInput extends Download {
  /** A private folder of this run. */
  readonly folder: string
  readonly logger: Logger
}

/**
 * Puts the phar of a release into `folder`, from the cache or by download, and returns its path. The copy in the private
 * folder is what is checked and what is run: nobody can change the one after the other. Throws `preflight-failed`
 * for a wrong checksum, and what `downloadPhar` throws.
 */
export async function installPhar(input: InstallInput, release: CliRelease): Promise<string> {
  const { folder, environment, logger } = input
  const phar = join(folder, 'magento-cloud.phar')
  const cached = cachedPhar(environment, release)
  if (cached !== null && (await copied(cached, phar))) {
    if ((await sha256Of(phar)) === release.sha256) {
      logger.info(`magento-cloud ${release.version} comes from the cache, its checksum is right.`)
      return phar
    }
    logger.warn(`${cached} is not what was kept there: magento-cloud ${release.version} is downloaded anew.`)
  }
  await downloadPhar(input, release, phar)
  const sha256 = await sha256Of(phar)
  if (sha256 !== release.sha256) {
    const what = `has the checksum ${sha256 ?? '(none)'} instead of ${release.sha256}.`
    throw pharError('preflight-failed', release, what, 'Compare cli-sha256 with what you trust, and check cli-url.')
  }
  logger.info(`magento-cloud ${release.version} was downloaded, its checksum is right.`)
  if (cached !== null)
    await keepPhar(phar, cached).catch((error: unknown) => {
      logger.warn(`magento-cloud could not be kept for the next run: ${String(error)}`)
    })
  return phar
}

async function copied(from: string, to: string): Promise<boolean> {
  return copyFile(from, to).then(
    () => true,
    () => false
  )
}
