import type { Problem } from '../errors.js'
import { hostsOf, type ComposerAuth } from './composer-auth.js'
import type { ComposerRepository } from './composer-repositories.js'

/** Credentials in the project itself, visible to everybody who can read it. */
interface CommittedKeys {
  /** auth.json if git tracks it, else null. */
  readonly trackedAuth: ComposerAuth | null
  readonly repositories: readonly ComposerRepository[]
  /** The credentials of the `config` section of composer.json. */
  readonly config: ComposerAuth
  /** Hosts for which each of them was overridden by other keys. */
  readonly stale: Readonly<Record<'trackedAuth' | 'addresses' | 'config', readonly string[]>>
}

/** The problems with them, which name only the host. All are warnings: Composer would work with them. */
export function committedKeyProblems({ trackedAuth, repositories, config, stale }: CommittedKeys): readonly Problem[] {
  const inUrls = [...new Set(repositories.filter(({ inUrl }) => inUrl?.password).map(({ host }) => host))]
  const inConfig = hostsOf(config)
  return [
    ...(trackedAuth === null ? [] : [tracked(hostsOf(trackedAuth), stale.trackedAuth)]),
    ...(inUrls.length === 0 ? [] : [inJson('the address of a repository', inUrls, stale.addresses)]),
    ...(inConfig.length === 0 ? [] : [inJson('its config section', inConfig, stale.config)])
  ]
}

function tracked(hosts: readonly string[], stale: readonly string[]): Problem {
  const what = hosts.length === 0 ? 'without keys' : `with keys for ${hosts.join(', ')}`
  return {
    id: 'auth-json-tracked',
    severity: 'warning',
    message: `auth.json is tracked by git, ${what}: everybody who can read the repository has them${passedOver(stale, 'the file')}.`,
    fix: 'Set env:COMPOSER_AUTH on the Cloud project (visible at build), then git rm --cached auth.json, take !/auth.json out of .gitignore, and have the keys renewed.'
  }
}

function inJson(where: string, hosts: readonly string[], stale: readonly string[]): Problem {
  return {
    id: 'composer-keys-in-json',
    severity: 'warning',
    message: `composer.json holds credentials for ${hosts.join(', ')} in ${where}: everybody who can read the repository has them, and Composer takes them before those of its home${passedOver(stale, 'composer.json')}.`,
    fix: 'Move them to COMPOSER_AUTH (env:COMPOSER_AUTH on the Cloud project), take them out of composer.json, and have them renewed.'
  }
}

function passedOver(stale: readonly string[], place: string): string {
  if (stale.length === 0) return ''
  return `; it is stale for ${stale.join(', ')}: other keys were given and used here, while a build on the Cloud and every clone would still take those of ${place}`
}
