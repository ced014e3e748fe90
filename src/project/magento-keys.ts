import { UpgradeError } from '../errors.js'
import { badComposerKeys, type ComposerAuth } from './composer-auth.js'
import { isLoopback, type ComposerRepository } from './composer-repositories.js'

/** The host of the Magento repository (commerce.md, 2026-11). */
export const magentoHost = 'repo.magento.com'

/** The options composer-username, composer-password and composer-host, and the repositories of the project. */
interface MagentoKeys {
  readonly username: string
  readonly password: string
  readonly host: string
  readonly repositories: readonly ComposerRepository[]
}

/**
 * composer-username and composer-password as credentials of their one host: the Magento repository, or the host that
 * composer-host names. composer.json alone does not decide, since anyone who edits it would get the keys; only a
 * repository on this machine needs no naming. Null without keys. Throws UpgradeError `bad-secret` if they are
 * incomplete, have no repository, or would go over plain http; `bad-input` for an unusable composer-host.
 */
export function magentoKeys({ username, password, host, repositories }: MagentoKeys): ComposerAuth | null {
  const named = readHost(host)
  if (username === '' && password === '') return null
  if (username === '' || password === '')
    throw badComposerKeys(`composer-${username === '' ? 'username' : 'password'} is empty`)
  const wanted = named || magentoHost
  const owners = repositories.filter((repository) => repository.host.toLowerCase() === wanted)
  const [owner] = owners.length > 0 || named !== '' ? owners : onlyLoopback(repositories)
  if (!owner) throw noOwner(wanted, repositories)
  if (owners.some(({ url, host: other }) => url.startsWith('http:') && !isLoopback(other)))
    throw badComposerKeys(
      `composer.json accesses ${owner.host} over http, where anyone on the network could read them`,
      `Write https://${owner.host} in the repositories of composer.json.`
    )
  return { 'http-basic': { [owner.host]: { username, password } } }
}

/** Traffic to a port of this machine does not leave it. */
function onlyLoopback(repositories: readonly ComposerRepository[]): readonly ComposerRepository[] {
  const hosts = new Set(repositories.map(({ host }) => host))
  return hosts.size === 1 ? repositories.filter(({ host }) => isLoopback(host)) : []
}

function readHost(option: string): string {
  const text = option.trim().toLowerCase()
  const host = /^(?:https:\/\/)?((?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\])(?::\d{1,5})?)\/?$/.exec(text)?.[1]
  if (text === '' || host !== undefined) return host ?? ''
  throw new UpgradeError('bad-input', {
    message: 'composer-host is not a host.',
    next: 'Set it to the host of the repository only, such as repo.magento.com or packages.example.com:8443.'
  })
}

function noOwner(wanted: string, repositories: readonly ComposerRepository[]): UpgradeError {
  const others = [...new Set(repositories.map(({ host }) => host))]
  const instead = others.length === 0 ? 'no repository over http' : others.join(', ')
  return badComposerKeys(
    `composer-username and composer-password are for ${wanted}, but composer.json names ${instead}`,
    `Set composer-host to the host that they are for, or set keys for each host in composer-auth or COMPOSER_AUTH: {"http-basic": {"HOST": {"username": "...", "password": "..."}}}.`
  )
}
