import type { CheckedBackup } from '../manifest/check-backup.js'
import type { Entry, Ledger } from '../../../ledger.js'
import { writeRestoreNote, type UnfinishedRestore } from './restore-note.js'
import type { RestoreTarget, RestoreTools } from './restore-request.js'

/** From here on a kill leaves behind how to finish and how to go back, and it is told before anything is dropped. */
export async function leaveNote(
  { files, dumpFiles, logger, ledger }: RestoreTools,
  input: {
    readonly backup: CheckedBackup
    readonly parent: string
    readonly wayBack: string | null
    readonly target: RestoreTarget
  }
): Promise<UnfinishedRestore> {
  const { backup, parent, wayBack, target } = input
  const unfinished = await writeRestoreNote({ files, dumpFiles }, parent, {
    schemaVersion: 1,
    id: crypto.randomUUID(),
    project: target.project,
    environment: target.environment,
    application: target.application,
    backup: backup.folder.split('/').at(-1) ?? '',
    wayBack,
    flags: [...target.flags],
    startedAt: new Date().toISOString()
  })
  noteEffect(ledger, unfinished.path).done()
  logger.warn('The database is replaced now. Where this is stopped or killed, one of these brings it to a whole state.')
  // Commands are to be typed as they stand: only warnings are put into other words on the way to a terminal.
  logger.info(`To finish: ${unfinished.finish}`)
  logger.info(`To go back: ${unfinished.goBack ?? 'no command, since what is there now was not backed up'}`)
  return unfinished
}

/** Removes the note of a restore that is over, or that another one takes the place of. */
export async function removeNote(
  { files, ledger }: Pick<RestoreTools, 'files' | 'ledger'>,
  path: string
): Promise<void> {
  await files.remove(path)
  const left = noteEffect(ledger, path)
  left.undone()
  if (left.isNew) ledger.intend('note', `the note ${path} of an earlier restore was removed`).done()
}

function noteEffect(ledger: Ledger, path: string): Entry {
  return ledger.intend('note', `the note ${path} was left`)
}
