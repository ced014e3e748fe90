import { createLedger, type Ledger } from '../ledger.js'
import { unexpectedError } from './unexpected-error.js'

/**
 * Runs `task`, which is not a full run, with a ledger. Anything thrown becomes an UpgradeError that says what was
 * changed.
 */
export async function withLedger<T>(task: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = createLedger()
  try {
    return await task(ledger)
  } catch (thrown) {
    const error = unexpectedError(thrown)
    error.effects = ledger.effects
    throw error
  }
}
