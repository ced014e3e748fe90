import { backupWarnings } from '../run/backup-warnings.js'
import type { UpgradeReport } from '../report/report.js'
import type { Annotations } from './annotations.js'

/** The commands that are actions. */
export type ActionCommand = 'upgrade' | 'verify' | 'diagnose'

/** Annotates the run with why it failed, and with what nobody would look for in the summary of one that ended well. */
export function annotate(report: UpgradeReport, command: ActionCommand, { warn, fail }: Annotations): void {
  const { plan, warnings, findings, error } = report
  const heldBack = plan?.heldBack ? warnings.filter(({ id }) => id === 'held-back') : []
  for (const { message, fix } of [...heldBack, ...backupWarnings(report)]) warn(`${message} ${fix}`)
  if (command === 'diagnose') for (const { title, meaning, next } of findings) warn(`${meaning} ${next}`, title)
  if (error) fail(`${error.message} ${error.next}`)
}
