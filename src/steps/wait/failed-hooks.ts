import { readEntries, type LogEntry } from '../../project/deployment-log/log-entry.js'
import type { DeploymentActivity } from '../../tools/magento-cloud/deployment-activity.js'

/** A hook that failed, and the evidence; `degraded` if it was the post-deploy hook. */
interface HookFailure {
  readonly verdict: 'failed' | 'degraded'
  readonly reasons: readonly string[]
}

/**
 * The failed hook of a deployment that the platform calls a success: from the API's data on hooks, otherwise from its
 * log. Null if neither shows one.
 */
export function failedHook(
  { failedHooks }: Pick<DeploymentActivity, 'failedHooks'>,
  log: string | null
): HookFailure | null {
  const failed = failedHooks.find(({ type }) => !isPost(type)) ?? failedHooks[0]
  if (failed === undefined) return log === null ? null : failedHookTrace(log)
  const reason = `The ${failed.type} hook ended with exit code ${failed.exitCode}.`
  return { verdict: isPost(failed.type) ? 'degraded' : 'failed', reasons: [reason] }
}

/** Evidence of a failed hook in the log of its deployment; null if there is none. */
export function failedHookTrace(log: string): HookFailure | null {
  const lines = log.split('\n')
  const deploy = lines.find((line) => /deploy was failed|(?:CRITICAL|ERROR): \[1\d\d\]/i.test(line))
  if (deploy !== undefined) return { verdict: 'failed', reasons: [`Its log says: ${deploy.trim()}`] }
  const entries = readEntries({ source: 'log', kind: 'log', text: log })
  return (
    codedError(entries, 'deploy', 'failed') ??
    codedError(entries, 'post-deploy', 'degraded') ??
    skipped(lines.find((line) => /post.?deploy is skipped|(?:CRITICAL|ERROR): \[2\d\d\]/i.test(line)))
  )
}

// With the exit code of a command, or the error number of the database driver, so only the place identifies the phase.
function codedError(entries: readonly LogEntry[], phase: string, verdict: HookFailure['verdict']): HookFailure | null {
  const entry = entries.find((one) => one.phase === phase && one.level === 'error' && one.code !== null)
  return entry === undefined ? null : { verdict, reasons: [`Its log says: ${entry.rows[0]?.trim() ?? ''}`] }
}

function skipped(line: string | undefined): HookFailure | null {
  return line === undefined ? null : { verdict: 'degraded', reasons: [`Its log says: ${line.trim()}`] }
}

function isPost(type: string): boolean {
  return type.startsWith('post')
}
