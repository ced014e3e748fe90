import { UpgradeError, type Problem } from '../errors.js'

/** The error that stops a run with these problems, or null where none of them is an error. */
export function preflightError(problems: readonly Problem[]): UpgradeError | null {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  return new UpgradeError('preflight-failed', {
    message:
      errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} things stand in the way of the upgrade.`,
    unchanged: 'The checkout, the branch and the environment are as they were.',
    next: errors.length === 1 ? (errors[0]?.fix ?? '') : 'Mend each of the problems listed, then run again.',
    problems
  })
}
