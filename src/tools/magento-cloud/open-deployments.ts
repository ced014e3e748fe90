import { parseActivities, verdictOf } from './activity.js'
import { deploys } from './last-deployment-activity.js'

/** A deployment that has not ended. */
export interface OpenDeployment {
  readonly id: string
  readonly type: string
  /** The commit that it deploys; null where the platform does not say. */
  readonly commit: string | null
}

/** The deployments in the API's list of an environment's activities that wait or run; none for any other answer. */
export function openDeployments(answer: unknown): readonly OpenDeployment[] {
  return (parseActivities(answer) ?? [])
    .filter((activity) => deploys.test(activity.type) && ['pending', 'running'].includes(verdictOf(activity)))
    .map(({ id, type, parameters }) => ({ id, type, commit: parameters?.new_commit ?? null }))
}
