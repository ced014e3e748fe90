import { UpgradeError } from '../errors.js'
import { ForeignFolderError } from '../tools/files/private-folder.js'
import { type RunState, composeReport, newRunState } from './run-state.js'
import type { UpgradeReport } from '../report/report.js'
import type { Secret } from '../secrets/secret.js'

/**
 * Any thrown value as a reportable failure: an UpgradeError stays the same, a foreign private folder is
 * `preflight-failed`, anything else is our bug and becomes an `internal-error` with its stack as details. The text is
 * not redacted yet.
 */
export function unexpectedError(thrown: unknown, facts?: Pick<RunState, 'commit' | 'verdict'>): UpgradeError {
  if (thrown instanceof UpgradeError) return thrown
  if (thrown instanceof ForeignFolderError)
    return new UpgradeError('preflight-failed', {
      message: thrown.message,
      next: 'Remove it, or set TMPDIR (in workflows RUNNER_TEMP) to a folder that others cannot write to, then run again.'
    })
  const pushed = facts?.verdict === 'pushed' && facts.commit !== null
  return new UpgradeError('internal-error', {
    message: `A bug of this program ended the run: ${textOf(thrown)}`,
    next: pushed
      ? 'Run the same command again: it follows the deployment.'
      : 'Run the same command again; if it fails the same way, report it with the details, which contain no secrets of the options.',
    details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : textOf(thrown)
  })
}

function textOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown)
  return text.split('\n')[0] ?? ''
}

/** The report of a run that failed before or outside its command; all texts without `secrets`. */
export function failedReport(thrown: unknown, secrets: readonly Secret[]): UpgradeReport {
  return composeReport(newRunState({}), [], 0, unexpectedError(thrown), secrets)
}
