import type { GivenOptions } from '../run/normalize-options.js'
import { withCloudSession, type CloudSession } from '../run/cloud-session.js'
import { deployingError, runningDeployments } from './upgrade/ensure-idle.js'
import type { Backup, UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { backUpDatabase } from '../steps/backup/back-up-database.js'
import { setupBackup } from '../steps/backup/setup-backup.js'
import { takeSnapshot } from '../steps/backup/snapshot.js'
import { requiredLevel } from '../steps/backup/required-level.js'
import { readExclude, readRecipients } from '../steps/backup/backup-options.js'
import { refuseWorkTree } from '../steps/backup/backup-folder.js'
import { backupPlaces } from '../run/backup-places.js'
import { fleetingBackup } from '../run/fleeting-backup.js'
import { wantedBackup } from '../run/wanted-backup.js'
import { startRun, type Run } from '../run/run.js'
import { dumpFiles } from '../tools/dump/dump-file.js'
import { createDumpStore } from '../tools/dump/dump-store.js'
import { files } from '../tools/files.js'
import { createRunCommand } from '../tools/process/run-command.js'
import { createScratchServers } from '../tools/mariadb/scratch-server.js'

/** Backs up an environment and does nothing else. The report's `backup` has the dump's place and its proofs. */
export function backup(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return startRun('backup', options, context, (thisRun) =>
    withCloudSession(thisRun, thisRun.options.environment, async (platform) => {
      await platform.cloud.authenticate()
      const [open] = await runningDeployments(platform, thisRun.options.environment)
      if (open) throw deployingError(thisRun.options.environment, open)
      thisRun.facts.backup = await backUpEnvironment(thisRun, platform, null, { alone: true })
      thisRun.facts.verdict = 'backed-up'
    })
  )
}

/**
 * The backup step: the database unless `backup` is `off` or nothing will be deployed (see `wantedBackup`), code and media
 * if asked for. `base` is the commit that the upgrade starts from. With `alone` nothing follows, so a missing backup is a
 * failure whatever `backup-proof` allows.
 * What the backup does not promise becomes a warning of the run.
 */
export async function backUpEnvironment(
  thisRun: Run,
  platform: CloudSession | null,
  base: string | null,
  { alone = false }: { readonly alone?: boolean } = {}
): Promise<Backup> {
  const backup = await makeBackup(thisRun, platform, base, alone)
  const { facts } = thisRun
  facts.warnings = [...facts.warnings, ...backup.problems.filter(({ severity }) => severity === 'warning')]
  return backup
}

function makeBackup(thisRun: Run, platform: CloudSession | null, base: string | null, alone: boolean): Promise<Backup> {
  const { options, context, ledger, stepTimer } = thisRun
  const strategy = alone ? options.backup : wantedBackup(options)
  if (strategy === 'off' || platform === null) {
    stepTimer.skip('backup', options.backup === 'off' ? 'backup: off' : 'nothing is deployed before the merge')
    return Promise.resolve(options.pullRequest && !alone ? noBackupYet : noBackup)
  }
  return stepTimer.step(
    'backup',
    async () => {
      await refuseWorkTree(files, options)
      const recipients = readRecipients(options.backupEncryptTo)
      const run = createRunCommand(context.signal, context.redact)
      const tools = {
        cloud: platform.cloud,
        ssh: await platform.ssh(),
        files,
        dumpFiles,
        dumpStore: createDumpStore(run),
        withScratchDatabase: createScratchServers(run, context.environment),
        logger: context.logger,
        ledger
      }
      const hosts = await platform.hosts()
      const database = await requiredLevel({ level: options.backupProof, alone }, strategy, () =>
        backUpDatabase(tools, {
          strategy,
          hosts,
          to: options.backupTo,
          project: options.project,
          environment: platform.environment,
          application: platform.application,
          directory: options.backupDirectory,
          recipients,
          rehearsal: options.rehearsal,
          exclude: readExclude(options.backupExclude),
          media: options.backupMedia === 'download',
          attempts: 3,
          level: options.backupProof,
          productVersion: base === null ? undefined : thisRun.facts.plan?.fromVersion,
          reuse: base === null ? null : { baseCommit: base, minutes: options.backupReuseMinutes }
        })
      )
      const extras = await setupBackup(tools, {
        hosts,
        code: options.backupCode,
        media: options.backupMedia === 'setup-backup',
        enable: options.setupBackupEnable
      })
      const snapshot = options.backupSnapshot ? [await takeSnapshot({ cloud: platform.cloud, ledger })] : []
      const parts = [database, extras, ...snapshot]
      const { workflow } = thisRun.facts
      const dedicated = database.location !== database.downloadedTo && (await platform.cloud.environment()).dedicated
      const places = backupPlaces(database, { workflow, directory: options.backupDirectory, dedicated })
      const fleeting = fleetingBackup({ ...database, places }, options.backupArtifact)
      return {
        ...database,
        places,
        extras: parts.flatMap((part) => part.extras),
        problems: [...parts.flatMap((part) => part.problems), ...fleeting]
      }
    },
    describeStep
  )
}

function describeStep({ strategy, tables, bytes, state, reused, finishedAt }: Backup): string {
  if (state === 'failed') return 'no backup was made, as backup-proof: off allows'
  const size = ((bytes ?? 0) / 1024 / 1024).toFixed(1)
  return `${reused ? `of ${finishedAt ?? ''}, verified again, ` : ''}${strategy}: ${tables ?? 0} tables, ${size} MB, ${state}`
}

/** The backup part of the report of a run that makes no backup. */
export const noBackup: Backup = {
  strategy: 'off',
  state: 'none',
  finishedAt: null,
  reused: false,
  manifest: null,
  dumps: [],
  location: null,
  downloadedTo: null,
  bytes: null,
  sha256: null,
  tables: null,
  proofs: [],
  extras: [],
  problems: [
    {
      id: 'backup-off',
      severity: 'warning',
      message: 'No backup was made.',
      fix: 'Set backup: auto to make one before the push.'
    }
  ]
}

/** The backup of a run that makes none and deploys nothing: a pull request. */
export const noBackupYet: Backup = {
  ...noBackup,
  problems: [
    {
      id: 'backup-off',
      severity: 'warning',
      message: 'No backup was made.',
      fix: 'A merge deploys without one: before you merge, run magento-cloud-upgrade backup.'
    }
  ]
}
