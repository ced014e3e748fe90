import { parseActivities, verdictOf } from './activity.js'

/** Types of the activities that deploy an environment. */
export const deploys = /^environment\.(?:push|redeploy|merge|synchronize|activate|restore|variable\.\w+)$/

/**
 * The id of the newest activity that deployed an environment, by the API's list of its activities; null where there is
 * none, and for any other answer. One that waits for its turn has nothing to tell yet.
 */
export function lastDeploymentActivity(answer: unknown): string | null {
  const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending')
  const created = ({ created_at: at }: (typeof told)[number]): number => Date.parse(at ?? '') || 0
  return told.sort((a, b) => created(b) - created(a))[0]?.id ?? null
}
