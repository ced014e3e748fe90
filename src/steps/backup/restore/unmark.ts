import type { Problem } from '../../../errors.js'
import type { Ledger } from '../../../ledger.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { cleanScript } from './look-script.js'

/** Removes the marker and the leftovers of a restore that is over; false if that failed. */
export async function unmark(
  { ssh }: { readonly ssh: Ssh },
  { host }: { readonly host: SshHost },
  relationship: string
): Promise<boolean> {
  const { exitCode } = await ssh.script(host, cleanScript(relationship), { timeoutSeconds: 600 })
  return exitCode === 0
}

/** The same for the leftovers of another restore, which changes the database; false if that failed. */
export async function removeLeftovers(
  { ssh, ledger }: { readonly ssh: Ssh; readonly ledger: Ledger },
  place: { readonly host: SshHost },
  relationship: string
): Promise<boolean> {
  const effect = ledger.intend('database', `leftovers of a restore in the database of ${relationship} were removed`)
  const isRemoved = await unmark({ ssh }, place, relationship)
  if (isRemoved) effect.done()
  else effect.unknown()
  return isRemoved
}

/** The warning that it still exists. */
export function stillMarked(relationship: string): Problem {
  return {
    id: 'restore-marker',
    severity: 'warning',
    message: `The database of ${relationship} is restored, but the table ${markerTable} could not be dropped; no backup is made as long as it exists.`,
    fix: `Drop it: DROP TABLE ${markerTable}`
  }
}
