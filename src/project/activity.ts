import { z } from 'zod'

const text = z.string().nullish()
const commits = z.array(z.looseObject({ sha: text })).catch([])
const activity = z.looseObject({
  id: z.string(),
  type: z.string(),
  state: text,
  result: text,
  completion_percent: z.number().nullish(),
  created_at: text,
  started_at: text,
  completed_at: text,
  environments: z.array(z.string()).nullish(),
  parameters: z.looseObject({ new_commit: text }).catch({}).nullish(),
  payload: z.looseObject({ commits: commits.nullish() }).catch({}).nullish()
})

/** One activity of the Cloud API, as far as it is read. */
export type Activity = z.infer<typeof activity>

/** Where an activity stands. `failed` is the platform's verdict, `cancelled` somebody's. */
export type ActivityVerdict = 'pending' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'unknown'

/** Reads the API's list of activities; null where the answer is not one, for instance an error page. */
export function parseActivities(json: unknown): readonly Activity[] | null {
  const result = z.array(activity).safeParse(json)
  return result.success ? result.data : null
}

/**
 * The newest push activity of a commit, or null. `payload.environment.head_commit` is the head before the push and
 * says nothing.
 */
export function activityOfCommit(activities: readonly Activity[], sha: string): Activity | null {
  const matching = activities.filter(
    ({ type, parameters, payload }) =>
      type === 'environment.push' &&
      (parameters?.new_commit === sha || (payload?.commits ?? []).some((commit) => commit.sha === sha))
  )
  return matching.sort((a, b) => timeOf(b) - timeOf(a))[0] ?? null
}

/** What has become of an activity: complete at 100 percent, whatever its state says, or when it was cancelled. */
export function verdictOf({ state, result, completion_percent: percent }: Activity): ActivityVerdict {
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'complete' && (percent ?? 0) < 100) {
    if (state === 'pending' || state === 'scheduled') return 'pending'
    return state === 'in_progress' ? 'running' : 'unknown'
  }
  if (result === 'success') return 'succeeded'
  return result === 'failure' ? 'failed' : 'unknown'
}

/** Whether another push to the environment came after this one, so that its result no longer matters. */
export function isSuperseded(activities: readonly Activity[], own: Activity): boolean {
  return activities.some(
    (other) => other.type === 'environment.push' && other.id !== own.id && timeOf(other) > timeOf(own)
  )
}

function timeOf({ created_at: created }: Activity): number {
  const time = Date.parse(created ?? '')
  return Number.isNaN(time) ? 0 : time
}
