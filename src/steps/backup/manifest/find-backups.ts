import { UpgradeError } from '../../../errors.js'
import type { Files } from '../../../tools/files.js'
import { findDamage } from './find-damage.js'
import { readManifest, type LocalBackup } from './read-manifest.js'

/** One backup in a folder of backups. */
export interface ListedBackup extends LocalBackup {
  /** What it lacks on this machine, judged by the sizes in its manifest, in words; null if every file is there. */
  readonly damage: string | null
}

// The copy of the media next to a dump comes from the server, and may contain anything.
const isManifest = /^(?:(?!media\/)[^/]+\/)?manifest\.json$/

/**
 * All backups in a folder, including the folder itself, newest first. A folder without a manifest is an unfinished
 * backup and not listed. `onUnreadable` gets the reason, as foreign text, for each manifest that was skipped.
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
      next: 'Name the backup-directory that contains the backups.'
    })
  }
  const manifests = (await files.list(parent)).filter((path) => isManifest.test(path))
  const backups: ListedBackup[] = []
  for (const path of manifests) {
    // A foreign manifest must not hide the backups next to it.
    const backup = await readManifest(files, files.join(parent, path)).catch((error: unknown) => {
      onUnreadable(error instanceof Error ? error.message : String(error))
      return null
    })
    if (backup !== null) backups.push({ ...backup, damage: await findDamage(files, backup) })
  }
  return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}
