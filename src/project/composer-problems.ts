import type { ErrorCode } from '../errors.js'
import { boundedLine } from './blockers/composer-problems-of.js'

/** The kinds of failure of Composer. */
export type ComposerFailure = Extract<
  ErrorCode,
  | 'composer-credentials'
  | 'composer-network'
  | 'unsatisfiable'
  | 'composer-policy'
  | 'composer-crashed'
  | 'preflight-failed'
>

const failures: readonly (readonly [RegExp, ComposerFailure])[] = [
  [/Allowed memory size|Out of memory/i, 'composer-crashed'],
  // Output of scripts is not Composer's own.
  [/^[ \t]{0,8}Script .{1,300} (?:handling the .{1,100} event )?returned with error code/m, 'composer-crashed'],
  [
    /HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials|Could not authenticate against/i,
    'composer-credentials'
  ],
  // git and ssh, for packages from source repositories.
  [
    /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)|Host key verification failed|could not read (?:Username|Password) for|Authentication failed for|(?:ERROR: |remote: )(?:Repository not found|The project you were looking for could not be found)|fatal: repository '[^'\n]{1,2000}' not found/i,
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
  // The lock was not updated when composer.json was changed (Installer, exit code 4).
  [
    /^[ \t]{0,4}- Required (?:\(in require-dev\) )?package "[^"\n]{1,300}" is (?:not present in the lock file|in the lock file as)/m,
    'preflight-failed'
  ],
  // The repository hides the product from keys without entitlement.
  [
    /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
    'composer-credentials'
  ],
  [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
]

/** Whether Composer's output shows a failure that may pass: an overloaded server, or a broken connection. */
export function mayPass(text: string, exitCode: number): boolean {
  if (classifyComposerFailure(text, exitCode) !== 'composer-network') return false
  return /HTTP(?:\/[0-9.]+)? ?(?:408|425|429|500|502|503|504)\b|Content-Length mismatch|Connection reset|HTTP request failed!|curl error (?:18|52|55|56)\b/.test(
    text
  )
}

const longestLine = 400

/** The line of Composer's output with the reason, without credentials in its addresses; null if none is known. */
export function decisiveLine(text: string): string | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim().slice(0, longestLine))
  for (const [pattern, kind] of failures) {
    const line = kind === 'unsatisfiable' ? undefined : lines.find((candidate) => pattern.test(candidate))
    if (line !== undefined) return line.replace(/:\/\/[^\s/@'"]{0,300}@/g, '://')
  }
  return null
}

/** The kind of failure in Composer's output and exit code. */
export function classifyComposerFailure(text: string, exitCode: number): ComposerFailure {
  const bounded = text.split('\n').map(boundedLine).join('\n')
  const found = failures.find(([pattern]) => pattern.test(bounded))
  if (found) return found[1]
  // Composer's own codes: 2 no solution, 100 transport.
  if (exitCode === 2) return 'unsatisfiable'
  return exitCode === 100 ? 'composer-network' : 'composer-crashed'
}
