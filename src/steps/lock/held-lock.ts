import type { Entry } from '../../ledger.js'
import type { LockNote } from './lock-note.js'
import type { LockOnRemote } from './lock-on-remote.js'

/** A lock that this run holds. */
export interface Lock {
  readonly ref: string
  /** When it was asked for: others count its lease from then. */
  readonly since: Date
  /**
   * Begins the lease anew: `lost` where the remote holds another lock or none, `unreachable` where it does not answer or
   * refuses for the moment.
   */
  renew(now: Date): Promise<'renewed' | 'lost' | 'unreachable'>
  /** Gives it back, unless it is somebody else's by now; returns whether the remote took the answer. */
  release(): Promise<boolean>
}

/** The lock that was taken with `note` as `blob`; `taken` hears that it was given back. */
export function heldLock(lock: LockOnRemote, note: LockNote, blob: string, taken: Entry): Lock {
  // A push that seemed to fail may have arrived: every blob of ours that the remote may hold counts.
  const ours = new Set([blob])
  let mine = blob
  const own = async (): Promise<'lost' | 'unreachable' | 'ours'> => {
    const held = await lock.held()
    if (held.state === 'silent') return 'unreachable'
    if (held.state === 'free' || !ours.has(held.blob)) return 'lost'
    mine = held.blob
    return 'ours'
  }
  const renew = async (now: Date): Promise<'renewed' | 'lost' | 'unreachable'> => {
    const next = await lock.write({ ...note, renewed: now.toISOString() })
    if (next === mine) return 'renewed'
    ours.add(next)
    await lock.replace(mine, next)
    const state = await own()
    if (state !== 'ours') return state
    return mine === next ? 'renewed' : 'unreachable'
  }
  // One after the other: two renewals at once would take each other for somebody else's.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    ref: lock.ref,
    since: new Date(note.since),
    renew: (now) => inTurn(() => renew(now).catch(() => 'unreachable' as const)),
    release: () =>
      inTurn(async () => {
        const isLost = (await own()) === 'lost'
        const isRemoved = !isLost && (await lock.remove(mine))
        if (isLost || isRemoved) taken.undone()
        return isRemoved
      })
  }
}
