import type { ErrorCode } from '../errors.js'

/** Why a package stands in the way, in Composer's words, shortened. */
export interface ComposerProblem {
  readonly package: string
  readonly reasons: readonly string[]
}

/** The ways in which Composer fails. */
export type ComposerFailure = Extract<
  ErrorCode,
  'composer-credentials' | 'composer-network' | 'unsatisfiable' | 'composer-policy' | 'composer-crashed'
>

const name = String.raw`[a-z0-9][a-z0-9._-]*/[a-z0-9._-]+`
const failures: readonly (readonly [RegExp, ComposerFailure])[] = [
  [/Allowed memory size|Out of memory/i, 'composer-crashed'],
  [/HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials/i, 'composer-credentials'],
  [
    /blocked by your allow-plugins config|affected by security advisories|blocked by security|Higher matching version .* was found/i,
    'composer-policy'
  ],
  [
    /could not be (?:fully )?(?:down)?loaded|could not be accessed|curl error|getaddrinfo|Connection (?:refused|reset|timed out)|HTTP(?:\/[0-9.]+)? ?(?:404|429|5[0-9]{2})\b|Failed to open stream/i,
    'composer-network'
  ],
  // The repository hides the product from keys that are not entitled to it.
  [
    /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
    'composer-credentials'
  ],
  [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
]

/** What kind of failure Composer's output and exit code tell of. */
export function classifyComposerFailure(text: string, exitCode: number): ComposerFailure {
  const found = failures.find(([pattern]) => pattern.test(text))
  if (found) return found[1]
  // Composer's own codes: 2 no solution, 100 transport.
  if (exitCode === 2) return 'unsatisfiable'
  return exitCode === 100 ? 'composer-network' : 'composer-crashed'
}

/**
 * The reasons of "Your requirements could not be resolved", grouped by the package that causes each problem: the
 * root requirement that is not the platform itself. Wants text that was not wrapped (`COLUMNS=10000`).
 */
export function groupComposerProblems(text: string): readonly ComposerProblem[] {
  const groups = new Map<string, Set<string>>()
  for (const problem of problemsOf(text)) {
    const cause = rootCause(problem)
    const reasons = groups.get(cause) ?? new Set<string>()
    for (const line of tellingLines(problem, cause)) reasons.add(shorten(line))
    groups.set(cause, reasons)
  }
  return [...groups].map(([cause, reasons]) => ({ package: cause, reasons: [...reasons] }))
}

function problemsOf(text: string): readonly (readonly string[])[] {
  const problems: string[][] = []
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*Problem [0-9]+\s*$/.test(line)) problems.push([])
    const [, reason] = /^\s{2,}- (.+?)\s*$/.exec(line) ?? []
    if (reason !== undefined) problems.at(-1)?.push(reason)
  }
  return problems.filter((lines) => lines.length > 0)
}

function rootCause(lines: readonly string[]): string {
  const required = new RegExp(`^Root composer\\.json requires (?:PHP extension )?(${name}|[a-z0-9-]+)`)
  const found = lines.flatMap((line) => required.exec(line)?.[1] ?? [])
  const locked = lines.flatMap((line) => new RegExp(`^(${name}) is locked to`).exec(line)?.[1] ?? [])
  const named = lines.flatMap((line) => new RegExp(`^(${name})`).exec(line)?.[1] ?? [])
  const all = [...found, ...locked, ...named]
  return all.find((candidate) => !candidate.startsWith('magento/')) ?? all[0] ?? 'composer.json'
}

/** The lines that name the cause itself; what only leads to a satisfiable package says nothing. */
function tellingLines(lines: readonly string[], cause: string): readonly string[] {
  const own = lines.filter((line) => line.includes(cause) && !/^Root composer\.json .* -> satisfiable by /.test(line))
  return own.length > 0 ? own : lines
}

function shorten(line: string): string {
  const text = line
    .replace(/ -> satisfiable by .*$/, '')
    .replace(/\[([^\],]+), \.\.\., ([^\]]+)\]/g, ' $1 to $2')
    .replace(/\.$/, '')
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
