import type { Problem } from '../../errors.js'
import type { ComposerAuth } from '../../project/composer-auth.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { repositoryLogin } from '../../project/repository-login.js'
import type { RepositoryAnswer } from '../../tools/composer/composer-repository.js'

/** Asks one repository with these headers; see `probeRepository`. */
export type Probe = (url: string, headers: Readonly<Record<string, string>>) => Promise<RepositoryAnswer>

/** The credentials for Composer, and where those of each host come from. */
export interface CheckedKeys {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  /** Hosts whose given keys replace those in an address of composer.json. */
  readonly overruled: ReadonlySet<string>
}

/** Ids of the problems that a repository's answer can cause. An answer that Composer itself can read causes none. */
export const repositoryProblemIds = ['composer-credentials', 'composer-network'] as const

/**
 * Problems with the repositories: keys that are missing or rejected, or no answer. Keys are never shown. Reports
 * nothing if it is not known how Composer would authenticate.
 */
export async function checkCredentials(
  probe: Probe,
  repositories: readonly ComposerRepository[],
  keys: CheckedKeys
): Promise<readonly Problem[]> {
  const found = repositories.map(async (repository) => {
    const login = repositoryLogin(repository, keys)
    if (login === null) return []
    const problem = explain(repository.host, login.source, await probe(repository.url, login.headers))
    return problem === null ? [] : [problem]
  })
  return (await Promise.all(found)).flat()
}

const provide =
  'Give composer-username and composer-password (the public and private key of the Marketplace account), COMPOSER_AUTH, or an auth.json in the project root.'
const network = 'Check the network, proxy and certificates of this machine, then run again.'

function explain(host: string, source: string | null, { status, failure }: RepositoryAnswer): Problem | null {
  const refused = (message: string, fix: string): Problem => problem('composer-credentials', message, fix)
  const unread = (message: string): Problem => problem('composer-network', message, network)
  if (status === null) return unread(`${host} cannot be reached: ${failure ?? 'no reason given'}.`)
  if (status === 200) return failure === null ? null : unread(`${host} cannot be used: ${failure}.`)
  // Composer may have other credentials for the address that it redirects to.
  if (status >= 300 && status < 400) return null
  switch (status) {
    case 401:
      return source === null
        ? refused(`${host} needs keys, and there are none for it.`, provide)
        : refused(
            `${host} rejects the keys (401) from ${source}.`,
            'Check that the public key is the user name and the private key the password, and that the pair has not been revoked.'
          )
    case 403:
      return refused(
        `${host} ${source === null ? '' : 'accepts the keys but '}denies access (403).`,
        'Check that the account is entitled to Adobe Commerce, and that this machine is not blocked.'
      )
    case 404:
      return refused(
        `${host} answers 404: it offers no packages for these keys.`,
        'Check that the keys belong to the account with the Adobe Commerce licence; the repository hides packages that an account has no access to.'
      )
    default:
      return unread(`${host} cannot be reached: HTTP ${status}.`)
  }
}

function problem(id: (typeof repositoryProblemIds)[number], message: string, fix: string): Problem {
  return { id, severity: 'error', message, fix }
}
