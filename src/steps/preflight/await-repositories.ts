import type { Logger } from '../../logger.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { repositoryLogin } from '../../project/repository-login.js'
import { askOnce, type RepositoryProbe } from '../../tools/composer/composer-repository.js'
import type { CheckedKeys } from './check-credentials.js'

const longestPause = 120

/**
 * Waits before Composer asks its repositories again: as long as the overloaded one says (Retry-After), otherwise 5,
 * then 20 seconds. Returns false if one wants more than two minutes; waiting that long is the user's decision.
 */
export async function awaitRepositories(
  tools: RepositoryProbe & { readonly logger: Logger },
  repositories: readonly ComposerRepository[],
  keys: CheckedKeys,
  attempt: number
): Promise<boolean> {
  const asked = repositories.map(async (repository) => {
    const login = repositoryLogin(repository, keys)
    return login === null ? 0 : ((await askOnce(tools, repository.url, login.headers)).retryAfterSeconds ?? 0)
  })
  const pause = Math.max(0, ...(await Promise.all(asked))) || 5 * 4 ** (attempt - 1)
  if (pause > longestPause) {
    tools.logger.warn(`A package repository asks for a pause of ${pause} seconds, which is too long to wait.`)
    return false
  }
  tools.logger.warn(
    `A package repository is overloaded; Composer tries again in ${pause === 1 ? '1 second' : `${pause} seconds`}.`
  )
  await tools.clock.pause(pause)
  return true
}
