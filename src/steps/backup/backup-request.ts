import type { Ledger } from '../../ledger.js'
import type { Logger } from '../../logger.js'
import type { DumpFiles } from '../../tools/dump/dump-file.js'
import type { DumpStore } from '../../tools/dump/dump-store.js'
import type { Files } from '../../tools/files.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import type { WithScratchServer } from '../../tools/mariadb/scratch-server.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import type { BackupLevel } from './required-level.js'
import type { BackupPlace, BackupStrategy } from './choose-strategy.js'

/** The tools of this step. */
export interface BackupTools {
  readonly cloud: MagentoCloud
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
  readonly dumpStore: DumpStore
  readonly withScratchDatabase: WithScratchServer
  readonly logger: Logger
  /** The effects of this step, for the report. */
  readonly ledger: Ledger
}

/** What to back up, and where to. */
export interface BackupInput {
  readonly strategy: BackupStrategy
  readonly to: BackupPlace
  readonly hosts: readonly SshHost[]
  readonly project: string
  readonly environment: string
  /** Name of the application; null if the environment is assumed to have only one. */
  readonly application: string | null
  /** Folder for backups on this machine; empty for a private one in the temporary directory. */
  readonly directory: string
  /** age recipients for files on this machine. */
  readonly recipients: readonly string[]
  /** Tables and views to leave out of the dumps. */
  readonly exclude: readonly string[]
  /** Whether the main database may be incomplete: a restore may replace a broken one. */
  readonly mayBeBroken?: boolean
  /** Whether pub/media is copied along with the dumps. */
  readonly media: boolean
  /** How often a dump that a schema change spoils is tried. */
  readonly attempts: number
  /** The level that the backup must reach. */
  readonly level: BackupLevel
  /** The commit that the upgrade starts from, and the maximum age of a backup of it to reuse; null for a new one. */
  readonly reuse: { readonly baseCommit: string; readonly minutes: number } | null
  /** The product version of that commit; left out for a backup alone. */
  readonly productVersion?: string | undefined
  /** Whether a dump on this machine is restored into a scratch database: if there is a server, always, or never. */
  readonly rehearsal: 'auto' | 'require' | 'off'
}
