import type { Plan, UpgradeReport } from '../../report/report.js'

type Verdict = UpgradeReport['verdict']

/** The verdict of a run that only plans. */
export function planVerdict(plan: Plan): Verdict {
  return plan.changed ? 'planned' : restingVerdict(plan)
}

/** The verdict of a run with nothing left to do: `up-to-date` only if no newer release of the line exists. */
export function restingVerdict(plan: Plan | null): Verdict {
  return plan?.heldBack ? 'held-back' : 'up-to-date'
}
