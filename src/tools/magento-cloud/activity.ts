import { z } from 'zod'

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
  // Newer platforms only; null is tolerated as all of it.
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

/** One activity of the Cloud API, as far as it is read. */
export type Activity = z.infer<typeof activity>

/**
 * Where an activity stands. `failed` is the platform's verdict, `cancelled` somebody's. `staged`: built, and not live
 * before somebody deploys it (environments of the deployment type manual).
 */
export type ActivityVerdict = 'pending' | 'running' | 'staged' | 'succeeded' | 'failed' | 'cancelled' | 'unknown'

/** Reads the API's list of activities; null where the answer is not one, for instance an error page. */
export function parseActivities(json: unknown): readonly Activity[] | null {
  const result = z.array(activity).safeParse(json)
  return result.success ? result.data : null
}

/** What has become of an activity: complete at 100 percent, unless its state says `staged` or `cancelled`. */
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
