import { UpgradeError } from '../../../errors.js'
import { manifestBytes, manifestName, parseManifest, type BackupManifest } from './manifest.js'
import type { Files } from '../../../tools/files.js'

/** A backup on this machine. */
export interface LocalBackup {
  readonly folder: string
  readonly manifest: BackupManifest
}

/**
 * The backup at `path`: its folder or its manifest.json. Throws UpgradeError `bad-input` if there is none, and
 * `backup-unproven` if the file is not a manifest.
 */
export async function readManifest(files: Files, path: string): Promise<LocalBackup> {
  const given = files.resolve(path)
  const file = given.endsWith('.json') ? given : files.join(given, manifestName)
  const folder = files.join(file, '..')
  const bytes = await files.sizeInside(folder, file.slice(file.lastIndexOf('/') + 1))
  if (bytes === null) throw missing(given, file)
  if (bytes > manifestBytes) throw tooLong(file, bytes)
  return { folder, manifest: parseManifest((await files.read(file)) ?? '', file) }
}

function missing(given: string, file: string): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `There is no backup at ${given}: ${file} is missing, or is not a regular file.`,
    next: 'Name the folder of a backup, as shown by magento-cloud-upgrade backup list.'
  })
}

function tooLong(file: string, bytes: number): UpgradeError {
  return new UpgradeError('backup-unproven', {
    message: `${file} is not a manifest of a backup: it has ${bytes} bytes.`,
    next: 'Name the folder of a backup that this tool made.'
  })
}
