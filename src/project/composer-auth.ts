import { z } from 'zod'
import { UpgradeError, type Problem } from '../errors.js'

const keys = z.object({ username: z.string(), password: z.string() })
const auth = z.looseObject({ 'http-basic': z.record(z.string(), keys).optional() })

/** auth.json as an object. */
export type ComposerAuth = z.infer<typeof auth>

/** Where credentials may come from, strongest first. Texts are those of auth.json or COMPOSER_AUTH. */
export interface AuthSources {
  readonly username: string
  readonly password: string
  readonly input: string
  readonly environment: string
  readonly authJson: string
  /** `host` or `host:port` of the repository that username and password belong to, or null where it is not clear. */
  readonly repositoryHost: string | null
}

/** The credentials to use, and what is to be said about them. */
export interface MergedAuth {
  readonly auth: ComposerAuth
  readonly problems: readonly Problem[]
}

/**
 * Merges all sources; of two that name the same host the stronger one wins and a warning says so. Throws
 * UpgradeError `bad-secret` for a source that is not valid, without showing any of its text.
 */
export function mergeComposerAuth(sources: AuthSources): MergedAuth {
  const named: readonly (readonly [string, ComposerAuth | null])[] = [
    ['composer-username and composer-password', fromKeys(sources)],
    ['composer-auth', parse('the input composer-auth', sources.input)],
    ['COMPOSER_AUTH', parse('the environment variable COMPOSER_AUTH', sources.environment)],
    ['auth.json', parse('auth.json in the project root', sources.authJson)]
  ]
  const problems: Problem[] = []
  const origin = new Map<string, string>()
  const merged: Record<string, z.infer<typeof keys>> = {}
  for (const [name, source] of named) {
    for (const [host, value] of Object.entries(source?.['http-basic'] ?? {})) {
      const winner = origin.get(host)
      if (winner === undefined) {
        origin.set(host, name)
        merged[host] = value
      } else if (JSON.stringify(merged[host]) !== JSON.stringify(value)) {
        problems.push(disagreement(host, winner, name))
      }
    }
  }
  const others = named.map(([, source]) => source ?? {}).reverse()
  return { auth: { ...Object.assign({}, ...others), 'http-basic': merged } as ComposerAuth, problems }
}

function fromKeys({ username, password, repositoryHost }: AuthSources): ComposerAuth | null {
  if (username === '' && password === '') return null
  if (username === '' || password === '') throw broken(`composer-${username === '' ? 'username' : 'password'} is empty`)
  if (repositoryHost === null)
    throw broken('it is not clear which repository composer-username and composer-password belong to')
  return { 'http-basic': { [repositoryHost]: { username, password } } }
}

function parse(name: string, text: string): ComposerAuth | null {
  if (text.trim() === '') return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw broken(`${name} is not JSON`)
  }
  const result = auth.safeParse(value)
  if (result.success) return result.data
  const paths = result.error.issues.map((issue) => issue.path.join('.') || 'the top level')
  throw broken(`${name} does not have the shape of auth.json at ${paths.join(', ')}`)
}

function broken(message: string): UpgradeError {
  return new UpgradeError('bad-secret', {
    message: `The Composer credentials cannot be used: ${message}.`,
    unchanged: 'Nothing was changed.',
    next: 'Use {"http-basic": {"HOST": {"username": "...", "password": "..."}}}, or composer-username and composer-password. Pull requests from forks get no secrets.'
  })
}

function disagreement(host: string, winner: string, loser: string): Problem {
  return {
    id: 'composer-auth-sources',
    severity: 'warning',
    message: `Two sources hold different keys for ${host}; ${winner} is used, ${loser} is not.`,
    fix: `Remove one of them.`
  }
}
