import { isFailure } from '../../errors.js'
import type { CloudSession } from '../../run/cloud-session.js'
import { readDeploymentActivities } from '../../tools/magento-cloud/deployment-activity.js'

/** Seconds from push to end of the newest push that was deployed well; null if the platform does not say. */
export async function lastDeploymentSeconds({ cloud, environment }: CloudSession): Promise<number | null> {
  const path = `/environments/${encodeURIComponent(environment)}/activities?type=environment.push&count=20`
  try {
    const pushes = readDeploymentActivities(await cloud.api(path))
    const last = pushes.find(({ state, result, endedAt }) => state === 'complete' && result === 'success' && endedAt)
    return last?.endedAt == null ? null : Math.max(0, Math.round((last.endedAt - last.createdAt) / 1000))
  } catch (error) {
    // The pull request is opened without it.
    if (isFailure(error)) return null
    throw error
  }
}
