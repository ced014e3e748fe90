import { setTimeout as sleep } from 'node:timers/promises'

/** Time, as far as steps need it. */
export interface Clock {
  /** Milliseconds of a monotonic clock; not a date. */
  now(): number
  pause(seconds: number): Promise<void>
}

/** The real clock: monotonic, so that a jump of the system time ends no deadline early. `pause` throws when `signal` aborts. */
export function createClock(signal?: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    pause: (seconds) => sleep(seconds * 1000, undefined, signal && { signal })
  }
}
