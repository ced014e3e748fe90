import { entriesOf, hostsOf, type ComposerAuth } from './composer-auth.js'
import { isLoopback, type ComposerRepository } from './composer-repositories.js'

/** How Composer logs in to a repository: the headers, and the name of the source of the credentials. */
interface RepositoryLogin {
  readonly headers: Readonly<Record<string, string>>
  /** Null without credentials for the host. */
  readonly source: string | null
}

/** The credentials, their source for each host, and the hosts whose addresses they override. */
interface KnownAuth {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  readonly overruled: ReadonlySet<string>
}

// User names with which Composer treats the pair as a token of another kind (AuthHelper::addAuthenticationHeader).
const tokenWords = new Set(['bearer', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token'])

/**
 * The headers of Composer's first request to a repository, or null if unknown: other kinds of credentials than
 * http-basic and bearer, own options of the repository, or an address over http, for which Composer has its own rule
 * (secure-http).
 */
export function repositoryLogin(
  { url, host, inUrl, hasOptions }: ComposerRepository,
  { auth, origins, overruled }: KnownAuth
): RepositoryLogin | null {
  if (hasOptions || (url.startsWith('http:') && !isLoopback(host))) return null
  if (inUrl?.password && !overruled.has(host))
    return basic(inUrl.username, inUrl.password, 'the address in composer.json')
  const entries = entriesOf(auth, host)
  const [[kind, value] = ['none', null], ...more] = entries
  if (more.length > 0) return null
  if (kind === 'none') return inUrl !== null || hasRelated(host, auth) ? null : { headers: {}, source: null }
  const source = origins.get(host) ?? 'auth.json'
  if (kind === 'bearer') return { headers: { authorization: `Bearer ${String(value)}` }, source }
  if (kind !== 'http-basic') return null
  const { username, password } = value as { username: string; password: string }
  return tokenWords.has(password) || username === 'x-token-auth' ? null : basic(username, password, source)
}

function basic(username: string, password: string, source: string): RepositoryLogin {
  return {
    headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
    source
  }
}

/** Credentials for another name that Composer may use for this host: GitLab below a path, or a parent domain. */
function hasRelated(host: string, auth: ComposerAuth): boolean {
  return hostsOf(auth).some((name) => name.startsWith(`${host}/`) || host.endsWith(`.${name}`))
}
