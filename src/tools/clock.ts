/** Time, as far as steps need it. */
export interface Clock {
  /** Milliseconds that only ever grow; not a date. */
  now(): number
  pause(seconds: number): Promise<void>
}

/** The real clock: monotonic, so that a jump of the system time ends no deadline early. */
export const systemClock: Clock = {
  now: () => performance.now(),
  pause: (seconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, seconds * 1000)
    })
}
