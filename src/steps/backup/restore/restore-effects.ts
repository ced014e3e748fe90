import type { Entry, Ledger } from '../../../ledger.js'
import type { LookedDatabase } from './look-at-database.js'

/** Records that a database is about to be replaced. */
export function intendRestore(ledger: Ledger, relationship: string): Entry {
  return ledger.intend('database', `the database of ${relationship} was replaced with the backup`)
}

/** Sets the outcome from the present content of the database; null if it could not be queried. */
export function settleRestore(
  ledger: Ledger,
  relationship: string,
  now: Pick<LookedDatabase, 'marker' | 'busy'> | null
): void {
  const replaced = intendRestore(ledger, relationship)
  if (now === null || now.busy) replaced.unknown()
  else if (now.marker?.state === 'finished') replaced.done()
  else {
    replaced.undone()
    const half = `a restore into the database of ${relationship} was started and not finished`
    if (now.marker !== null) ledger.intend('database', half).done()
  }
}
