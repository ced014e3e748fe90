import type { Entry, Ledger } from '../../../ledger.js'
import type { LookedDatabase } from './look-at-database.js'

/** Notes that a database is about to be replaced. */
export function intendRestore(ledger: Ledger, relationship: string): Entry {
  return ledger.intend('database', `the database of ${relationship} was replaced by the backup`)
}

/** Sets what came of it by what the database holds then; null where it could not be asked. */
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
    const half = `a restore into the database of ${relationship} was begun and not finished`
    if (now.marker !== null) ledger.intend('database', half).done()
  }
}
