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
  /** What this step changes, for the report. */
  readonly ledger: Ledger
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
