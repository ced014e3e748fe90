import type { Problem } from '../errors.js'
import type { UpgradeReport } from './report.js'

/** The warnings that are neither among the problems nor listed with the plan. */
export function otherWarnings({ error, warnings, plan }: UpgradeReport): readonly Problem[] {
  const told = new Set(error?.problems.map(keyOf))
  // A plan lists its own warnings, which have a level.
  return warnings.filter((warning) => !told.has(keyOf(warning)) && (plan === null || warning.level === undefined))
}

/** The identity of a problem: its id and hosts, since the same finding on other nodes is another problem. */
function keyOf({ id, hosts = [] }: Problem): string {
  return JSON.stringify([id, ...hosts])
}
