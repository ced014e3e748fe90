import type { Logger } from '../../logger.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { repositoryLogin } from '../../project/repository-login.js'
import { askOnce, type RepositoryProbe } from '../../tools/composer/composer-repository.js'
import type { CheckedKeys } from './check-credentials.js'

const longestPause = 120

/**
 * Waits before Composer asks its repositories once more, as long as the one that is overloaded says (Retry-After), else 5,
 * then 20 seconds. False where one wants more than two minutes: then to wait is for the user to decide.
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
    tools.logger.warn(`A package repository asks to be left alone for ${pause} seconds: too long to wait for.`)
    return false
  }
  tools.logger.warn(`A package repository is overloaded: Composer tries again in ${pause} seconds.`)
  await tools.clock.pause(pause)
  return true
}
