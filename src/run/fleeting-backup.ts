import type { Problem } from '../errors.js'
import { describePlaces, howToKeep } from '../report/describe-places.js'
import type { Backup } from '../report/report.js'

/** The warning that a backup will be gone before it may be needed; none if it lasts, or if a later step uploads it. */
export function fleetingBackup(backup: Backup, isUploaded: boolean): readonly Problem[] {
  const advice = howToKeep(backup)
  if (advice === null || isUploaded) return []
  const message = `The backup does not last: ${describePlaces(backup).join('; ')}.`
  return [{ id: 'backup-fleeting', severity: 'warning', message, fix: advice }]
}
