import type { Problem } from '../errors.js'
import type { UpgradeReport } from './report.js'

/** The warnings that are neither among the problems nor told with the plan. */
export function otherWarnings({ error, warnings, plan }: UpgradeReport): readonly Problem[] {
  // A plan tells its own with their levels.
  const told = new Set([...(error?.problems ?? []), ...(plan?.notes ?? [])].map(({ message }) => message))
  return warnings.filter(({ message }) => !told.has(message))
}
