import type { Problem } from '../errors.js'
import type { UpgradeReport } from '../report/report.js'

// Those that a run on the commit of an earlier one tells of the backup that was made then.
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

/** The warnings of a run that are about its backup, or about that of an earlier run which it goes on with. */
export function backupWarnings({ warnings, backup }: Pick<UpgradeReport, 'warnings' | 'backup'>): readonly Problem[] {
  const ids = new Set(backup?.problems.map(({ id }) => id))
  return warnings.filter(({ id }) => ids.has(id) || ofBackups.has(id))
}
