import { UpgradeError } from '../errors.js'
import { parseActivities, type Activity } from './activity.js'

/** An activity as the verdict on a deployment needs it. */
export interface DeploymentActivity {
  readonly id: string
  /** `complete` at 100 percent too, whatever the platform calls it; else its own word. */
  readonly state: string
  /** `success` or `failure`; null until it is complete. */
  readonly result: string | null
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Head of the branch after a push. */
  readonly newCommit: string | null
  /** The commits that a push brought, as far as the platform lists them. */
  readonly commits: readonly string[]
}

/** The API's list of activities, newest first; throws UpgradeError `retry-later` for any other answer. */
export function readDeploymentActivities(answer: unknown): readonly DeploymentActivity[] {
  const activities = parseActivities(answer)
  if (activities !== null) return activities.map(deploymentActivity).sort((a, b) => b.createdAt - a.createdAt)
  throw new UpgradeError('retry-later', {
    message: "The platform's API answered with something else than a list of activities.",
    unchanged: 'The environment is as it was.',
    next: 'Run again later.'
  })
}

function deploymentActivity(activity: Activity): DeploymentActivity {
  const { id, state, result, completion_percent: percent, created_at, parameters, payload } = activity
  const created = Date.parse(created_at ?? '')
  return {
    id,
    state: state !== 'cancelled' && (percent ?? 0) >= 100 ? 'complete' : (state ?? 'in an unknown state'),
    result: result ?? null,
    createdAt: Number.isNaN(created) ? 0 : created,
    newCommit: parameters?.new_commit ?? null,
    commits: (payload?.commits ?? []).flatMap(({ sha }) => sha ?? [])
  }
}
