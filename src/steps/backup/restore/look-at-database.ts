import { UpgradeError } from '../../../errors.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import { namesOf, parseRemoteAnswer, type RemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import { sshFailureCode, sshFailureFix } from '../../../tools/ssh/failure.js'
import type { RemoteResult, Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import { lookScript } from './look-script.js'

/** A database that is to be replaced, or was. */
export interface LookedDatabase {
  readonly relationship: string
  readonly database: string | null
  /** Tables and views, but for the marker of a restore. */
  readonly names: readonly string[]
  /** Triggers, routines and events, as `kind name`. */
  readonly programs: readonly string[]
  /**
   * How the last restore stands that has not ended in good order, and its id: `begun` drops what was there, `emptied`
   * loads the dump, `finished` has loaded it. Null where there is none.
   */
  readonly marker: { readonly state: 'begun' | 'emptied' | 'finished'; readonly id: string } | null
  /** Whether a session still replaces it. */
  readonly busy: boolean
  readonly collation: string | null
  /** Bytes; null where the server did not tell. */
  readonly maxPacket: number | null
  readonly heldBytes: number | null
  /** Of the disk of the database; null where it cannot be seen. */
  readonly freeBytes: number | null
}

/**
 * What a database holds now. Waits up to `lockSeconds` for a session that replaces it. Throws UpgradeError
 * `preflight-failed` where it cannot be asked, and `bad-secret` where the login is refused.
 */
export async function lookAtDatabase(
  { ssh, host }: { readonly ssh: Ssh; readonly host: SshHost },
  relationship: string,
  lockSeconds: number
): Promise<LookedDatabase> {
  const result = await ssh.script(host, lookScript(relationship, lockSeconds), { timeoutSeconds: lockSeconds + 120 })
  const answer = parseRemoteAnswer(result.stdout)
  if (result.exitCode !== 0 || answer.one('done') !== 'yes') throw unasked(host, result, answer.one('failure'))
  const [, state, id] = /^(begun|emptied|finished) ([0-9a-f-]{36})$/.exec(answer.one('marker') ?? '') ?? []
  const kilobytes = numberOf(answer, 'free-kilobytes')
  return {
    relationship,
    database: answer.one('database'),
    names: namesOf(answer, 'objects').filter((name) => name !== markerTable),
    programs: namesOf(answer, 'program'),
    marker: state === undefined ? null : { state: state as 'begun' | 'emptied' | 'finished', id: id ?? '' },
    busy: answer.one('free-lock') !== '1',
    collation: answer.one('collation'),
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
    message: `The database cannot be asked what it holds: ${told ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`}.`,
    unchanged: 'Nothing was changed.',
    next: failureKind === null ? 'Fix what is named above, then run again.' : sshFailureFix(failureKind, host)
  })
}
