import { describeEffects } from '../describe-effects.js'
import type { UpgradeError } from '../errors.js'
import { redactEvidence } from '../secrets/redact-evidence.js'
import { createRedact } from '../secrets/redact.js'
import type { StepTime, UpgradeReport } from '../report/report.js'
import type { Secret } from '../secrets/secret.js'

/** The facts of a run so far; the report is made from them however the run ends. */
export type RunState = {
  -readonly [Key in keyof Omit<UpgradeReport, 'schemaVersion' | 'steps' | 'seconds' | 'error'>]: UpgradeReport[Key]
}

/** The initial state, before anything is known. */
export function newRunState(known: Partial<RunState>): RunState {
  return {
    verdict: 'failed',
    startedAt: new Date().toISOString(),
    project: null,
    environment: null,
    branch: null,
    commit: null,
    liveCommitTag: null,
    target: null,
    workflow: null,
    pullRequest: null,
    wayBack: null,
    plan: null,
    backup: null,
    update: null,
    deployment: null,
    verification: null,
    recovery: null,
    findings: [],
    changes: [],
    warnings: [],
    ...known
  }
}

/** The report of a run: its facts, timetable and end, with all texts redacted. */
export function composeReport(
  facts: RunState,
  steps: readonly StepTime[],
  seconds: number,
  error: UpgradeError | null,
  secrets: readonly Secret[]
): UpgradeReport {
  const redact = createRedact(secrets)
  const report: UpgradeReport = {
    schemaVersion: 1,
    ...facts,
    verdict: error === null ? facts.verdict : 'failed',
    steps: [...steps],
    seconds,
    error: error && describeError(error, describeEffects(facts.changes).unchanged, redact)
  }
  return JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    typeof value === 'string' ? redact(value) : value
  ) as UpgradeReport
}

// Known secrets first: redaction by form may hide a part of one and leave the rest.
function describeError(
  error: UpgradeError,
  unchanged: string,
  redact: (text: string) => string
): UpgradeReport['error'] {
  const { code, exitCode, message, summary, next, problems, details } = error
  return {
    code,
    exitCode,
    message,
    summary,
    unchanged,
    next,
    problems: [...problems],
    details: details === undefined ? null : redactEvidence(redact(details))
  }
}
