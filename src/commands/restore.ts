import { camelCase, type GivenOptions, type UpgradeOptions } from '../run/normalize-options.js'
import { optionTable, type OptionDefinition } from '../options.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { backUpDatabase } from '../steps/backup/back-up-database.js'
import { checkBackup } from '../steps/backup/manifest/check-backup.js'
import { expectSameApplication } from '../steps/backup/restore/expect-restorable.js'
import { dumpFailure } from '../steps/backup/dump/list-objects.js'
import {
  describeRestore,
  expectConfirmed,
  restoreBackup,
  type RestoreTools
} from '../steps/backup/restore/restore-backup.js'
import { startRun, type Run } from '../run/run.js'
import { dumpFiles } from '../tools/dump/dump-file.js'
import { createDumpStore } from '../tools/dump/dump-store.js'
import { files } from '../tools/files.js'
import type { MagentoCloud } from '../tools/magento-cloud/magento-cloud.js'
import { createRunCommand } from '../tools/process/run-command.js'
import { createScratchServers } from '../tools/mariadb/scratch-server.js'
import { withEnvironmentAccess, type EnvironmentAccess } from '../run/environment-access.js'
import { readIdentity, type BackupPath } from './backups.js'

/** What is restored, and the typed name of the environment that it is restored to. */
export interface RestoreRequest extends BackupPath {
  /** Must equal the environment's name; otherwise nothing is restored, and the error says what would have been. */
  readonly confirm: string
  /** Whether the present database is first backed up next to the backup. Default: true. */
  readonly wayBack?: boolean
}

/**
 * Loads the databases of a backup into the environment of `options`, after reading the backup again. No upgrade calls
 * this. Returns a report, whose `error` says what went wrong.
 */
export function restore(options: GivenOptions & RestoreRequest, context: RunContext = {}): Promise<UpgradeReport> {
  const { path, confirm, identityFile = '', wayBack = true, ...given } = options
  return startRun('restore', given, context, async (thisRun) => {
    const identity = await readIdentity(identityFile)
    const backup = await thisRun.stepTimer.step(
      'backup',
      () => checkBackup({ files, dumpFiles }, path, identity),
      ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} verified again`
    )
    const { environment } = thisRun.options
    thisRun.context.logger.info(describeRestore(backup, environment))
    const target = { environment, confirm, identity }
    expectConfirmed(backup, target)
    await withEnvironmentAccess(thisRun, [], async (access) => {
      expectSameApplication(backup.manifest.application, access.application)
      const [host] = await access.hosts()
      if (host === undefined) throw dumpFailure('the environment has no SSH login')
      const warnings = await restoreBackup(await toolsOf(thisRun, access), backup, {
        ...target,
        host,
        project: thisRun.options.project,
        application: access.application,
        wayBack,
        rehearsal: thisRun.options.rehearsal,
        lockSeconds: 60,
        flags: flagsOf(thisRun.options, identityFile)
      })
      thisRun.facts.warnings.push(...warnings)
    })
    thisRun.facts.verdict = 'restored'
  })
}

async function toolsOf(thisRun: Run, access: EnvironmentAccess): Promise<RestoreTools> {
  const { context, ledger } = thisRun
  const run = createRunCommand(context.signal, context.redact)
  // A stop ends the commands of this run, but the state of the database is still asked for afterwards.
  const unstopped = { ...thisRun, context: { ...context, signal: new AbortController().signal } }
  const ssh = await access.ssh()
  const withScratchDatabase = createScratchServers(run, context.environment)
  const dumping = {
    ssh,
    files,
    dumpFiles,
    dumpStore: createDumpStore(run),
    withScratchDatabase,
    logger: context.logger,
    ledger
  }
  // A dump streamed over SSH needs no call of the platform's API.
  const cloud = access.cloud ?? ({} as MagentoCloud)
  return {
    ssh,
    files,
    dumpFiles,
    backUp: (input) => backUpDatabase({ ...dumping, cloud }, input),
    logger: context.logger,
    ledger,
    signal: context.signal,
    again: (task) =>
      context.signal.aborted
        ? withEnvironmentAccess(unstopped, [], async (fresh) => task(await fresh.ssh()))
        : task(ssh)
  }
}

/** The command-line options that reach the same database, without secrets and defaults. */
function flagsOf(options: UpgradeOptions, identityFile: string): readonly string[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const flags = rows.flatMap(([name, row]) => {
    const value = options[camelCase(name) as keyof UpgradeOptions]
    if (!row.commands.includes('restore') || row.secret === true || value === row.default) return []
    if (row.type === 'boolean') return [value === true ? `--${name}` : `--no-${name}`]
    return [`--${name}`, /-(?:file|directory)$/.test(name) ? files.resolve(String(value)) : String(value)]
  })
  return identityFile === '' ? flags : [...flags, '--identity', files.resolve(identityFile)]
}
