import type { SshHost } from '../../../tools/ssh/ssh.js'
import type { ListedDatabase } from './list-objects.js'

/** One dump to be made. */
export interface DumpRequest {
  readonly host: SshHost
  /** Name of the relationship whose database is dumped, e.g. `database`. */
  readonly relationship: string
  /** What the database held before, and where it is read. */
  readonly before: ListedDatabase
  /** Names of tables and views that are left out. */
  readonly exclude: readonly string[]
  /** Whether it need not be the database of a whole shop. */
  readonly mayBeBroken: boolean
  /** Private folder on this machine that the dump, or its copy, goes to. */
  readonly folder: string
  /** age recipients; the dump is encrypted for them before it reaches the disk of this machine. */
  readonly recipients: readonly string[]
  /** Also bring a dump that lies on the server to this machine. */
  readonly download: boolean
}
