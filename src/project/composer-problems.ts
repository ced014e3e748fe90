import { redactEvidence } from './redact-evidence.js'
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
  // What a script prints is not Composer's word.
  [/^[ \t]{0,8}Script .{1,300} (?:handling the .{1,100} event )?returned with error code/m, 'composer-crashed'],
  [
    /HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials|Could not authenticate against/i,
    'composer-credentials'
  ],
  // git and ssh, for packages that come from repositories of sources.
  [
    /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)|Host key verification failed|could not read (?:Username|Password) for|Authentication failed for|(?:ERROR: |remote: )(?:Repository not found|The project you were looking for could not be found)/i,
    'composer-credentials'
  ],
  [
    /blocked by your allow-plugins config|affected by security advisories|blocked by security|Higher matching version .* was found|configuration does not allow connections to|Found [0-9]+ (?:security vulnerability advisor|abandoned package|filtered package)/i,
    'composer-policy'
  ],
  [
    /could not be (?:fully )?(?:down)?loaded|could not be accessed|curl error|getaddrinfo|Connection (?:refused|reset|timed out|closed)|HTTP(?:\/[0-9.]+)? ?(?:404|407|408|425|429|5[0-9]{2})\b|Failed to open stream|Could not resolve host|ssh: connect to host|"https?:[^" ]{1,2000}" does not contain valid JSON|Content-Length mismatch|failed checksum|(?:invalid or )?corrupt(?:ed)? (?:zip|archive)|not a zip archive|cannot find zipfile directory/i,
    'composer-network'
  ],
  // The repository hides the product from keys that are not entitled to it.
  [
    /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
    'composer-credentials'
  ],
  [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
]

/** Whether Composer's words tell of a server that may answer when it is asked again: overloaded, or a line that broke. */
export function mayPass(text: string, exitCode: number): boolean {
  if (classifyComposerFailure(text, exitCode) !== 'composer-network') return false
  return /HTTP(?:\/[0-9.]+)? ?(?:408|425|429|500|502|503|504)\b|Content-Length mismatch|Connection reset|HTTP request failed!|curl error (?:18|52|55|56)\b/.test(
    text
  )
}

const longestLine = 400

/** The line of Composer's output that says why, without credentials in its addresses; null where none is known. */
export function decisiveLine(text: string): string | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim().slice(0, longestLine))
  for (const [pattern, kind] of failures) {
    const line = kind === 'unsatisfiable' ? undefined : lines.find((candidate) => pattern.test(candidate))
    if (line !== undefined) return line.replace(/:\/\/[^\s/@'"]{0,300}@/g, '://')
  }
  return null
}

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
  const text = redactEvidence(line)
    .replace(/ -> satisfiable by .*$/, '')
    .replace(/\[([^\],]+), \.\.\., ([^\]]+)\]/g, ' $1 to $2')
    .replace(/\.$/, '')
  return text.length > 300 ? `${text.slice(0, 299)}…` : text
}
