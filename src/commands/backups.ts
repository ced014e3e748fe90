import { UpgradeError } from '../errors.js'
import { withLedger } from '../run/with-ledger.js'
import { checkBackup, type CheckedBackup } from '../steps/backup/manifest/check-backup.js'
import { findBackups, type ListedBackup } from '../steps/backup/manifest/find-backups.js'
import { removeOldBackups, type Pruned } from '../steps/backup/manifest/remove-old-backups.js'
import type { Retention } from '../steps/backup/manifest/retention.js'
import { findUnfinishedRestores, type UnfinishedRestore } from '../steps/backup/restore/restore-note.js'
import { dumpFiles } from '../tools/dump/dump-file.js'
import { files } from '../tools/files.js'

/** Where backups lie. */
export interface BackupDirectory {
  /** Folder with the folders of backups: the option backup-directory of the runs that made them. */
  readonly directory: string
}

/** Where a backup lies, and how it can be read. */
export interface BackupPath {
  /** Folder of the backup, or its manifest.json. */
  readonly path: string
  /** File with the age identity (AGE-SECRET-KEY-1…) of encrypted dumps; empty for none. */
  readonly identityFile?: string
}

/** Which backups are removed. */
export interface PruneOptions extends BackupDirectory, Partial<Retention> {
  /** Reports what would be removed, and removes nothing. Default: false. */
  readonly dryRun?: boolean
}

/** The contents of a folder of backups. */
export interface BackupListing {
  /** The backups, the newest first. */
  readonly backups: readonly ListedBackup[]
  /** Why manifests could not be read, in the words of the system or the parser. */
  readonly unreadable: readonly string[]
  /** The unfinished restores, with the commands that finish or undo them. */
  readonly unfinishedRestores: readonly UnfinishedRestore[]
}

/** The backups in a folder. Throws UpgradeError `bad-input` if the folder does not exist. */
export async function listBackups({ directory }: BackupDirectory): Promise<BackupListing> {
  const unreadable: string[] = []
  const backups = await findBackups(files, directory, (reason) => unreadable.push(reason))
  return { backups, unreadable, unfinishedRestores: await findUnfinishedRestores(files, files.resolve(directory)) }
}

/**
 * Reads a backup on this machine again, offline: every checksum and every proof in the stream. Returns what was
 * checked. Throws UpgradeError `bad-input` if there is no backup, `backup-unproven` with every difference.
 */
export async function verifyBackup({ path, identityFile = '' }: BackupPath): Promise<CheckedBackup> {
  return checkBackup({ files, dumpFiles }, path, await readIdentity(identityFile))
}

/**
 * Removes the backups that neither retention rule keeps. The newest proven backup of an environment always stays; it
 * counts as proven only if its files exist with their checksums. Throws UpgradeError `bad-input` without a rule, or if
 * the folder does not exist.
 */
export function pruneBackups({ directory, keep = null, days = null, dryRun = false }: PruneOptions): Promise<Pruned> {
  return withLedger(async (ledger) => {
    if (keep === null && days === null) throw noRule()
    return removeOldBackups({ files, dumpFiles, ledger }, directory, {
      retention: { keep, days },
      now: new Date(),
      dryRun
    })
  })
}

function noRule(): UpgradeError {
  return new UpgradeError('bad-input', {
    message: 'No rule says which backups to keep, so nothing was removed.',
    next: 'Set keep (the newest so many of each environment), days (those of the last so many days), or both.'
  })
}

/** Text of the identity file, or null if none was named. */
export async function readIdentity(path: string): Promise<string | null> {
  return path === '' ? null : ((await files.read(files.resolve(path))) ?? null)
}
