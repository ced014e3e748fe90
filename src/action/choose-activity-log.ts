import type { GivenOptions } from '../run/normalize-options.js'
import { isRepositoryPrivate } from './is-repository-private.js'

/**
 * The value of `activity-log: auto` in an action: `show` in a private repository, `hide` in a public one, whose logs
 * everybody can read, and if the visibility is unknown.
 */
export async function chooseActivityLog(
  { activityLog = 'auto', githubToken }: GivenOptions,
  environment: Readonly<Record<string, string | undefined>>
): Promise<'show' | 'hide'> {
  if (activityLog !== 'auto') return activityLog
  return (await isRepositoryPrivate(githubToken, environment)) === true ? 'show' : 'hide'
}
