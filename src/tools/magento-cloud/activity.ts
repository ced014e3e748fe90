import { z } from 'zod'
import type { ActivityFacts } from '../../project/deployment-log/evidence.js'

const text = z.string().nullish()
const commits = z.array(z.looseObject({ sha: text, parents: z.array(z.string()).nullish().catch(null) })).catch([])
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
  // Only on newer platforms; null counts as missing.
  commands: z
    .array(z.looseObject({ app: text, type: text, exit_code: z.number().nullish() }))
    .nullish()
    .catch(null),
  parameters: z.looseObject({ new_commit: text }).catch({}).nullish(),
  payload: z
    .looseObject({
      commits: commits.nullish(),
      environment: z.looseObject({ is_pr: z.boolean().nullish() }).nullish().catch(null)
    })
    .catch({})
    .nullish()
})

/** The fields read of an activity of the Cloud API. */
export type Activity = z.infer<typeof activity>

/**
 * State of an activity. `failed` is the platform's verdict, `cancelled` a person's. `staged`: built, but not live until
 * somebody deploys it (environments of the deployment type manual).
 */
type ActivityVerdict = 'pending' | 'running' | 'staged' | 'succeeded' | 'failed' | 'cancelled' | 'unknown'

/** Reads the API's list of activities; null for any other answer, for instance an error page. */
export function parseActivities(json: unknown): readonly Activity[] | null {
  const result = z.array(activity).safeParse(json)
  return result.success ? result.data : null
}

/** The state of an activity: complete at 100 percent, unless its state says `staged` or `cancelled`. */
export function verdictOf({ state, result, completion_percent: percent }: Activity): ActivityVerdict {
  if (state === 'cancelled') return 'cancelled'
  if (state === 'staged') return 'staged'
  if (state !== 'complete' && (percent ?? 0) < 100) {
    if (state === 'pending' || state === 'scheduled') return 'pending'
    return state === 'in_progress' ? 'running' : 'unknown'
  }
  if (result === 'success') return 'succeeded'
  return result === 'failure' ? 'failed' : 'unknown'
}

/** Types of the activities that deploy an environment. */
export const deploys = /^environment\.(?:push|redeploy|deploy|merge|synchronize|activate|restore|variable\.\w+)$/

/**
 * The newest activity that deployed an environment, by the API's list of its activities; null if there is none, and for
 * any other answer. Pending activities are skipped.
 */
export function lastDeploymentActivity(answer: unknown): Activity | null {
  const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending')
  const created = ({ created_at: at }: Activity): number => Date.parse(at ?? '') || 0
  return told.sort((a, b) => created(b) - created(a))[0] ?? null
}

/** The facts of an activity for a diagnosis. */
export function activityFacts({ id, result, started_at: started, created_at: created }: Activity): ActivityFacts {
  const startedAt = Date.parse(started ?? created ?? '')
  return { id, startedAt: Number.isNaN(startedAt) ? null : startedAt, result: result ?? null }
}

/** A deployment that has not ended. */
export interface OpenDeployment {
  readonly id: string
  readonly type: string
  /** The commit that it deploys; null if the platform does not say. */
  readonly commit: string | null
}

/** The deployments in the API's list of an environment's activities that wait or run; none for any other answer. */
export function openDeployments(answer: unknown): readonly OpenDeployment[] {
  return (parseActivities(answer) ?? [])
    .filter((activity) => deploys.test(activity.type) && ['pending', 'running'].includes(verdictOf(activity)))
    .map(({ id, type, parameters }) => ({ id, type, commit: parameters?.new_commit ?? null }))
}
