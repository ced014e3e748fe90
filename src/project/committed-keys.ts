import type { Problem } from '../errors.js'
import { hostsOf, parseComposerAuth, type ComposerAuth } from './composer-auth.js'
import type { ComposerRepository } from './composer-repositories.js'

/** Credentials that the project itself holds, for everybody who can read it. */
export interface CommittedKeys {
  /** auth.json where git tracks it, or null. */
  readonly trackedAuth: ComposerAuth | null
  /** Hosts for which the tracked auth.json was passed over for keys that differ. */
  readonly stale: readonly string[]
  readonly repositories: readonly ComposerRepository[]
  /** The `config` section of composer.json. */
  readonly config: Readonly<Record<string, unknown>>
}

/** What is to be said about them, by the host alone. Warnings all: Composer would work with them. */
export function committedKeyProblems(keys: CommittedKeys): readonly Problem[] {
  const inUrls = keys.repositories.filter(({ inUrl }) => inUrl?.password)
  const inConfig = configHosts(keys.config)
  return [
    ...(keys.trackedAuth === null ? [] : [tracked(hostsOf(keys.trackedAuth), keys.stale)]),
    ...(inUrls.length === 0
      ? []
      : [preferred('the address of a repository', [...new Set(inUrls.map(({ host }) => host))])]),
    ...(inConfig.length === 0 ? [] : [preferred('its config section', inConfig)])
  ]
}

function tracked(hosts: readonly string[], stale: readonly string[]): Problem {
  const what = hosts.length === 0 ? 'without keys' : `with keys for ${hosts.join(', ')}`
  const other = `it is stale for ${stale.join(', ')}: other keys were given and used here, while a build on the Cloud and every clone would still take those of the file`
  return {
    id: 'auth-json-tracked',
    severity: 'warning',
    message: `auth.json is tracked by git, ${what}: everybody who can read the repository has them${stale.length > 0 ? `; ${other}` : ''}.`,
    fix: 'Set env:COMPOSER_AUTH on the Cloud project (visible at build), then git rm --cached auth.json, take !/auth.json out of .gitignore, and have the keys renewed.'
  }
}

function preferred(where: string, hosts: readonly string[]): Problem {
  return {
    id: 'composer-keys-in-json',
    severity: 'warning',
    message: `composer.json holds credentials for ${hosts.join(', ')} in ${where}: everybody who can read the repository has them, and Composer takes them before all others.`,
    fix: 'Move them to COMPOSER_AUTH (env:COMPOSER_AUTH on the Cloud project), and have them renewed.'
  }
}

function configHosts(config: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    const found = parseComposerAuth('composer.json', JSON.stringify(config))
    return found === null ? [] : hostsOf(found)
  } catch {
    // A section that Composer would not take for credentials either.
    return []
  }
}
