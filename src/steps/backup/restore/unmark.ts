import type { Problem } from '../../../errors.js'
import type { Ledger } from '../../../ledger.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { cleanScript } from './look-script.js'

/** Removes the marker of a restore that is over, and what it has left; false where that failed. */
export async function unmark(
  { ssh }: { readonly ssh: Ssh },
  { host }: { readonly host: SshHost },
  relationship: string
): Promise<boolean> {
  const { exitCode } = await ssh.script(host, cleanScript(relationship), { timeoutSeconds: 600 })
  return exitCode === 0
}

/** The same for what another restore has left, which changes the database; false where that failed. */
export async function removeLeftovers(
  { ssh, ledger }: { readonly ssh: Ssh; readonly ledger: Ledger },
  place: { readonly host: SshHost },
  relationship: string
): Promise<boolean> {
  const effect = ledger.intend('database', `what a restore had left in the database of ${relationship} was removed`)
  const isRemoved = await unmark({ ssh }, place, relationship)
  if (isRemoved) effect.done()
  else effect.unknown()
  return isRemoved
}

/** The warning that it is still there. */
export function stillMarked(relationship: string): Problem {
  return {
    id: 'restore-marker',
    severity: 'warning',
    message: `The database of ${relationship} is restored, but the table ${markerTable} could not be dropped; no backup is made while it is there.`,
    fix: `Drop it: DROP TABLE ${markerTable}`
  }
}
