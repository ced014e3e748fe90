import { UpgradeError } from '../../errors.js'
import { manifestName, parseManifest, type BackupManifest } from '../../project/backup-manifest.js'
import type { Files } from '../../tools/files.js'

/** A backup on this machine. */
export interface LocalBackup {
  readonly folder: string
  readonly manifest: BackupManifest
}

/**
 * The backup at `path`: its folder or its manifest.json. Throws UpgradeError `bad-input` where there is none, and
 * `backup-unproven` where what is there is no manifest.
 */
export async function readManifest(files: Files, path: string): Promise<LocalBackup> {
  const given = files.resolve(path)
  const file = given.endsWith('.json') ? given : files.join(given, manifestName)
  const text = await files.read(file)
  if (text === null) {
    throw new UpgradeError('bad-input', {
      message: `There is no backup at ${given}: ${file} is missing.`,
      unchanged: 'Nothing was changed.',
      next: 'Name the folder of a backup, as magento-cloud-upgrade backup list shows it.'
    })
  }
  return { folder: files.join(file, '..'), manifest: parseManifest(text, file) }
}
