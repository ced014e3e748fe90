import type { Backup } from './report.js'

/**
 * The places of the dumps and copies of a backup, and how to check them again: one line each. Empty if there are none.
 */
export function describeBackup(backup: Backup | null): readonly string[] {
  if (backup === null) return []
  const { dumps, downloadedTo, extras, manifest } = backup
  // If there is a file on the server, `location` names it.
  const onServer = backup.location !== downloadedTo
  return [
    ...dumps.flatMap(({ location, sha256 }) => [
      `${location}${onServer ? ' (on the server)' : ''}`,
      `sha256 ${sha256}`
    ]),
    ...(onServer && downloadedTo !== null ? [`${downloadedTo} (on this machine)`] : []),
    ...extras.map(({ kind, location }) => `${kind}: ${location}`),
    ...(downloadedTo !== null && manifest !== null
      ? [`To check it again: magento-cloud-upgrade backup verify ${manifest}`]
      : [])
  ]
}

/** A human-readable size: `412 MB`, `1.2 GB`. */
export function renderBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(1)} ${units[power] ?? 'B'}`
}
