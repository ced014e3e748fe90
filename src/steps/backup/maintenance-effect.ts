import type { Entry, Ledger } from '../../ledger.js'
import type { SshHost } from '../../tools/ssh/ssh.js'

/** Notes that a program is about to close the site of a node for its time. */
export function intendMaintenance(ledger: Ledger, host: SshHost): Entry {
  return ledger.intend('maintenance', `the site on ${host} was left in maintenance mode`)
}

/** Sets what became of it: `left` closed, `as-before`, or null where the answer was lost. */
export function settleMaintenance(closed: Entry, told: string | null): void {
  if (told === 'left') closed.done()
  else if (told === 'as-before') closed.undone()
  else closed.unknown()
}
