import type { Problem } from '../../../errors.js'
import { isProven, type BackupManifest, type ManifestDump } from '../manifest/manifest.js'
import { areDifferent, isReusable, type WantedBackup } from './is-reusable.js'
import type { Files } from '../../../tools/files.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import { checkBackup } from '../manifest/check-backup.js'
import { findBackups, type ListedBackup } from '../manifest/find-backups.js'
import type { LocalBackup } from '../manifest/read-manifest.js'

/**
 * Backups of the same application on this machine, newest first: in the folder for backups, otherwise in the temporary
 * directory. A backup without an application name counts for an environment with one application.
 */
export async function earlierBackups(
  files: Files,
  directory: string,
  { project, environment, application }: Pick<BackupManifest, 'project' | 'environment' | 'application'>
): Promise<readonly LocalBackup[]> {
  const folders = directory === '' ? await files.lastingFolders('backup') : [files.resolve(directory)]
  const found: ListedBackup[] = []
  for (const folder of folders) if (await files.exists(folder)) found.push(...(await findBackups(files, folder)))
  return found
    .filter(
      ({ damage, manifest }) => damage === null && manifest.project === project && manifest.environment === environment
    )
    .filter(({ manifest }) => !areDifferent(manifest.application, application))
    .sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}

/** The newest of `earlier` that meets the requirements, after all of it was read again; or null. */
export async function findReusable(
  tools: { readonly files: Files; readonly dumpFiles: DumpFiles },
  earlier: readonly LocalBackup[],
  wanted: WantedBackup
): Promise<LocalBackup | null> {
  for (const backup of earlier) {
    if (!isReusable(backup.manifest, wanted)) continue
    const checked = await checkBackup(tools, backup.folder, null).catch(() => null)
    if (checked !== null) return backup
  }
  return null
}

/** Warnings if a database is less than half or more than twice as large as in the newest proven backup before. */
export function compareSizes(dumps: readonly ManifestDump[], earlier: readonly LocalBackup[]): readonly Problem[] {
  const last = earlier.find(({ manifest }) => isProven(manifest.state))?.manifest
  return dumps.flatMap(({ relationship, sqlBytes }) => {
    const before = last?.dumps.find((dump) => dump.relationship === relationship)?.sqlBytes ?? 0
    if (before === 0 || (sqlBytes > before / 2 && sqlBytes < before * 2)) return []
    return [
      {
        id: 'backup-size',
        severity: 'warning',
        message: `The database of ${relationship} has ${megabytes(sqlBytes)} MB as SQL; the backup of ${last?.finishedAt ?? ''} had ${megabytes(before)} MB.`,
        fix: 'Make sure that this is the right environment, and that nothing was deleted by mistake.'
      }
    ]
  })
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1)
}
