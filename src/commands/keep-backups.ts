import type { Retention } from '../steps/backup/manifest/retention.js'
import { listBackups as list, type ListedBackup } from '../steps/backup/manifest/list-backups.js'
import { pruneBackups as prune, type Pruned } from '../steps/backup/manifest/prune-backups.js'
import { findUnfinishedRestores, type UnfinishedRestore } from '../steps/backup/restore/restore-notes.js'
import { withLedger } from '../run/with-ledger.js'
import { dumpFiles } from '../tools/dump/dump-file.js'
import { files } from '../tools/files.js'

/**
 * The backups in a folder, the newest first. `onUnreadable` hears of each manifest that cannot be read, and why, in
 * foreign words. Throws UpgradeError `bad-input` where there is no such folder.
 */
export function listBackups(
  directory: string,
  onUnreadable?: (reason: string) => void
): Promise<readonly ListedBackup[]> {
  return list(files, directory, onUnreadable)
}

/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays, and
 * counts as proven only where its files are there with their checksums.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
export function pruneBackups(
  directory: string,
  { dryRun, ...retention }: Retention & { readonly dryRun: boolean }
): Promise<Pruned> {
  return withLedger((ledger) => prune({ files, dumpFiles, ledger }, directory, { retention, now: new Date(), dryRun }))
}

/** The restores of backups in a folder that have not ended in good order, with the commands that finish and go back. */
export function listUnfinishedRestores(directory: string): Promise<readonly UnfinishedRestore[]> {
  return findUnfinishedRestores(files, files.resolve(directory))
}
