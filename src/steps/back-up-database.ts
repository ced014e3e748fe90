import { UpgradeError } from '../errors.js'
import type { Logger } from '../logger.js'
import type { ManifestDump, MediaCopy } from '../project/backup-manifest.js'
import type { Backup } from '../report.js'
import type { DumpFiles } from '../tools/dump-file.js'
import type { DumpStore } from '../tools/dump-file/dump-store.js'
import type { Files } from '../tools/files.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { WithScratchDatabase } from '../tools/scratch-database.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import type { BackupLevel } from './backup/at-level.js'
import { chooseWay, type BackupPlace, type BackupStrategy, type BackupWay } from './backup/choose-way.js'
import { inBackupFolder } from './backup/backup-folder.js'
import { composeManifest } from './backup/compose-manifest.js'
import { copyMedia } from './backup/copy-media.js'
import { describeBackup } from './backup/describe-backup.js'
import { dumpDatabases, forgetOnServer } from './backup/dump-databases.js'
import { compareSizes, earlierBackups } from './backup/earlier-backups.js'
import { dumpFailure } from './backup/list-objects.js'
import { reuseBackup } from './backup/reuse-backup.js'
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
  /** Name of the application; null where the environment is taken to hold one. */
  readonly application: string | null
  /** Folder for backups on this machine; empty for a private one below the temporary directory. */
  readonly directory: string
  /** age recipients for what comes to this machine. */
  readonly recipients: readonly string[]
  /** Tables and views that are left out of the dumps. */
  readonly exclude: readonly string[]
  /** Whether the main database need not be that of a whole shop: what a restore replaces may be broken. */
  readonly mayBeBroken?: boolean
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
  const reused = await reuseBackup(tools, input, { way, host, earlier })
  if (reused !== null) return reused
  return inBackupFolder(tools.files, way.here ? input.directory : null, async (folder) => {
    const dumps = await dumpDatabases(tools, input, { way, host, folder })
    const media = await copyMediaBeside(tools, input, { host, folder, dumps })
    const finishedAt = new Date().toISOString()
    const manifest = composeManifest(input, dumps, { host, strategy: way.strategy, startedAt, finishedAt, media })
    const path = await writeManifest(tools, manifest, folder)
    const backup = describeBackup(tools.files, manifest, { path, folder, reused: false })
    return { ...backup, problems: [...backup.problems, ...compareSizes(dumps, earlier)] }
  })
}

/** Where that fails, the dumps that lie on the server are no backup, and go. */
async function copyMediaBeside(
  tools: BackupTools,
  input: BackupInput,
  {
    host,
    folder,
    dumps
  }: { readonly host: SshHost; readonly folder: string | null; readonly dumps: readonly ManifestDump[] }
): Promise<MediaCopy | null> {
  if (!input.media || folder === null) return null
  return copyMedia(tools, host, folder).catch(async (error: unknown) => {
    await forgetOnServer(tools, host, dumps)
    throw error
  })
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
