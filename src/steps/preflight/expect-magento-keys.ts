import { badComposerKeys, entriesOf, type ComposerAuth } from '../../project/composer-auth.js'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { magentoHost } from '../../project/magento-keys.js'

/** What is known of the keys. */
export interface KnownKeys {
  readonly auth: ComposerAuth
  readonly origins: ReadonlyMap<string, string>
  readonly repositories: readonly ComposerRepository[]
}

const forks =
  'Give composer-username and composer-password, or COMPOSER_AUTH; a secret with a misspelt name is empty, and pull requests from forks get none.'

/**
 * Expects keys where it is known without asking that none will do: the Magento repository answers nobody without a public
 * and a private key. Throws UpgradeError `bad-secret` where they are missing, empty, or the words of a sample file.
 */
export function expectMagentoKeys({ auth, origins, repositories }: KnownKeys): void {
  const host = repositories.find((repository) => isPlainMagento(repository))?.host
  if (host === undefined) return
  const entries = entriesOf(auth, host)
  if (entries.length === 0) throw badComposerKeys(`${host} wants keys, and there are none for it`, forks)
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

// Credentials in the address, or headers of its own, may do in place of keys.
function isPlainMagento({ host, inUrl, hasOptions }: ComposerRepository): boolean {
  return host.toLowerCase() === magentoHost && inUrl === null && !hasOptions
}
