import type { Problem } from '../errors.js'
import { otherWarnings } from '../report/other-warnings.js'
import type { UpgradeReport } from '../report/report.js'
import { backupWarnings } from '../run/backup-warnings.js'
import type { Annotations } from './annotations.js'
import { fileOfProblem, titleOfProblem } from './file-of-problem.js'

/** The commands that exist as actions. */
export type ActionCommand = 'upgrade' | 'verify' | 'diagnose'

// GitHub shows at most ten annotations of a kind per step.
const most = 9

/**
 * Annotates the run: one error for each blocker with its fix, warnings as warnings, and the verdict last, which fails
 * the step if the run failed.
 */
export function annotate(
  report: UpgradeReport,
  command: ActionCommand,
  { warn, error: annotateError, fail }: Annotations
): void {
  const { plan, warnings, findings, error } = report
  const heldBack = plan?.heldBack ? warnings.filter(({ id }) => id === 'held-back') : []
  const compared = otherNotes(report)
  const warned = unique([...heldBack, ...backupWarnings(report), ...compared, ...ofError(error, 'warning')])
  for (const problem of warned.slice(0, most))
    warn(`${problem.message} ${problem.fix}`, titleOfProblem(problem), fileOfProblem(problem))
  if (command === 'diagnose') for (const { title: found, meaning, next } of findings) warn(`${meaning} ${next}`, found)
  if (!error) return
  const blockers = unique(ofError(error, 'error'))
  if (blockers.length > 1)
    for (const problem of blockers.slice(0, most))
      annotateError(`${problem.message} ${problem.fix}`, titleOfProblem(problem), fileOfProblem(problem))
  fail(`${error.message} ${error.next}`)
}

function otherNotes(report: UpgradeReport): readonly Problem[] {
  return [...otherWarnings(report), ...report.warnings].filter(({ comparison }) => comparison !== undefined)
}

function ofError(error: UpgradeReport['error'], severity: Problem['severity']): readonly Problem[] {
  return (error?.problems ?? []).filter((problem) => problem.severity === severity)
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
}
