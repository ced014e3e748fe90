import type { LockNote } from './lock-note.js'
import type { Clock } from '../../tools/clock.js'
import type { LockOnRemote } from './lock-on-remote.js'

/** Longest interval between renewals that is accepted from a foreign note, in seconds. */
const longest = 300

/** Seconds after which a live holder has almost certainly renewed its lock. */
export function watchSeconds({ renewSeconds }: LockNote): number {
  return Math.min(renewSeconds ?? 0, longest) * 1.5 + 1
}

/**
 * Whether the holder of `blob` is alive: it renews its lock while we watch, which does not need synchronised clocks.
 * `gone` if the lock was released meanwhile. If the remote does not answer in the end, the holder counts as alive.
 */
export async function watchLock(
  lock: LockOnRemote,
  blob: string,
  { seconds, clock }: { readonly seconds: number; readonly clock: Clock }
): Promise<'alive' | 'dead' | 'gone'> {
  const end = clock.now() + seconds * 1000
  for (;;) {
    const left = (end - clock.now()) / 1000
    if (left > 0) await clock.pause(Math.min(left, seconds / 10))
    const held = await lock.held()
    if (held.state === 'free') return 'gone'
    if (held.state === 'held' && held.blob !== blob) return 'alive'
    if (left <= 0) return held.state === 'silent' ? 'alive' : 'dead'
  }
}
