import type { Problem } from '../errors.js'
import type { UpgradeReport } from '../report.js'

/** The warnings that are not among the problems. */
export function otherWarnings({ error, warnings }: UpgradeReport): readonly Problem[] {
  const told = new Set(error?.problems.map(({ message }) => message))
  return warnings.filter(({ message }) => !told.has(message))
}
