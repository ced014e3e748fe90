import { UpgradeError } from '../errors.js'
import type { Lock } from '../steps/lock/take-lock.js'

/** The length of a lease and how often it is renewed. */
interface Lease {
  readonly minutes: number
  readonly renewSeconds: number
}

/** A lock that is renewed while its run goes on. */
interface KeptLock {
  /** Aborts once the lock is lost; its reason is the UpgradeError that the run ends with. */
  readonly signal: AbortSignal
  /**
   * Renews the lock now. Throws that error if it is lost. Within the lease, a remote that does not answer is no error.
   */
  confirm(): Promise<void>
  /** Stops renewing, after a renewal in progress has ended. */
  stop(): Promise<void>
}

// Longer delays would fire at once.
const longestTimer = 2 ** 31 - 1

/** Seconds between two renewals of a lease of `minutes`: a quarter of the lease, at most two minutes. */
export function renewSecondsOf(minutes: number): number {
  return Math.min(120, (minutes * 60) / 4)
}

/**
 * Renews `lock` until it is stopped. It is lost once the remote has another one, or once the lease has ended without a
 * successful renewal: then another run may take it.
 */
export function keepLock(lock: Lock, { minutes, renewSeconds }: Lease): KeptLock {
  const lost = new AbortController()
  const lose = (error: UpgradeError): void => {
    if (!lost.signal.aborted) lost.abort(error)
  }
  // Other runs count the lease from the time in the note, which is the beginning of a renewal.
  const leaseEnd = (began: Date): NodeJS.Timeout =>
    setTimeout(
      () => {
        lose(expired(minutes))
      },
      Math.min(began.getTime() + minutes * 60_000 - Date.now(), longestTimer)
    )
  // Taking the lock may have taken long, because its holder was watched.
  const isOld = Date.now() - lock.since.getTime() > renewSeconds * 1000
  let end = leaseEnd(isOld ? new Date() : lock.since)
  const renew = async (): Promise<void> => {
    const began = new Date()
    const outcome = await lock.renew(began)
    if (outcome === 'lost') lose(taken(lock.ref))
    if (outcome !== 'renewed' || stopped || lost.signal.aborted) return
    clearTimeout(end)
    end = leaseEnd(began)
  }
  let stopped = false
  let running: Promise<void> | null = null
  const renewOnce = (): void => {
    running ??= renew().finally(() => {
      running = null
    })
  }
  const beat = setInterval(renewOnce, renewSeconds * 1000)
  if (isOld) renewOnce()
  return {
    signal: lost.signal,
    confirm: async () => {
      if (!lost.signal.aborted) await renew()
      if (lost.signal.aborted) throw lost.signal.reason
    },
    stop: async () => {
      stopped = true
      clearInterval(beat)
      clearTimeout(end)
      await (running ?? Promise.resolve())
    }
  }
}

function taken(ref: string): UpgradeError {
  return new UpgradeError('busy', {
    message: `The lock of this run (${ref}) is gone: another run took it, or somebody removed it.`,
    next: 'Make sure that no other run is working on the environment, then run again.'
  })
}

function expired(minutes: number): UpgradeError {
  return new UpgradeError('retry-later', {
    message: `The lock of this run could not be renewed for ${minutes} minutes: the remote does not answer, and another run may have started.`,
    next: 'Check the network and the credentials of the remote, then run again.'
  })
}
