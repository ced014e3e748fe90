import type { Problem } from '../../../errors.js'
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

/** The warning that it is still there. */
export function stillMarked(relationship: string): Problem {
  return {
    id: 'restore-marker',
    severity: 'warning',
    message: `The database of ${relationship} is restored, but the table ${markerTable} could not be dropped; no backup is made while it is there.`,
    fix: `Drop it: DROP TABLE ${markerTable}`
  }
}
