import type { CheckedBackup } from '../manifest/check-backup.js'
import { writeRestoreNote, type UnfinishedRestore } from './restore-notes.js'
import type { RestoreTarget, RestoreTools } from './restore-request.js'

/** From here on a kill leaves behind how to finish and how to go back, and it is told before anything is dropped. */
export async function leaveNote(
  { files, dumpFiles, logger }: RestoreTools,
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
  logger.warn('The database is replaced now. Where this is stopped or killed, one of these brings it to a whole state.')
  // Commands are to be typed as they stand: only warnings are put into other words on the way to a terminal.
  logger.info(`To finish: ${unfinished.finish}`)
  logger.info(`To go back: ${unfinished.goBack ?? 'no command, since what is there now was not backed up'}`)
  return unfinished
}
