import type { Entry } from '../../ledger.js'
import type { LockNote } from './lock-note.js'
import type { LockOnRemote } from './lock-on-remote.js'

/** A lock that this run holds. */
export interface Lock {
  readonly ref: string
  /** When it was requested: its lease counts from then for others. */
  readonly since: Date
  /**
   * Renews the lease: `lost` if the remote has another lock or none, `unreachable` if it does not answer or refuses
   * temporarily.
   */
  renew(now: Date): Promise<'renewed' | 'lost' | 'unreachable'>
  /** Releases it, unless it belongs to another run by now; returns whether the remote accepted the answer. */
  release(): Promise<boolean>
}

/** The lock that was taken with `note` as `blob`; `taken` is notified when it is released. */
export function heldLock(lock: LockOnRemote, note: LockNote, blob: string, taken: Entry): Lock {
  // A push that seemed to fail may have arrived, so every blob of ours that the remote may have counts.
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
  // Renewals run one after the other: two at once would mistake each other for another run.
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
