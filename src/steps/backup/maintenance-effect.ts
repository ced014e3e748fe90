import type { Entry, Ledger } from '../../ledger.js'
import type { RemoteAnswer } from '../../tools/ssh/remote-answer.js'
import type { SshHost } from '../../tools/ssh/ssh.js'

/** Notes that a program is about to close the site of a node for its time. */
export function intendMaintenance(ledger: Ledger, host: SshHost): Entry {
  return ledger.intend('maintenance', `the site on ${host} was left in maintenance mode`)
}

/** Sets what became of it: `left` closed, `as-before`, or anything else where that is not known. */
export function settleMaintenance(closed: Entry, told: string | null): void {
  if (told === 'left') closed.done()
  else if (told === 'as-before') closed.undone()
  else closed.unknown()
}

/**
 * Notes what `ece-tools db-dump` stops for its time, and starts even where it was stopped before: the site and cron.
 * Returns what sets both by the answer of the script, and by why there is none.
 */
export function intendEceDump(ledger: Ledger, host: SshHost): (answer: RemoteAnswer, failure: string | null) => void {
  const stopped = {
    maintenance: intendMaintenance(ledger, host),
    cron: ledger.intend('cron', `cron on ${host} was left disabled`)
  }
  const opened = {
    maintenance: `the site on ${host} was taken out of maintenance mode`,
    cron: `cron on ${host} was enabled`
  }
  return (answer, failure) => {
    // A script that gives up by itself does so before, or tells first.
    const untold = answer.one('failure') !== null && failure === null ? 'as-before' : null
    for (const kind of ['maintenance', 'cron'] as const) {
      const told = answer.one(kind) ?? untold
      settleMaintenance(stopped[kind], told === 'opened' ? 'as-before' : told)
      if (told === 'opened') ledger.intend(kind, opened[kind]).done()
    }
  }
}
