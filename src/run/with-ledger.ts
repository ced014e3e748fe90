import { createLedger, type Ledger } from '../ledger.js'
import { unexpectedError } from './unexpected-error.js'

/** Runs what is no run of its own with a ledger. Whatever is thrown becomes an UpgradeError that says what was changed. */
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
