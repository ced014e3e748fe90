import type { Problem } from '../errors.js'
import { describePlaces, howToKeep } from '../report/describe-places.js'
import type { Backup } from '../report/report.js'

/** The warning that a backup is gone before anybody may need it; none where it lasts, or a later step uploads it. */
export function fleetingBackup(backup: Backup, isUploaded: boolean): readonly Problem[] {
  const advice = howToKeep(backup)
  if (advice === null || isUploaded) return []
  const message = `The backup does not last: ${describePlaces(backup).join('; ')}.`
  return [{ id: 'backup-fleeting', severity: 'warning', message, fix: advice }]
}
