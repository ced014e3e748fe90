import { isAbsolute, join } from 'node:path'
import type { Environment } from '../process/child-environment.js'

/** The variable that names the folder of the cache between runs; `off` for no cache. */
export const cacheVariable = 'MAGENTO_CLOUD_UPGRADE_CACHE'

/**
 * The cache folder of this user, or null. On CI runners, where the next job may be somebody else's, there is no cache
 * unless the variable names a folder.
 */
export function cacheFolder(environment: Environment): string | null {
  const named = environment[cacheVariable] ?? ''
  if (named !== '') return isAbsolute(named) ? named : null
  if (isSet(environment['CI']) || isSet(environment['GITHUB_ACTIONS'])) return null
  const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = environment
  if (isAbsolute(cache)) return join(cache, 'magento-cloud-upgrade')
  return isAbsolute(home) ? join(home, '.cache', 'magento-cloud-upgrade') : null
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false'
}
