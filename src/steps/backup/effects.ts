import type { Entry, Ledger } from '../../ledger.js'
import type { RemoteAnswer } from '../../tools/ssh/remote-answer.js'
import type { SshHost } from '../../tools/ssh/ssh.js'

/** Outcome for a service that a program stops while it runs; null if unknown. */
export type CameOf = 'left' | 'opened' | 'as-before' | null

/** Records that a program is about to close the site of a node while it runs. Returns a setter for the outcome. */
export function intendMaintenance(ledger: Ledger, host: SshHost): (told: CameOf) => void {
  return intendStop(ledger, 'maintenance', {
    left: `the site on ${host} was left in maintenance mode`,
    opened: `the site on ${host} was taken out of maintenance mode`
  })
}

/**
 * Records that `ece-tools db-dump` stops the site and cron while it runs, and then starts them even if they were stopped
 * before. Returns a setter for both outcomes: from the answer of the script, or from the reason why there is none.
 */
export function intendEceDump(ledger: Ledger, host: SshHost): (answer: RemoteAnswer, failure: string | null) => void {
  const site = intendMaintenance(ledger, host)
  const cron = intendStop(ledger, 'cron', {
    left: `cron on ${host} was left disabled`,
    opened: `cron on ${host} was enabled`
  })
  return (answer, failure) => {
    // A script that gives up does so before it stops anything, or reports that first.
    const untold = answer.one('failure') !== null && failure === null ? 'as-before' : null
    site(cameOf(answer.one('maintenance') ?? untold))
    cron(cameOf(answer.one('cron') ?? untold))
  }
}

function cameOf(told: string | null): CameOf {
  return told === 'left' || told === 'opened' || told === 'as-before' ? told : null
}

function intendStop(
  ledger: Ledger,
  kind: 'maintenance' | 'cron',
  { left, opened }: { readonly left: string; readonly opened: string }
): (told: CameOf) => void {
  const stopped = ledger.intend(kind, left)
  return (told) => {
    if (told === null) stopped.unknown()
    else if (told === 'left') stopped.done()
    else stopped.undone()
    if (told === 'opened') ledger.intend(kind, opened).done()
  }
}

/** Records a dump that is about to be stored on the server. */
export function intendDump(ledger: Ledger, host: SshHost, relationship: string): Entry {
  return ledger.intend('server-file', `a dump of ${relationship} was left on ${host}`)
}
