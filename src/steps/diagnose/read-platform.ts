import { isFailure } from '../../errors.js'
import { parseActivities, activityFacts, lastDeploymentActivity } from '../../tools/magento-cloud/activity.js'
import type { ActivityFacts, Evidence } from '../../project/deployment-log/evidence.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'

/** Texts that could be read, and errors. */
export interface Read {
  readonly evidence: readonly Evidence[]
  /** Texts that could not be read, one sentence each. */
  readonly unread: readonly string[]
}

/** The activity whose log is read: the given one, the last deployment of an environment, or none. */
export type WantedActivity = { readonly id: string } | { readonly lastOf: string } | null

/** Reads the logs that the platform keeps: of the activity and of the deploy hook. */
export async function readPlatform(cloud: MagentoCloud, wanted: WantedActivity): Promise<readonly Read[]> {
  return Promise.all([
    readLog('activity log', activityLog(cloud, wanted)),
    readLog(
      'deploy log',
      cloud.log('deploy', 500).then((text) => ({ text }))
    )
  ])
}

type Log = Pick<Evidence, 'text' | 'activity'>

async function activityLog(cloud: MagentoCloud, wanted: WantedActivity): Promise<Log | null> {
  if (wanted === null) return null
  const activity = 'id' in wanted ? await factsOf(cloud, wanted.id) : await lastOf(cloud, wanted.lastOf)
  return activity === null ? null : { text: await cloud.activityLog(activity.id), activity }
}

async function lastOf(cloud: MagentoCloud, environment: string): Promise<ActivityFacts | null> {
  const answer = await cloud.api(`/environments/${encodeURIComponent(environment)}/activities?count=20`)
  const last = lastDeploymentActivity(answer)
  return last === null ? null : activityFacts(last)
}

// The log is more informative: if the activity is unavailable, the log is enough.
async function factsOf(cloud: MagentoCloud, id: string): Promise<ActivityFacts> {
  const unknown = { id, startedAt: null, result: null }
  try {
    const [activity] = parseActivities([await cloud.api(`/activities/${encodeURIComponent(id)}`)]) ?? []
    return activity === undefined ? unknown : activityFacts(activity)
  } catch (error) {
    if (!isFailure(error)) throw error
    return unknown
  }
}

async function readLog(source: string, log: Promise<Log | null>): Promise<Read> {
  try {
    const read = await log
    return { evidence: read === null ? [] : [{ source, kind: 'log', ...read }], unread: [] }
  } catch (error) {
    if (!isFailure(error)) throw error
    return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] }
  }
}
