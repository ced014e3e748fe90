import type { Entry, Ledger } from '../../../ledger.js'
import type { SshHost } from '../../../tools/ssh/ssh.js'

/** Notes a dump that is about to lie on the server. */
export function intendDump(ledger: Ledger, host: SshHost, relationship: string): Entry {
  return ledger.intend('server-file', `a dump of ${relationship} was left on ${host}`)
}
