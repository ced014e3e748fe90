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
  /** What this step changes, for the report. */
  readonly ledger: Ledger
  /** Backs up what is there before it goes. */
  readonly backUp: (input: BackupInput) => Promise<Backup>
  /** Whether, and by what signal, the run was stopped. */
  readonly signal: AbortSignal
  /** Runs a task with a login of its own, also where the run was stopped. */
  readonly again: <T>(task: (ssh: Ssh) => Promise<T>) => Promise<T>
}

/** Where a backup is restored to. */
export interface RestoreTarget {
  readonly project: string
  readonly environment: string
  /** Name of the application; null where the environment is taken to hold one. */
  readonly application: string | null
  readonly host: SshHost
  /** The name of the environment, typed by the person who wants this. */
  readonly confirm: string
  /** Text of an age identity file, or null. */
  readonly identity: string | null
  /** Whether what is there now is backed up first. */
  readonly wayBack: boolean
  readonly rehearsal: 'auto' | 'require' | 'off'
  /** Seconds to wait for a session that still replaces the database, as after a kill. */
  readonly lockSeconds: number
  /** Words of the command line, but for secrets and the confirmation, with which the same database is reached. */
  readonly flags: readonly string[]
}

/** One database that is to be replaced. */
export interface Replacement extends DumpToLoad {
  readonly looked: LookedDatabase
  /** Tables of the dump that can be made under another name. */
  readonly movable: ReadonlySet<string>
}
