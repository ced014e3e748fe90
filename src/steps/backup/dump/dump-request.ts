import type { SshHost } from '../../../tools/ssh/ssh.js'
import type { ListedDatabase } from './list-objects.js'

/** One dump to make. */
export interface DumpRequest {
  readonly host: SshHost
  /** Name of the relationship whose database is dumped, e.g. `database`. */
  readonly relationship: string
  /** The content of the database before the dump, and where it is read. */
  readonly before: ListedDatabase
  /** Names of tables and views to leave out. */
  readonly exclude: readonly string[]
  /** Whether the database may be incomplete or not that of a shop. */
  readonly mayBeBroken: boolean
  /** Private folder on this machine for the dump or its copy. */
  readonly folder: string
  /** age recipients; the dump is encrypted for them before it reaches the disk of this machine. */
  readonly recipients: readonly string[]
  /** Also download a dump that is on the server. */
  readonly download: boolean
}
