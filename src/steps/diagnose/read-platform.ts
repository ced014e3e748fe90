import { UpgradeError } from '../../errors.js'
import type { Evidence } from '../../project/explain-failure.js'
import { lastDeploymentActivity } from '../../project/last-deployment-activity.js'
import type { MagentoCloud } from '../../tools/magento-cloud.js'

/** What could be read, and what not. */
export interface Read {
  readonly evidence: readonly Evidence[]
  /** What could not be read, one sentence each. */
  readonly unread: readonly string[]
}

/** Which activity's log is read: the one given, the last deployment of an environment, or none. */
export type WantedActivity = { readonly id: string } | { readonly lastOf: string } | null

/** Reads what the platform itself keeps: the log of an activity and the log of the deploy hook. */
export async function readPlatform(cloud: MagentoCloud, activity: WantedActivity): Promise<readonly Read[]> {
  return Promise.all([
    readLog('activity log', activityLog(cloud, activity)),
    readLog('deploy log', cloud.log('deploy', 500))
  ])
}

async function activityLog(cloud: MagentoCloud, activity: WantedActivity): Promise<string | null> {
  if (activity === null) return null
  const id =
    'id' in activity
      ? activity.id
      : lastDeploymentActivity(
          await cloud.api(`/environments/${encodeURIComponent(activity.lastOf)}/activities?count=20`)
        )
  return id === null ? null : cloud.activityLog(id)
}

async function readLog(source: string, log: Promise<string | null>): Promise<Read> {
  try {
    const text = await log
    return { evidence: text === null ? [] : [{ source, kind: 'log', text }], unread: [] }
  } catch (error) {
    if (!(error instanceof UpgradeError) || error.code === 'interrupted') throw error
    return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] }
  }
}
