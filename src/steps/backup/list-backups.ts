import { UpgradeError } from '../../errors.js'
import { manifestName, type BackupManifest } from '../../project/backup-manifest.js'
import { planRetention, type Retention } from '../../project/backup-retention.js'
import type { Files } from '../../tools/files.js'
import { readManifest, type LocalBackup } from './read-manifest.js'

/** All backups in a folder, the newest first. Folders without a manifest are none: what lies there is unfinished. */
export async function listBackups(files: Files, directory: string): Promise<readonly LocalBackup[]> {
  const parent = files.resolve(directory)
  if (!(await files.exists(parent))) {
    throw new UpgradeError('bad-input', {
      message: `There is no folder ${parent}.`,
      unchanged: 'Nothing was changed.',
      next: 'Name the backup-directory that backups were made into.'
    })
  }
  const found = await files.list(parent)
  const manifests = found.filter((path) => path === manifestName || path.endsWith(`/${manifestName}`))
  const backups: LocalBackup[] = []
  for (const path of manifests) {
    // A manifest of something else must not hide the backups beside it.
    const backup = await readManifest(files, files.join(parent, path)).catch(() => null)
    if (backup !== null) backups.push(backup)
  }
  return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}

/** What a prune removed, and what it kept. */
export interface Pruned {
  readonly kept: readonly LocalBackup[]
  readonly removed: readonly LocalBackup[]
}

/**
 * Removes the backups that retention does not keep: only the files that a manifest names, the manifest itself last
 * of all, and the folder where nothing else is in it. With `dryRun` nothing is removed.
 */
export async function pruneBackups(
  files: Files,
  directory: string,
  { retention, now, dryRun }: { readonly retention: Retention; readonly now: Date; readonly dryRun: boolean }
): Promise<Pruned> {
  const backups = await listBackups(files, directory)
  const keep = planRetention(
    backups.map(({ manifest }) => manifest),
    retention,
    now
  )
  const removed = backups.filter(({ manifest }) => !keep.has(manifest))
  if (!dryRun) for (const backup of removed) await removeBackup(files, backup)
  return { kept: backups.filter(({ manifest }) => keep.has(manifest)), removed }
}

async function removeBackup(files: Files, { folder, manifest }: LocalBackup): Promise<void> {
  const { media } = manifest
  const copies = media === null ? [] : [media.folder, media.checksums].filter((name) => /^media[\w.-]*$/.test(name))
  for (const name of [...namedFiles(manifest), ...copies, manifestName]) await files.remove(files.join(folder, name))
  await files.removeIfEmpty(folder)
}

/** Names that are plain names: a manifest that points elsewhere is not followed. */
function namedFiles({ dumps }: BackupManifest): readonly string[] {
  return dumps.flatMap(({ file }) => (file !== null && /^[\w.-]+$/.test(file) && !file.startsWith('.') ? [file] : []))
}
