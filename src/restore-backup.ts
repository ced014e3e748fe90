import type { GivenOptions } from './normalize-options.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { checkBackup } from './steps/backup/check-backup.js'
import { expectSameApplication } from './steps/restore/expect-same-application.js'
import { dumpFailure } from './steps/backup/list-objects.js'
import { describeRestore, expectConfirmed, restoreBackup as restore } from './steps/restore-backup.js'
import { tellStory } from './tell-story.js'
import { dumpFiles } from './tools/dump-file.js'
import { files } from './tools/files.js'
import { withReach } from './with-reach.js'
import { readIdentity, type BackupPath } from './verify-backup.js'

/** What is restored, and the typed name of the environment that it is restored to. */
export interface RestoreRequest extends BackupPath {
  /** Must equal the environment's name: nothing is restored otherwise, and the error says what would be. */
  readonly confirm: string
}

/**
 * Loads the databases of a backup into the environment of `options`, after the backup was read again. No upgrade ever
 * calls this. Comes back with a report, whose `error` says what went wrong.
 */
export function restoreBackup(
  request: RestoreRequest,
  options: GivenOptions,
  context: RunContext = {}
): Promise<UpgradeReport> {
  return tellStory('restore', options, context, async (telling) => {
    const identity = await readIdentity(request.identityFile ?? '')
    const backup = await telling.timetable.step(
      'backup',
      () => checkBackup({ files, dumpFiles }, request.path, identity),
      ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} read again`
    )
    const { environment } = telling.options
    telling.context.logger.info(describeRestore(backup, environment))
    const target = { environment, confirm: request.confirm, identity }
    expectConfirmed(backup, target)
    await withReach(telling, [], async (reach) => {
      expectSameApplication(backup.manifest.application, reach.application)
      const [host] = await reach.hosts()
      if (host === undefined) throw dumpFailure('the environment has no SSH login')
      await restore({ ssh: await reach.ssh(), dumpFiles }, backup, { ...target, host })
    })
    telling.facts.verdict = 'restored'
  })
}
