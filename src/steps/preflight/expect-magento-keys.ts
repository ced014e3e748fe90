import { badComposerKeys, entriesOf, type ComposerAuth } from '../../project/composer-auth.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { magentoHost } from '../../project/magento-keys.js'

/** What is known of the keys. */
interface KnownKeys {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  readonly repositories: readonly ComposerRepository[]
}

const forks =
  'Set composer-username and composer-password, or COMPOSER_AUTH. A secret with a misspelt name is empty, and pull requests from forks get no secrets.'

/**
 * Requires keys if it is clear without a request that none will work: the Magento repository answers nobody without a
 * public and a private key. Throws UpgradeError `bad-secret` if they are missing, empty, or the placeholders of a
 * sample file.
 */
export function expectMagentoKeys({ auth, origins, repositories }: KnownKeys): void {
  const host = repositories.find((repository) => isPlainMagento(repository))?.host
  if (host === undefined) return
  const entries = entriesOf(auth, host)
  if (entries.length === 0) throw badComposerKeys(`${host} needs keys, and there are none for it`, forks)
  const basic = entries.find(([kind]) => kind === 'http-basic')?.[1] as
    { username: string; password: string } | undefined
  if (basic === undefined) return
  const source = origins.get(host) ?? 'auth.json'
  for (const name of ['username', 'password'] as const) {
    const value = basic[name]
    if (value.trim() === '') throw badComposerKeys(`${source}: http-basic.${host}.${name} is empty`, forks)
    if (/^<.*>$/.test(value)) throw badComposerKeys(`${source}: http-basic.${host}.${name} is a placeholder`, forks)
  }
}

// Credentials in the address, or custom headers, may replace keys.
function isPlainMagento({ host, inUrl, hasOptions }: ComposerRepository): boolean {
  return host.toLowerCase() === magentoHost && inUrl === null && !hasOptions
}
