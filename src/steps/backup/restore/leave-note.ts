import type { CheckedBackup } from '../manifest/check-backup.js'
import type { Entry, Ledger } from '../../../ledger.js'
import { writeRestoreNote, type UnfinishedRestore } from './restore-note.js'
import type { RestoreTarget, RestoreTools } from './restore-request.js'

/**
 * From here on, a killed run leaves the commands to finish and to go back; they are printed before anything is dropped.
 */
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
  logger.warn('The database is being replaced. If this is stopped or killed, run one of these two commands.')
  // Commands must be copied verbatim, so they are not logged as warnings, which are reworded on the way to a terminal.
  logger.info(`To finish: ${unfinished.finish}`)
  logger.info(`To go back: ${unfinished.goBack ?? 'no command, because the previous content was not backed up'}`)
  return unfinished
}

/** Removes the note of a restore that is over or was replaced by another one. */
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
