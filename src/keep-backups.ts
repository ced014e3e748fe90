import type { Retention } from './project/backup-retention.js'
import type { LocalBackup } from './steps/backup/read-manifest.js'
import { listBackups as list, pruneBackups as prune, type Pruned } from './steps/backup/list-backups.js'
import { files } from './tools/files.js'

/** The backups in a folder, the newest first. Throws UpgradeError `bad-input` where there is no such folder. */
export function listBackups(directory: string): Promise<readonly LocalBackup[]> {
  return list(files, directory)
}

/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
export function pruneBackups(
  directory: string,
  { dryRun, ...retention }: Retention & { readonly dryRun: boolean }
): Promise<Pruned> {
  return prune(files, directory, { retention, now: new Date(), dryRun })
}
