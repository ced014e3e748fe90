import type { Problem } from '../errors.js'
import type { UpgradeReport } from '../report/report.js'

// Warnings of a run that reuses an earlier run's commit, about the backup made then.
const ofBackups: ReadonlySet<Problem['id']> = new Set<Problem['id']>([
  'backup-excluded',
  'backup-failed',
  'backup-fleeting',
  'backup-maintenance',
  'backup-not-complete',
  'backup-not-consistent',
  'backup-not-rehearsed',
  'backup-off',
  'backup-orphans',
  'backup-password-shown',
  'backup-size'
])

/** The warnings of a run about its backup, or about the backup of the earlier run that it continues. */
export function backupWarnings({ warnings, backup }: Pick<UpgradeReport, 'warnings' | 'backup'>): readonly Problem[] {
  const ids = new Set(backup?.problems.map(({ id }) => id))
  return warnings.filter(({ id }) => ids.has(id) || ofBackups.has(id))
}
