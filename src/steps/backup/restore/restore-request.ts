import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import type { Ledger } from '../../../ledger.js'
import type { Logger } from '../../../logger.js'
import type { Backup } from '../../../report/report.js'
import type { DumpFiles } from '../../../tools/dump/dump-file.js'
import type { Files } from '../../../tools/files.js'
import type { BackupInput } from '../backup-request.js'
import type { LookedDatabase } from './look-at-database.js'
import type { DumpToLoad } from './try-on-server.js'

/** The tools of this step. */
export interface RestoreTools {
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
  readonly logger: Logger
  /** The effects of this step, for the report. */
  readonly ledger: Ledger
  /** Backs up the present content before it is replaced. */
  readonly backUp: (input: BackupInput) => Promise<Backup>
  /** Whether the run was stopped, and by which signal. */
  readonly signal: AbortSignal
  /** Runs a task with a separate login, even if the run was stopped. */
  readonly again: <T>(task: (ssh: Ssh) => Promise<T>) => Promise<T>
}

/** Where a backup is restored to. */
export interface RestoreTarget {
  readonly project: string
  readonly environment: string
  /** Name of the application; null if the environment is assumed to have only one. */
  readonly application: string | null
  readonly host: SshHost
  /** The name of the environment, typed by the person who wants this. */
  readonly confirm: string
  /** Text of an age identity file, or null. */
  readonly identity: string | null
  /** Whether the present content is backed up first. */
  readonly wayBack: boolean
  readonly rehearsal: 'auto' | 'require' | 'off'
  /** Seconds to wait for a session that is still replacing the database, as after a kill. */
  readonly lockSeconds: number
  /** Command-line words that select the same database, without secrets and the confirmation. */
  readonly flags: readonly string[]
}

/** One database to replace. */
export interface Replacement extends DumpToLoad {
  readonly looked: LookedDatabase
  /** Tables of the dump that can be created under another name. */
  readonly movable: ReadonlySet<string>
}
