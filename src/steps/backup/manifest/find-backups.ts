import { UpgradeError } from '../../../errors.js'
import type { Files } from '../../../tools/files.js'
import { findDamage } from './find-damage.js'
import { readManifest, type LocalBackup } from './read-manifest.js'

/** A backup in a folder of backups. */
export interface ListedBackup extends LocalBackup {
  /** What it lacks on this machine by the sizes in its manifest, in words; null where every file is there. */
  readonly damage: string | null
}

// The copy of the media beside a dump comes from the server, and may hold anything.
const isManifest = /^(?:(?!media\/)[^/]+\/)?manifest\.json$/

/**
 * All backups in a folder, itself included, the newest first. Folders without a manifest are none: what lies there is
 * unfinished. `onUnreadable` hears why a manifest was left out, in foreign words.
 */
export async function findBackups(
  files: Files,
  directory: string,
  onUnreadable: (reason: string) => void = () => undefined
): Promise<readonly ListedBackup[]> {
  const parent = files.resolve(directory)
  if (!(await files.exists(parent))) {
    throw new UpgradeError('bad-input', {
      message: `There is no folder ${parent}.`,
      next: 'Name the backup-directory that backups were made into.'
    })
  }
  const manifests = (await files.list(parent)).filter((path) => isManifest.test(path))
  const backups: ListedBackup[] = []
  for (const path of manifests) {
    // A manifest of something else must not hide the backups beside it.
    const backup = await readManifest(files, files.join(parent, path)).catch((error: unknown) => {
      onUnreadable(error instanceof Error ? error.message : String(error))
      return null
    })
    if (backup !== null) backups.push({ ...backup, damage: await findDamage(files, backup) })
  }
  return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}
