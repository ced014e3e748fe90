import { parseActivities, verdictOf, type Activity } from './activity.js'
import type { ActivityFacts } from '../../project/deployment-log/evidence.js'

/** Types of the activities that deploy an environment. */
export const deploys = /^environment\.(?:push|redeploy|deploy|merge|synchronize|activate|restore|variable\.\w+)$/

/**
 * The newest activity that deployed an environment, by the API's list of its activities; null where there is none, and
 * for any other answer. One that waits for its turn has nothing to tell yet.
 */
export function lastDeploymentActivity(answer: unknown): Activity | null {
  const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending')
  const created = ({ created_at: at }: Activity): number => Date.parse(at ?? '') || 0
  return told.sort((a, b) => created(b) - created(a))[0] ?? null
}

/** What a diagnosis needs to know of an activity. */
export function activityFacts({ id, result, started_at: started, created_at: created }: Activity): ActivityFacts {
  const startedAt = Date.parse(started ?? created ?? '')
  return { id, startedAt: Number.isNaN(startedAt) ? null : startedAt, result: result ?? null }
}
