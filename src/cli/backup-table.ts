import prettyMilliseconds from 'pretty-ms'
import type { BackupListing } from '../commands/backups.js'
import { renderBytes } from '../report/describe-backup.js'
import { visibleText } from '../visible-text.js'
import { alignColumns } from './align-columns.js'

type ListedBackup = BackupListing['backups'][number]

const header = ['FINISHED', 'AGE', 'ENVIRONMENT', 'VERSION', 'DATABASE', 'SIZE', 'STATE', 'FOLDER']

/** Lines of `backup list`: a header and one line for each backup, what damages one below it. Empty without backups. */
export function backupTable(backups: readonly ListedBackup[], now: Date): readonly string[] {
  if (backups.length === 0) return []
  const [titles = '', ...rows] = alignColumns([header, ...backups.map((backup) => cellsOf(backup, now))])
  const below = backups.map(({ damage }) => (damage === null ? [] : [`  damaged: ${damage}`]))
  return [titles, ...rows.flatMap((row, index) => [row, ...(below[index] ?? [])])]
}

function cellsOf({ folder, manifest, damage }: ListedBackup, now: Date): readonly string[] {
  const { finishedAt, environment, application, productVersion, dumps, media, state } = manifest
  const servers = [...new Set(dumps.flatMap(({ serverVersion }) => serverVersion ?? []))]
  const bytes = dumps.reduce((sum, dump) => sum + (dump.fileBytes ?? dump.bytes), media?.bytes ?? 0)
  return [
    `${finishedAt.slice(0, 16).replace('T', ' ')}Z`,
    ageOf(now.getTime() - Date.parse(finishedAt)),
    application === null ? environment : `${environment}/${application}`,
    productVersion ?? 'unknown',
    servers.join(', ') || 'unknown',
    renderBytes(bytes),
    damage === null ? state : 'damaged',
    folder
  ].map((text) => visibleText(text).replaceAll('\n', ' '))
}

// The clock of another machine may be ahead of ours.
function ageOf(milliseconds: number): string {
  return milliseconds < 0 ? 'in the future' : prettyMilliseconds(milliseconds, { compact: true })
}
