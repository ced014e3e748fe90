import type { Deployment } from '../../src/report/report.js'
import { isStubborn, type History, type TrueDeployment } from './history.js'

/** The limits of the wait, in seconds after the push. */
export const limits = { start: 120, end: 900 }

/**
 * What is wrong with a verdict, judged by what is true and not by what could be seen; null if it is right. `looks` are
 * the times at which the platform was asked.
 */
export function judgeVerdict(history: History, deployment: Deployment, looks: readonly number[]): string | null {
  const at = looks.at(-1) ?? 0
  const { verdict, activityId, reasons } = deployment
  if (reasons.length === 0) return 'no reason'
  if (at > limits.end + 60) return 'too late'
  const clear = firstClearLook(history, looks)
  if (clear !== null && clear < at) return `known since ${clear}`
  if (verdict === 'unknown') return clear === null ? whyKnown(history, looks) : `known at ${clear}`
  const visible = ourDeployments(history, at)
  if (verdict === 'never-started') {
    if (at < limits.start) return 'too early'
    return visible.some(({ createdAt }) => createdAt < at - 30) ? 'it had started' : null
  }
  const own = visible.find(({ id }) => id === activityId)
  if (!own) return 'not an activity of our commit'
  if (own.resultAt > at) return 'it had not ended'
  const newer = visible.find((one) => one.createdAt > own.createdAt && !isHidden(history, one, at))
  if (newer) return `${newer.id} was newer`
  return truthOf(history, own, at).includes(verdict) ? null : `in truth ${truthOf(history, own, at).join(' or ')}`
}

function truthOf({ deployments }: History, own: TrueDeployment, at: number): readonly Deployment['verdict'][] {
  if (own.ending === 'success') return ['succeeded']
  if (own.ending === 'post-deploy-hook') return ['degraded']
  if (own.ending === 'staged') return ['staged']
  // The environment alone told of it, and speaks of another deployment by now.
  const isForgotten =
    own.ending === 'environment' &&
    deployments.some(
      ({ endedAt, ending }) => endedAt > own.endedAt && endedAt <= at && !['cancelled', 'staged'].includes(ending)
    )
  if (isForgotten) return ['failed', 'succeeded']
  if (own.ending !== 'cancelled') return ['failed']
  const newer = deployments.filter(
    (one) => one.type === 'environment.push' && one.createdAt > own.createdAt && one.createdAt <= at
  )
  if (newer.length === 0) return ['failed']
  // One that came after the cancellation may not have been looked for any more.
  return newer.some(({ createdAt }) => createdAt <= at - 30) ? ['superseded'] : ['superseded', 'failed']
}

/** Those of our commit that count: a redeployment that was cancelled has changed nothing. */
function ourDeployments({ deployments }: History, at: number): readonly TrueDeployment[] {
  return deployments.filter(
    (one) =>
      one.ours &&
      one.createdAt <= at &&
      !(one.type === 'environment.redeploy' && one.ending === 'cancelled' && one.endedAt <= at)
  )
}

function isHidden({ gaps }: History, { id }: TrueDeployment, at: number): boolean {
  return gaps.some((gap) => gap.id === id && gap.from <= at && at < gap.to)
}

/** The first look at which everything was told, and told to have ended: from then on there is nothing to wait for. */
function firstClearLook(history: History, looks: readonly number[]): number | null {
  const isCalm = (at: number): boolean =>
    !history.outages.some(({ from, to, how }) => from <= at && at < to && how !== 'flicker') &&
    !history.gaps.some(({ from, to }) => from <= at && at < to)
  const index = looks.findIndex((at, nth) => {
    const before = looks.slice(Math.max(0, nth - 3), nth + 1)
    if (!isCalm(at)) return false
    const own = ourDeployments(history, at).at(-1)
    if (!own) {
      const isEmpty = (time: number): boolean =>
        isCalm(time) && !history.fetches.some(({ createdAt, endedAt }) => createdAt <= time && time < endedAt)
      return at >= limits.start && before.length === 4 && before.every(isEmpty)
    }
    if (own.resultAt > at) return false
    // A cancelled one is given three more looks for the push that took its place.
    const isStill = (time: number): boolean =>
      isCalm(time) && own.endedAt <= time && ourDeployments(history, time).at(-1)?.id === own.id
    return own.ending !== 'cancelled' || (before.length === 4 && before.every(isStill))
  })
  return looks[index] ?? null
}

// A deployment that was never fully reported may stay unknown, but not too early.
function whyKnown({ outages }: History, looks: readonly number[]): string | null {
  const at = looks.at(-1) ?? 0
  if (at >= limits.end) return null
  const disturbed = (time: number, of: (how: History['outages'][number]) => boolean): boolean =>
    outages.some((outage) => outage.from <= time && time < outage.to && of(outage))
  const last = looks.slice(-3)
  if (last.length === 3 && last.every((time) => disturbed(time, ({ how }) => isStubborn(how)))) return null
  const witnesses = looks.slice(-61)
  const isWitness = ({ what }: History['outages'][number]): boolean => ['all', 'log', 'environment'].includes(what)
  if (witnesses.length === 61 && witnesses.every((time) => disturbed(time, isWitness))) return null
  return 'given up too early'
}
