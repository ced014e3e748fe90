import { Secret } from './secret.js'
import { createGitHub } from './tools/github.js'

/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
export async function isPublicRepository(
  repository: { readonly owner: string; readonly repo: string },
  { token, apiUrl }: { readonly token: Secret | string; readonly apiUrl: string }
): Promise<boolean | null> {
  const secret = typeof token === 'string' ? new Secret(token) : token
  if (secret.isEmpty) return null
  return createGitHub({ token: secret, apiUrl })
    .isPublic(repository)
    .catch(() => null)
}
