import { headerSecrets, urlCredentials } from '../secrets/url-credentials.js'
import { authKinds } from './composer-auth.js'
import { parsed } from './read-json.js'

// Keys next to a secret that are not secret: user names, and paths of files.
const open = new Set(['username', 'local_cert', 'local_pk', 'consumer-key', 'expires-at', 'access-token-expiration'])

/**
 * The secrets that a composer.json holds: credentials in addresses and in the `config` section, whatever their shape,
 * and authentication headers of repositories.
 */
export function composerJsonSecrets(composerJson: string): readonly string[] {
  const root = parsed(composerJson) as { readonly config?: Readonly<Record<string, unknown>> | null } | null
  const inConfig = authKinds.flatMap((kind) => strings(root?.config?.[kind]))
  const headers = strings(root).flatMap(headerSecrets)
  return [...new Set([...urlCredentials(composerJson), ...inConfig, ...headers])]
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (open.has(key) ? [] : strings(inner)))
}
