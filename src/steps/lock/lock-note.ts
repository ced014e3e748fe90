import type { RunningProcess } from '../../tools/host.js'
import { z } from 'zod'

/** Who holds the lock of an environment. */
export interface LockNote {
  /** For people: a user on a machine, or an actor and the address of a workflow run. */
  readonly who: string
  /** ISO 8601, UTC. */
  readonly since: string
  /** Time of the last renewal, ISO 8601, UTC; null for a note that was never renewed. */
  readonly renewed?: string | null
  /** Seconds between two renewals; null for a holder that does not renew. */
  readonly renewSeconds?: number | null
  /** Identity of the workflow job, the same for all of its attempts; null outside workflows. */
  readonly job: string | null
  /** Attempt of that job, from 1. */
  readonly attempt: number
  /** Distinguishes two runs of the same user in the same second. */
  readonly nonce: string
  /** The process that holds it; null if its end could not be detected reliably. */
  readonly process?: RunningProcess | null
}

const shape = z.object({
  who: z.string(),
  since: z.string(),
  renewed: z.string().nullish().catch(null),
  renewSeconds: z.number().positive().nullish().catch(null),
  job: z.string().nullable(),
  attempt: z.number().int(),
  nonce: z.string(),
  process: z.object({ machine: z.string(), pid: z.number().int(), began: z.string() }).nullish().catch(null)
})

/** The ref for the lock of an environment. */
export function lockRef(environment: string): string {
  return `refs/magento-cloud-upgrade/lock/${encodeURIComponent(environment)}`
}

/** The note as the content of the lock. */
export function renderLock(note: LockNote): string {
  return `${JSON.stringify(note)}\n`
}

/** Reads the content of a lock; null if it is not one of ours. */
export function parseLock(text: string): LockNote | null {
  try {
    const { process = null, renewed = null, renewSeconds = null, ...note } = shape.parse(JSON.parse(text))
    return { ...note, renewed, renewSeconds, process }
  } catch {
    return null
  }
}

// Clocks of machines always differ a little.
const clocksDifferMinutes = 5

/**
 * Whether the holder is alive, judged by its note: `dead` if it was an earlier attempt of the very job that asks,
 * because a runner starts an attempt only after the previous one has ended; `alive` within its lease; `unsure` if its
 * lease has ended by our clock, or its time is in the future or unreadable, because the other machine's clock may be
 * wrong.
 */
export function judgeLock(holder: LockNote, own: LockNote, staleAfterMinutes: number): 'alive' | 'dead' | 'unsure' {
  if (holder.job !== null && holder.job === own.job && holder.attempt < own.attempt) return 'dead'
  const minutes = (Date.parse(own.since) - Date.parse(holder.renewed ?? holder.since)) / 60_000
  return minutes >= -clocksDifferMinutes && minutes <= staleAfterMinutes ? 'alive' : 'unsure'
}

/** Who is running, from the variables of a GitHub workflow, otherwise user and machine. */
export function lockNote(
  environment: Readonly<Record<string, string | undefined>>,
  machine: {
    readonly user: string
    readonly host: string
    readonly pid: number
    readonly process?: RunningProcess | null
  },
  now: Date,
  nonce: string
): LockNote {
  const { GITHUB_ACTOR: actor, GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository = '' } = environment
  const since = now.toISOString()
  const { process = null } = machine
  if (run === undefined || run === '')
    return {
      who: `${machine.user} on ${machine.host} (process ${machine.pid})`,
      since,
      job: null,
      attempt: 1,
      nonce,
      process
    }
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com'
  return {
    who: `${actor ?? 'a workflow'}, ${server}/${repository}/actions/runs/${run}`,
    since,
    job: [repository, run, environment['GITHUB_JOB'] ?? ''].join('/'),
    attempt: Number(environment['GITHUB_RUN_ATTEMPT']) || 1,
    nonce,
    process
  }
}
