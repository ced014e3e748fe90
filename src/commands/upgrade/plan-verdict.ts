import type { Plan, UpgradeReport } from '../../report/report.js'

type Verdict = UpgradeReport['verdict']

/** The verdict of a run that does no more than plan. */
export function planVerdict(plan: Plan): Verdict {
  return plan.changed ? 'planned' : restingVerdict(plan)
}

/** The verdict of a run that had nothing left to do: up to date only where nothing newer of the line is out. */
export function restingVerdict(plan: Plan | null): Verdict {
  return plan?.heldBack ? 'held-back' : 'up-to-date'
}
