import { z } from 'zod'
import { UpgradeError, type Problem } from '../errors.js'

// PHP writes an empty map as `[]`.
const hosts = <Value extends z.ZodType>(value: Value) =>
  z.union([z.record(z.string(), value), z.tuple([]).transform((): Record<string, z.infer<Value>> => ({}))]).optional()
const keys = z.looseObject({ username: z.string(), password: z.string() })
const tokenOrMore = z.union([z.string(), z.looseObject({})])

// The kinds that Composer 2.2 to 2.10 knows (composer-schema.json, 2026-11), each a map from host to credentials.
const kinds = {
  'http-basic': hosts(keys),
  bearer: hosts(z.string()),
  'github-oauth': hosts(z.string()),
  'gitlab-oauth': hosts(tokenOrMore),
  'gitlab-token': hosts(tokenOrMore),
  'bitbucket-oauth': hosts(z.looseObject({})),
  // Composer ignores null.
  'custom-headers': hosts(z.array(z.string()).nullable()),
  'client-certificate': hosts(z.looseObject({})),
  'forgejo-token': hosts(z.looseObject({}))
}
const auth = z.looseObject(kinds)

/** The name of a kind of credentials, e.g. `http-basic`. */
type AuthKind = keyof typeof kinds

/** Every kind of credentials that Composer knows. */
export const authKinds = Object.keys(kinds) as readonly AuthKind[]

/** auth.json as an object. */
export type ComposerAuth = z.infer<typeof auth>

/** One source of credentials: its name for people, and what it holds. */
export interface AuthSource {
  readonly name: string
  readonly auth: ComposerAuth | null
}

/** The credentials to use, their source for each host, and problems with them. */
interface MergedAuth {
  readonly auth: ComposerAuth
  /** Host to the name of its source. */
  readonly origins: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** Hosts for which a source with different credentials was overridden, with the name of that source. */
  readonly passedOver: readonly { readonly host: string; readonly source: string }[]
}

/**
 * Merges the sources, strongest first. If two name the same host, the stronger one wins with every kind that it has,
 * since Composer itself would prefer some kinds to others; a warning says so if they differ.
 */
export function mergeComposerAuth(sources: readonly AuthSource[]): MergedAuth {
  const problems: Problem[] = []
  const passedOver: { host: string; source: string }[] = []
  const origins = new Map<string, string>()
  const merged: Record<string, Record<string, unknown>> = {}
  for (const { name, auth: source } of sources) {
    for (const host of source === null ? [] : hostsOf(source)) {
      const winner = origins.get(host)
      if (winner === undefined) {
        origins.set(host, name)
        for (const [kind, value] of entriesOf(source ?? {}, host)) merged[kind] = { ...merged[kind], [host]: value }
      } else if (!sameFor(host, merged, source ?? {})) {
        problems.push(disagreement(host, winner, name))
        passedOver.push({ host, source: name })
      }
    }
  }
  const others = sources.map(({ auth: source }) => source ?? {}).reverse()
  const settings = Object.entries(Object.assign({}, ...others) as ComposerAuth).filter(([key]) => !(key in kinds))
  return { auth: { ...Object.fromEntries(settings), ...merged }, origins, problems, passedOver }
}

/** The hosts in any kind of credentials. */
export function hostsOf(source: ComposerAuth): readonly string[] {
  return [...new Set(authKinds.flatMap((kind) => Object.keys(source[kind] ?? {})))]
}

/** The kinds of credentials for one host, with their values. */
export function entriesOf(source: ComposerAuth, host: string): readonly (readonly [AuthKind, unknown])[] {
  return authKinds.flatMap((kind) => {
    const found = source[kind]
    return found && Object.hasOwn(found, host) ? [[kind, found[host]] as const] : []
  })
}

/** The credentials among the settings of a `config` section of composer.json; a kind with invalid values is ignored. */
export function configAuth(config: Readonly<Record<string, unknown>>): ComposerAuth {
  return Object.fromEntries(
    authKinds.flatMap((kind) => {
      const read = kinds[kind].safeParse(config[kind])
      return read.success && read.data !== undefined ? [[kind, read.data] as const] : []
    })
  )
}

function sameFor(host: string, ours: ComposerAuth, theirs: ComposerAuth): boolean {
  return JSON.stringify(entriesOf(ours, host)) === JSON.stringify(entriesOf(theirs, host))
}

/**
 * Reads the text of an auth.json or of COMPOSER_AUTH; null for an empty one. Throws UpgradeError `bad-secret` for an
 * invalid one, with the path of the fault, never the text.
 */
export function parseComposerAuth(name: string, text: string): ComposerAuth | null {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (plain === '') return null
  let value: unknown
  try {
    value = JSON.parse(plain)
  } catch {
    throw badComposerKeys(`${name} is not JSON`)
  }
  const result = auth.safeParse(value)
  if (result.success) return result.data
  const paths = result.error.issues.flatMap(pathsOf)
  throw badComposerKeys(`${name} does not have the shape of auth.json at ${[...new Set(paths)].join(', ')}`)
}

// An invalid union only reports that nothing fits; the path is in the branch of the map.
function pathsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map(String)
  const inner = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : []
  const deeper = inner.map(({ path }) => [...at, ...path.map(String)].join('.'))
  return deeper.length > 0 ? deeper : [at.join('.') || 'the top level']
}

/** UpgradeError `bad-secret` about credentials for Composer. `message` goes on after "cannot be used:". */
export function badComposerKeys(message: string, next?: string): UpgradeError {
  return new UpgradeError('bad-secret', {
    message: `The Composer credentials cannot be used: ${message}.`,
    next:
      next ??
      'Use {"http-basic": {"HOST": {"username": "...", "password": "..."}}}, or composer-username and composer-password. Pull requests from forks get no secrets.'
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
