import { shellWord } from '../../../shell-quote.js'
import { z } from 'zod'
import { oneLine } from '../manifest/manifest-texts.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'

// Anyone who can write to a folder of backups can write a note: it names folders next to it, never paths.
const folderName = oneLine.refine((text) => !text.includes('/') && !/^\.{0,2}$/.test(text), 'is not a folder name')

/** The note that a restore leaves next to the backup before it drops anything, and removes when it is over. */
export const restoreNote = z.object({
  schemaVersion: z.literal(1),
  id: z.uuid(),
  project: oneLine,
  environment: oneLine,
  application: oneLine.nullable(),
  backup: folderName.describe('folder of the backup that is restored, next to this note'),
  wayBack: folderName.nullable().describe('folder of the backup of the previous content; null if there is none'),
  flags: z.array(z.string().max(20_000)).describe('of the command, without secrets'),
  startedAt: z.iso.datetime()
})

/** See {@link restoreNote}. */
type RestoreNote = z.infer<typeof restoreNote>

const noteName = /^unfinished-restore-[0-9a-f-]{36}\.json$/

/** Whether a file is such a note, judged by its name. */
export function isNoteName(name: string): boolean {
  return noteName.test(name)
}

/** Reads the text of a note; null if it is not valid. */
export function parseRestoreNote(text: string): RestoreNote | null {
  try {
    return restoreNote.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A note that was found, and its commands. */
export interface UnfinishedRestore {
  readonly path: string
  readonly note: RestoreNote
  /** Loads the backup that was being restored. */
  readonly finish: string
  /** Loads the previous content; null if it was not kept. */
  readonly goBack: string | null
}

const most = 256 * 1024

/** The notes, in a folder of backups, of restores that did not end properly. */
export async function findUnfinishedRestores(files: Files, folder: string): Promise<readonly UnfinishedRestore[]> {
  const found: UnfinishedRestore[] = []
  for (const name of (await files.names(folder)).filter(isNoteName)) {
    const bytes = await files.sizeInside(folder, name)
    const note =
      bytes === null || bytes > most ? null : parseRestoreNote((await files.read(files.join(folder, name))) ?? '')
    if (note !== null) found.push(withCommands(files, folder, note))
  }
  return found
}

/** Writes a note next to the backup, flushed, so that it survives a kill. */
export async function writeRestoreNote(
  { files, dumpFiles }: { readonly files: Files; readonly dumpFiles: DumpFiles },
  folder: string,
  note: RestoreNote
): Promise<UnfinishedRestore> {
  const unfinished = withCommands(files, folder, note)
  await files.write(`${unfinished.path}.partial`, `${JSON.stringify(note, null, 2)}\n`, { secret: true })
  await dumpFiles.settle(`${unfinished.path}.partial`, unfinished.path)
  return unfinished
}

function withCommands(files: Files, folder: string, note: RestoreNote): UnfinishedRestore {
  const command = (name: string): string => restoreCommand(files.join(folder, name), note.environment, note.flags)
  return {
    path: files.join(folder, `unfinished-restore-${note.id}.json`),
    note,
    finish: command(note.backup),
    goBack: note.wayBack === null ? null : command(note.wayBack)
  }
}

/** The command that restores a backup, for a person to type: `path` is its folder, `flags` are words of the command line. */
export function restoreCommand(path: string, environment: string, flags: readonly string[]): string {
  const words = ['magento-cloud-upgrade', 'backup', 'restore', path, ...flags, '--confirm', environment]
  return words.map(shellWord).join(' ')
}
