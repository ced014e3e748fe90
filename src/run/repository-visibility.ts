import { Secret } from '../secrets/secret.js'
import { createGitHub } from '../tools/github.js'
import { createFetch } from '../tools/http/proxied-fetch.js'

/** Access to GitHub. */
export interface VisibilityAccess {
  readonly token: Secret | string
  readonly apiUrl: string
  /** Environment with the proxy variables; no proxy if omitted. */
  readonly environment?: Readonly<Record<string, string | undefined>>
}

/** Whether a repository is public; null without a token, or if GitHub does not answer with it. */
export async function isPublicRepository(
  repository: { readonly owner: string; readonly repo: string },
  { token, apiUrl, environment = {} }: VisibilityAccess
): Promise<boolean | null> {
  const secret = typeof token === 'string' ? new Secret(token) : token
  if (secret.isEmpty) return null
  return createGitHub({ token: secret, apiUrl, fetch: createFetch(environment) })
    .isPublic(repository)
    .catch(() => null)
}
