import { checkBackup, type CheckedBackup } from '../steps/backup/manifest/check-backup.js'
import { dumpFiles } from '../tools/dump/dump-file.js'
import { files } from '../tools/files.js'

/** Where a backup lies, and how it can be read. */
export interface BackupPath {
  /** Folder of the backup, or its manifest.json. */
  readonly path: string
  /** File with the age identity (AGE-SECRET-KEY-1…) of encrypted dumps; empty where there is none. */
  readonly identityFile?: string
}

/**
 * Reads a backup on this machine again, offline: every checksum and every proof that the stream holds. Returns what
 * was checked. Throws UpgradeError `bad-input` where there is no backup, `backup-unproven` with every difference.
 */
export async function verifyBackup({ path, identityFile = '' }: BackupPath): Promise<CheckedBackup> {
  return checkBackup({ files, dumpFiles }, path, await readIdentity(identityFile))
}

/** Text of an identity file, or null where none was named. */
export async function readIdentity(path: string): Promise<string | null> {
  return path === '' ? null : ((await files.read(files.resolve(path))) ?? null)
}
