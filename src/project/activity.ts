import { z } from 'zod'
import { UpgradeError } from '../errors.js'

/** One activity of the platform, as far as a deployment is concerned. */
export interface Activity {
  readonly id: string
  /** E.g. `environment.push` or `integration.github.fetch`. */
  readonly type: string
  /** `pending`, `in_progress`, `complete`, `cancelled`; newer platforms also `scheduled` and `staged`. */
  readonly state: string
  /** `success` or `failure`; null until it is complete. */
  readonly result: string | null
  /** ISO 8601. */
  readonly createdAt: string
  /** Head of the branch after a push. */
  readonly newCommit: string | null
  /** The commits that a push brought, as far as the platform lists them. */
  readonly commits: readonly string[]
}

// `payload.environment.head_commit` is the head before the push: it must not be matched.
const shape = z.object({
  id: z.string(),
  type: z.string(),
  state: z.string(),
  result: z.string().nullish(),
  created_at: z.string(),
  parameters: z.object({ new_commit: z.string().nullish() }).nullish().catch(null),
  payload: z
    .object({ commits: z.array(z.object({ sha: z.string() })).catch([]) })
    .nullish()
    .catch(null)
})

/** The API's list of activities, newest first; throws UpgradeError `retry-later` for any other answer. */
export function parseActivities(answer: unknown): readonly Activity[] {
  const parsed = z.array(shape).safeParse(answer)
  if (!parsed.success)
    throw new UpgradeError('retry-later', {
      message: "The platform's API answered with something else than a list of activities.",
      unchanged: 'The environment is as it was.',
      next: 'Run again later.'
    })
  return parsed.data
    .map(({ id, type, state, result, created_at, parameters, payload }) => ({
      id,
      type,
      state,
      result: result ?? null,
      createdAt: created_at,
      newCommit: parameters?.new_commit ?? null,
      commits: (payload?.commits ?? []).map(({ sha }) => sha)
    }))
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
}
