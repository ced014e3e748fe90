import type { Problem } from '../../errors.js'
import type { ComposerAuth } from '../../project/composer-auth.js'
import type { RepositoryAnswer } from '../../tools/composer-repository.js'

/** Asks one repository; see `probeRepository`. */
export type Probe = (
  url: string,
  keys: { readonly username: string; readonly password: string } | null
) => Promise<RepositoryAnswer>

/** One Composer repository of the project. */
export interface Repository {
  readonly url: string
  /** `host`, or `host:port` for another port than the scheme's own: the key of auth.json. */
  readonly host: string
}

/** Problems with the keys: missing, or not accepted by the repository. Keys are never shown. */
export async function checkCredentials(
  probe: Probe,
  repositories: readonly Repository[],
  auth: ComposerAuth
): Promise<readonly Problem[]> {
  const found = repositories.map(async ({ url, host }) => {
    const keys = auth['http-basic']?.[host] ?? null
    const answer = await probe(url, keys)
    const problem = explain(host, keys !== null, answer)
    return problem === null ? [] : [problem]
  })
  return (await Promise.all(found)).flat()
}

function explain(host: string, hasKeys: boolean, { status, failure }: RepositoryAnswer): Problem | null {
  if (status === 200) return null
  const [message, fix] = words(host, hasKeys, status, failure)
  return { id: 'composer-credentials', severity: 'error', message, fix }
}

const provide =
  'Give composer-username and composer-password (the public and private key of the Marketplace account), COMPOSER_AUTH, or an auth.json in the project root.'

function words(host: string, hasKeys: boolean, status: number | null, failure: string | null): [string, string] {
  if (status === 401 && !hasKeys) return [`${host} wants keys, and there are none for it.`, provide]
  switch (status) {
    case 401:
      return [
        `${host} does not accept the keys (401).`,
        'Check that the public key is the user name and the private key the password, and that the pair was not revoked.'
      ]
    case 403:
      return [
        `${host} knows the keys but refuses access (403).`,
        'Check that the account is entitled to Adobe Commerce, and that this machine is not blocked.'
      ]
    case 404:
      return [
        `${host} answers 404: it has no packages for these keys.`,
        'Check that the keys belong to the account with the Adobe Commerce licence; the repository hides what an account may not see.'
      ]
    case null:
    default:
      return [
        `${host} cannot be reached: ${failure ?? `HTTP ${status ?? ''}`}.`,
        'Check the network, proxy and certificates of this machine, then run again.'
      ]
  }
}
