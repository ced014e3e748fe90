import { UpgradeError } from '../errors.js'
import type { Logger } from '../logger.js'
import { manifestName, stateOf, type BackupManifest, type ManifestDump } from '../project/backup-manifest.js'
import { tellPromises } from '../project/backup-promises.js'
import type { Backup } from '../report.js'
import type { DumpFiles } from '../tools/dump-file.js'
import type { DumpStore } from '../tools/dump-file/dump-store.js'
import type { Files } from '../tools/files.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { WithScratchDatabase } from '../tools/scratch-database.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { peakMegabytes } from '../tools/this-machine.js'
import type { BackupLevel } from './backup/at-level.js'
import { chooseWay, type BackupPlace, type BackupStrategy, type BackupWay } from './backup/choose-way.js'
import { copyMedia } from './backup/copy-media.js'
import { describeBackup } from './backup/describe-backup.js'
import { dumpDatabases } from './backup/dump-databases.js'
import { compareSizes, earlierBackups, findReusable } from './backup/earlier-backups.js'
import { findOnServer } from './backup/find-on-server.js'
import { dumpFailure } from './backup/list-objects.js'
import type { LocalBackup } from './backup/read-manifest.js'
import { writeManifest } from './backup/write-manifest.js'

/** The tools of this step. */
export interface BackupTools {
  readonly cloud: MagentoCloud
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
  readonly dumpStore: DumpStore
  readonly withScratchDatabase: WithScratchDatabase
  readonly logger: Logger
}

/** What is backed up, and where to. */
export interface BackupInput {
  readonly strategy: BackupStrategy
  readonly to: BackupPlace
  readonly hosts: readonly SshHost[]
  readonly project: string
  readonly environment: string
  /** Folder for backups on this machine; empty for a private one below the temporary directory. */
  readonly directory: string
  /** age recipients for what comes to this machine. */
  readonly recipients: readonly string[]
  /** Tables and views that are left out of the dumps. */
  readonly exclude: readonly string[]
  /** Whether pub/media is copied beside the dumps. */
  readonly media: boolean
  /** How often a dump is tried that a schema change spoils. */
  readonly attempts: number
  /** What the backup is to be worth. */
  readonly level: BackupLevel
  /** The commit that the upgrade starts from, and the age up to which a backup made for it does; null for a new one. */
  readonly reuse: { readonly baseCommit: string; readonly minutes: number } | null
  /** Whether a dump on this machine is restored into a scratch database: where there is one, by all means, or not. */
  readonly rehearsal: 'auto' | 'require' | 'off'
}

/**
 * Dumps every database of the environment and proves each dump; where an earlier run of the same upgrade left a backup
 * that does, that one is read again instead. Throws UpgradeError `backup-failed` where a dump could not be made and
 * `backup-unproven` where it could, but is not whole or cannot be restored; nothing of it is left then, and older
 * backups are untouched.
 */
export async function backUpDatabase(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const startedAt = new Date().toISOString()
  const [host] = input.hosts
  if (host === undefined) throw dumpFailure('the environment has no SSH login')
  const way = await chooseWay(tools.cloud, input)
  if (input.media && (!way.here || input.recipients.length > 0)) throw noPlaceForMedia(way)
  if (input.rehearsal === 'require' && (!way.here || input.recipients.length > 0)) throw unrehearsable(way)
  const earlier = way.here ? await earlierBackups(tools.files, input.directory, input) : []
  const reused = await reuse(tools, input, { way, host, earlier })
  if (reused !== null) return reused
  const folder = way.here ? await openFolder(tools.files, input.directory) : null
  try {
    const dumps = await dumpDatabases(tools, input, { way, host, folder })
    const media = input.media && folder !== null ? await copyMedia(tools, host, folder) : null
    const manifest = composeManifest(input, dumps, { host, strategy: way.strategy, startedAt, media })
    const path = await writeManifest(tools, manifest, folder)
    const backup = describeBackup(tools.files, manifest, { path, folder, reused: false })
    return { ...backup, problems: [...backup.problems, ...compareSizes(dumps, earlier)] }
  } catch (error) {
    if (folder !== null) await tools.files.remove(folder)
    throw error
  }
}

async function openFolder(files: Files, directory: string): Promise<string> {
  if (directory === '') return files.privateFolder('backup')
  const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`)
  await files.makePrivateFolder(folder).catch((error: unknown) => {
    throw dumpFailure(`its folder cannot be made: ${error instanceof Error ? error.message : String(error)}`)
  })
  return folder
}

/** The backup of an earlier run of the same upgrade, or null where none does. */
async function reuse(
  tools: BackupTools,
  input: BackupInput,
  { way, host, earlier }: { readonly way: BackupWay; readonly host: SshHost; readonly earlier: readonly LocalBackup[] }
): Promise<Backup | null> {
  if (input.reuse === null) return null
  const wanted = {
    ...input.reuse,
    strategy: way.strategy,
    here: way.here,
    onServer: way.kind === 'ssh-dump' || way.kind === 'ece-dump',
    encrypted: input.recipients.length > 0,
    exclude: input.exclude,
    media: input.media,
    level: input.level,
    now: new Date()
  }
  const found = way.here
    ? await findReusable(tools, earlier, wanted)
    : await findOnServer(tools.ssh, host, input, wanted)
  if (found === null) return null
  const path = tools.files.join(found.folder, manifestName)
  tools.logger.info(`The backup ${path} of an earlier run was read again, and does.`)
  return describeBackup(tools.files, found.manifest, { path, folder: way.here ? found.folder : null, reused: true })
}

function composeManifest(
  { project, environment, level, reuse }: BackupInput,
  dumps: readonly ManifestDump[],
  made: Pick<BackupManifest, 'host' | 'strategy' | 'startedAt' | 'media'>
): BackupManifest {
  const state = stateOf(dumps)
  const notCovered = [...(made.media === null ? ['media'] : []), 'code', 'services other than databases']
  const baseCommit = reuse?.baseCommit ?? null
  const facts = { state, strategy: made.strategy, notCovered, baseCommit, level, peakMegabytes: peakMegabytes() }
  return {
    schemaVersion: 1,
    state,
    consistent: dumps.every(({ nonTransactional }) => nonTransactional.length === 0),
    ...{ project, environment, ...made, baseCommit },
    finishedAt: new Date().toISOString(),
    dumps: [...dumps],
    notCovered,
    promises: [...tellPromises(dumps, facts)]
  }
}

function noPlaceForMedia({ here }: BackupWay): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `backup-media is download, but ${here ? 'backup-encrypt-to is set, and media are copied in clear' : 'the backup stays on the server'}.`,
    unchanged: 'Nothing was changed.',
    next: here ? 'Leave one of the two out.' : 'Set backup-to: runner or both.'
  })
}

function unrehearsable({ here }: BackupWay): UpgradeError {
  return new UpgradeError('bad-input', {
    message: `rehearsal: require needs a clear dump on this machine, but ${here ? 'backup-encrypt-to is set' : 'the dump stays on the server'}.`,
    unchanged: 'Nothing was changed.',
    next: here
      ? 'Leave backup-encrypt-to empty, or set rehearsal: auto.'
      : 'Set backup-to: runner or both, or set rehearsal: auto.'
  })
}
