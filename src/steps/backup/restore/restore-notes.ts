import { isNoteName, parseRestoreNote, type RestoreNote } from './restore-note.js'
import { restoreCommand } from './restore-command.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'

/** A note that was found, and what can be typed. */
export interface UnfinishedRestore {
  readonly path: string
  readonly note: RestoreNote
  /** Loads the backup that was being restored. */
  readonly finish: string
  /** Loads what was there before; null where nothing of it was kept. */
  readonly goBack: string | null
}

const most = 256 * 1024

/** The notes in a folder of backups of restores that have not ended in good order. */
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

/** Writes a note beside the backup, flushed: from then on a kill leaves it behind. */
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
