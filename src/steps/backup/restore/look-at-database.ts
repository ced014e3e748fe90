import { UpgradeError } from '../../../errors.js'
import { isOfRestore, markerTable } from '../../../tools/dump/restore-marker.js'
import { namesOf, parseRemoteAnswer, type RemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import { sshFailureCode, sshFailureFix } from '../../../tools/ssh/failure.js'
import type { RemoteResult, Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { lookScript } from './look-script.js'
import { markerForm, type RestoreState } from './marker-sql.js'

/** State of a database before or after it is replaced. */
export interface LookedDatabase {
  readonly relationship: string
  readonly database: string | null
  /** Tables and views, without those that a restore creates for itself. */
  readonly names: readonly string[]
  /** Those of them that are views. */
  readonly views: readonly string[]
  /** Whether a restore has left tables next to those of the shop. */
  readonly leftovers: boolean
  /** Tables with a foreign key into this database, and `other` if tables of other databases have one. */
  readonly children: { readonly own: readonly string[]; readonly other: boolean }
  /** Triggers, routines and events, as `kind name`. */
  readonly programs: readonly string[]
  /** State and id of the last restore that did not end properly; null if there is none. */
  readonly marker: { readonly state: RestoreState; readonly id: string } | null
  /**
   * Id of a restore that was killed before it had changed the database, and whose leftovers were removed; otherwise
   * null.
   */
  readonly interrupted: string | null
  /** Whether a session is still replacing it. */
  readonly busy: boolean
  readonly collation: string | null
  /** As reported by the server, e.g. `10.11.19-MariaDB`. */
  readonly version: string | null
  /** Bytes; null if the server did not report it. */
  readonly maxPacket: number | null
  readonly heldBytes: number | null
  /** Free space of the database's disk; null if it is not visible. */
  readonly freeBytes: number | null
}

/**
 * Queries the present content of a database. Waits up to `lockSeconds` for a session that is replacing it. Throws
 * UpgradeError `preflight-failed` if it cannot be queried, and `bad-secret` if the login is refused.
 */
export async function lookAtDatabase(
  { ssh, host }: { readonly ssh: Ssh; readonly host: SshHost },
  relationship: string,
  lockSeconds: number
): Promise<LookedDatabase> {
  const result = await ssh.script(host, lookScript(relationship, lockSeconds), { timeoutSeconds: lockSeconds + 120 })
  const answer = parseRemoteAnswer(result.stdout)
  if (result.exitCode !== 0 || answer.one('done') !== 'yes') throw unasked(host, result, answer.one('failure'))
  const [, state, id] = markerForm.exec(answer.one('marker') ?? '') ?? []
  const kilobytes = numberOf(answer, 'free-kilobytes') ?? numberOf(answer, 'disk-kilobytes')
  const names = namesOf(answer, 'objects')
  const children = namesOf(answer, 'child')
  return {
    relationship,
    database: answer.one('database'),
    names: names.filter((name) => !isOfRestore(name)),
    views: namesOf(answer, 'view'),
    leftovers: names.some((name) => name !== markerTable && isOfRestore(name)),
    children: {
      own: children.filter((child) => child.startsWith('own ')).map((child) => child.slice(4)),
      other: children.includes('other')
    },
    programs: namesOf(answer, 'program'),
    marker: state === undefined ? null : { state: state as RestoreState, id: id ?? '' },
    interrupted: null,
    busy: answer.one('free-lock') !== '1',
    collation: answer.one('collation'),
    version: answer.one('version'),
    maxPacket: numberOf(answer, 'max-packet'),
    heldBytes: numberOf(answer, 'held-bytes'),
    freeBytes: kilobytes === null ? null : kilobytes * 1024
  }
}

function numberOf(answer: RemoteAnswer, key: string): number | null {
  const text = answer.one(key) ?? ''
  return /^\d+$/.test(text) ? Number(text) : null
}

function unasked(host: SshHost, { exitCode, failure, failureKind }: RemoteResult, told: string | null): UpgradeError {
  const code = (failureKind === null ? null : sshFailureCode(failureKind)) ?? 'preflight-failed'
  return new UpgradeError(code, {
    message: `The content of the database cannot be queried: ${told ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`}.`,
    next: failureKind === null ? 'Fix the problem above, then run again.' : sshFailureFix(failureKind, host)
  })
}
