import type { LockNote } from './lock-note.js'
import type { Clock } from '../../tools/clock.js'
import type { LockOnRemote } from './lock-on-remote.js'

/** Longest time between two renewals that a foreign note is believed, in seconds. */
const longest = 300

/** Seconds after which a holder that lives has renewed its lock for certain, or as good as. */
export function watchSeconds({ renewSeconds }: LockNote): number {
  return Math.min(renewSeconds ?? 0, longest) * 1.5 + 1
}

/**
 * Whether the holder of `blob` lives: it renews its lock while we look. That needs no two clocks that agree. `gone`
 * where the lock was given back meanwhile; where the remote does not answer in the end, the holder is taken for alive.
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
