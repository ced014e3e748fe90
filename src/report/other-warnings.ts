import type { Problem } from '../errors.js'
import type { UpgradeReport } from './report.js'

/** The warnings that are neither among the problems nor told with the plan. */
export function otherWarnings({ error, warnings, plan }: UpgradeReport): readonly Problem[] {
  const told = new Set(error?.problems.map(keyOf))
  // A plan tells its own, which are those with a level.
  return warnings.filter((warning) => !told.has(keyOf(warning)) && (plan === null || warning.level === undefined))
}

/** What is wrong, and where: a check that finds the same on other nodes has another problem. */
function keyOf({ id, hosts = [] }: Problem): string {
  return JSON.stringify([id, ...hosts])
}
