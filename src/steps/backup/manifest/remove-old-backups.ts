import { manifestName, type BackupManifest } from './manifest.js'
import type { Ledger } from '../../../ledger.js'
import { planRetention, type Retention } from './retention.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'
import { findUnfinishedRestores } from '../restore/restore-note.js'
import { findOtherContent } from './find-damage.js'
import { findBackups, type ListedBackup } from './find-backups.js'
import type { LocalBackup } from './read-manifest.js'

/** The backups that a prune removed and kept. */
export interface Pruned {
  readonly kept: readonly LocalBackup[]
  readonly removed: readonly LocalBackup[]
  /** Backups that do not match their manifest: they do not count and were left alone. */
  readonly damaged: readonly ListedBackup[]
  /** Why manifests could not be read, in foreign words; their files were left alone. */
  readonly unreadable: readonly string[]
}

interface PruneInput {
  readonly retention: Retention
  readonly now: Date
  readonly dryRun: boolean
}

/**
 * Removes the backups that retention does not keep: only the files that a manifest names, the manifest itself last, and
 * the folder if it is then empty. A manifest only counts if its files exist, and nothing is removed before the newest
 * proven backup of the environment has been read and its checksums are right. With `dryRun`, nothing is removed.
 */
export async function removeOldBackups(
  tools: { readonly files: Files; readonly dumpFiles: DumpFiles; readonly ledger: Ledger },
  directory: string,
  { retention, now, dryRun }: PruneInput
): Promise<Pruned> {
  const damaged: ListedBackup[] = []
  let whole: readonly LocalBackup[] = []
  const unreadable: string[] = []
  for (const backup of await findBackups(tools.files, directory, (reason) => unreadable.push(reason)))
    if (backup.damage === null) whole = [...whole, backup]
    else damaged.push(backup)
  const needed = await neededByRestores(tools.files, directory)
  const read = new Set<LocalBackup>()
  for (;;) {
    const manifests = whole.map(({ manifest }) => manifest)
    const { kept, proven } = planRetention(manifests, retention, now)
    const unread = whole.filter((backup) => proven.has(backup.manifest) && !read.has(backup))
    const wrong = await findWrong(tools, unread)
    const stay = new Set([...kept, ...manifestsIn(whole, needed)])
    if (wrong.length === 0) return finish(tools, { whole, damaged, unreadable, kept: stay, dryRun })
    damaged.push(...wrong)
    whole = whole.filter(({ folder }) => !wrong.some((backup) => backup.folder === folder))
    for (const backup of unread) read.add(backup)
  }
}

/** Folders of backups that an unfinished restore needs to finish or to go back. */
async function neededByRestores(files: Files, directory: string): Promise<ReadonlySet<string>> {
  const parent = files.resolve(directory)
  const notes = await findUnfinishedRestores(files, parent)
  const names = notes.flatMap(({ note: { backup, wayBack } }) => (wayBack === null ? [backup] : [backup, wayBack]))
  return new Set(names.map((name) => files.join(parent, name)))
}

function manifestsIn(backups: readonly LocalBackup[], folders: ReadonlySet<string>): readonly BackupManifest[] {
  return backups.filter(({ folder }) => folders.has(folder)).map(({ manifest }) => manifest)
}

async function findWrong(
  tools: { readonly files: Files; readonly dumpFiles: DumpFiles },
  backups: readonly LocalBackup[]
): Promise<readonly ListedBackup[]> {
  const wrong: ListedBackup[] = []
  for (const backup of backups) {
    const damage = await findOtherContent(tools, backup)
    if (damage !== null) wrong.push({ ...backup, damage })
  }
  return wrong
}

async function finish(
  tools: { readonly files: Files; readonly ledger: Ledger },
  {
    whole,
    kept,
    dryRun,
    ...leftAlone
  }: Omit<Pruned, 'kept' | 'removed'> & {
    readonly whole: readonly LocalBackup[]
    readonly kept: ReadonlySet<BackupManifest>
    readonly dryRun: boolean
  }
): Promise<Pruned> {
  const removed = whole.filter(({ manifest }) => !kept.has(manifest))
  if (!dryRun) for (const backup of removed) await removeBackup(tools, backup)
  return { kept: whole.filter(({ manifest }) => kept.has(manifest)), removed, ...leftAlone }
}

// The reader of manifests has checked that these are plain names.
async function removeBackup(
  { files, ledger }: { readonly files: Files; readonly ledger: Ledger },
  { folder, manifest: { dumps, media } }: LocalBackup
): Promise<void> {
  const removed = ledger.intend('removed-backup', `the backup ${folder} was removed`)
  const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]))
  const mediaNames = media === null ? [] : [media.folder, media.checksums]
  for (const name of [...dumpNames, ...mediaNames, manifestName]) await files.remove(files.join(folder, name))
  await files.removeIfEmpty(folder)
  removed.done()
}
