import { UpgradeError } from '../errors.js'
import type { GivenOptions } from '../run/normalize-options.js'
import { isRepositoryPrivate } from './is-repository-private.js'
import { readEvent } from './read-event.js'

/**
 * Refuses artifacts of a public repository: anyone signed in to GitHub can download them. Throws UpgradeError
 * `bad-input` for a public repository, and if neither the event nor GitHub says which it is.
 */
export async function refusePublicRepository(
  { githubToken }: GivenOptions,
  environment: Readonly<Record<string, string | undefined>>
): Promise<void> {
  const { repository } = await readEvent(environment)
  const name = environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? ''
  const isPrivate = await isRepositoryPrivate(githubToken, environment)
  if (isPrivate === true) return
  throw new UpgradeError('bad-input', {
    message:
      isPrivate === false
        ? `backup-artifact is set, but ${name} is a public repository: everybody could download the dump.`
        : `backup-artifact is set, but it is unknown whether ${name || 'this repository'} is public.`,
    next: isPrivate === false ? 'Leave backup-artifact out.' : 'Give github-token, so that GitHub can be asked.'
  })
}
