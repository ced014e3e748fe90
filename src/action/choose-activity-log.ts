import type { GivenOptions } from '../run/normalize-options.js'
import { isRepositoryPrivate } from './is-repository-private.js'

/**
 * What becomes of `activity-log: auto` in an action: `show` in a private repository, `hide` in a public one, whose logs
 * everybody can read, and where nobody says which it is.
 */
export async function chooseActivityLog(
  { activityLog = 'auto', githubToken }: GivenOptions,
  environment: Readonly<Record<string, string | undefined>>
): Promise<'show' | 'hide'> {
  if (activityLog !== 'auto') return activityLog
  return (await isRepositoryPrivate(githubToken, environment)) === true ? 'show' : 'hide'
}
