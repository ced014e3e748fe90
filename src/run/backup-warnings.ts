import type { Problem } from '../errors.js'
import type { UpgradeReport } from '../report/report.js'

/** The warnings of a run that are about its backup, or about that of an earlier run which it goes on with. */
export function backupWarnings({ warnings, backup }: Pick<UpgradeReport, 'warnings' | 'backup'>): readonly Problem[] {
  const ids = new Set(backup?.problems.map(({ id }) => id))
  return warnings.filter(({ id }) => ids.has(id) || id.startsWith('backup-'))
}
