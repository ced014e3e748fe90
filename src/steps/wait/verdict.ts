import type { Deployment } from '../../report/report.js'
import type { DeploymentActivity } from '../../tools/magento-cloud/deployment-activity.js'
import type { PollError, PollResult, Wanted } from '../../tools/magento-cloud/poll-result.js'
import { failedHook } from './failed-hooks.js'
import { neverStartedReasons, skewMilliseconds } from '../../tools/magento-cloud/never-started.js'

/** State between two polls. */
export interface PollState {
  readonly own: DeploymentActivity | null
  readonly stubbornErrors: number
  /** Consecutive polls that showed no activity of the commit. */
  readonly emptyLooks: number
  /** Polls that saw the same end but left a question open. */
  readonly openEnds: number
  readonly lastError: string | null
}

/** The verdict and its reasons. */
export interface Ending {
  readonly verdict: Exclude<Deployment['verdict'], 'skipped'>
  /** False if the code of a staged commit could not be built, so that it cannot go live. */
  readonly isBuilt?: boolean
  readonly reasons: readonly string[]
}

/** What comes next: another poll with this state, or the end. */
interface Decision {
  readonly state: PollState
  readonly ending: Ending | null
}

/** The state before the first poll. */
export const beforeTheFirstLook: PollState = {
  own: null,
  stubbornErrors: 0,
  emptyLooks: 0,
  openEnds: 0,
  lastError: null
}

const patience = 3
// A success counts only after its log and the environment have been read: five minutes.
const witnessPatience = 60
// Time between the end of an activity and the environment's report of it; no other deployment is as quick.
const slackMilliseconds = 5_000

/**
 * Decides after each poll. Only the activity of this very commit can make the deployment a success or a failure; a
 * push's exit code, another activity, or an error of a request cannot. Anything not known is `unknown`.
 */
export function decideDeployment(wanted: Wanted, state: PollState, seen: PollResult | PollError): Decision {
  if ('error' in seen) return afterBlink(wanted, state, seen)
  const own = ownActivity(seen.pushes, wanted) ?? state.own
  // The activities of a fetch appear after its end.
  const emptyLooks = own === null && !runningFetch(seen) ? state.emptyLooks + 1 : 0
  const next = { own, stubbornErrors: 0, emptyLooks, openEnds: 0, lastError: state.lastError }
  const late = seen.at >= wanted.endBy
  if (own?.state === 'staged') return { state: next, ending: staged(own) }
  if (own === null) return { state: next, ending: withoutActivity(wanted, next, seen) }
  if (!hasEnded(own)) return { state: next, ending: late ? unfinished(own, seen) : null }
  const openEnds = own.id === state.own?.id ? state.openEnds : 0
  if (!late && openEnds < looksToWait(own, seen)) return { state: { ...next, openEnds: openEnds + 1 }, ending: null }
  return { state: next, ending: afterEnd(own, seen) }
}

/**
 * The newest push that brought the commit, as its head or among its commits; null if none did. A pull request whose
 * commits the platform does not list is recognised only by its time: its head is a merge made by the platform.
 */
export function ownActivity(
  pushes: readonly DeploymentActivity[],
  { commit, pushedAt }: Pick<Wanted, 'commit' | 'pushedAt'>
): DeploymentActivity | null {
  const named = newest(pushes.filter(({ newCommit, commits }) => newCommit === commit || commits.includes(commit)))
  if (named) return named
  return newest(
    pushes.filter(
      (push) => push.pullRequest && push.commits.length === 0 && push.createdAt >= pushedAt - skewMilliseconds
    )
  )
}

function newest(pushes: readonly DeploymentActivity[]): DeploymentActivity | null {
  return pushes.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null
}

// A final state: nothing continues until somebody deploys.
function staged({ id, result }: DeploymentActivity): Ending {
  const unbuilt = `Activity ${id} is staged, and its code could not be built (result failure).`
  if (result === 'failure') return { verdict: 'staged', isBuilt: false, reasons: [unbuilt] }
  const built = result === 'success' ? 'its code is built, but' : 'its code is'
  const live = `Activity ${id} is staged: ${built} not live. The environment deploys only on request.`
  return { verdict: 'staged', reasons: [live, 'To make it live: magento-cloud environment:deploy.'] }
}

// Unknown states are ignored; a completed activity without a result is polled again.
function hasEnded({ state, result }: DeploymentActivity): boolean {
  return state === 'cancelled' || (state === 'complete' && (result === 'success' || result === 'failure'))
}

/** How many more polls to wait after an end: for the push that replaced it, or for its evidence. */
function looksToWait(own: DeploymentActivity, seen: PollResult): number {
  if (own.state === 'cancelled') return newerThan(own, seen) ? 0 : patience
  return own.result === 'success' && (seen.log === null || seen.environment === null) ? witnessPatience : 0
}

function afterEnd(own: DeploymentActivity, seen: PollResult): Ending {
  if (own.state === 'cancelled') return afterCancel(own, seen)
  if (own.result === 'success') return afterSuccess(own, seen)
  return { verdict: 'failed', reasons: [`Activity ${own.id} ended with the result failure.`] }
}

function newerThan(own: DeploymentActivity, { pushes }: PollResult): DeploymentActivity | undefined {
  return pushes.find((push) => push.id !== own.id && push.createdAt > own.createdAt)
}

function afterBlink(wanted: Wanted, state: PollState, seen: PollError): Decision {
  const stubbornErrors = seen.passing ? 0 : state.stubbornErrors + 1
  const next = { ...state, stubbornErrors, emptyLooks: 0, lastError: seen.error }
  if (stubbornErrors < patience && seen.at < wanted.endBy) return { state: next, ending: null }
  const activity = state.own ? [`Activity ${state.own.id} was ${state.own.state} when it was last seen.`] : []
  return { state: next, ending: { verdict: 'unknown', reasons: [...activity, `Last error: ${seen.error}`] } }
}

function withoutActivity(wanted: Wanted, { emptyLooks }: PollState, seen: PollResult): Ending | null {
  const late = seen.at >= wanted.endBy
  const fetching = runningFetch(seen)
  if (fetching && late)
    return { verdict: 'unknown', reasons: [`The fetch from GitHub (${fetching.id}) has not ended.`] }
  // One list without it may be a gap of the platform.
  const known = late || (seen.at >= wanted.startBy && emptyLooks >= patience)
  return fetching || !known ? null : { verdict: 'never-started', reasons: neverStartedReasons(wanted, seen) }
}

function runningFetch({ fetches }: PollResult): DeploymentActivity | undefined {
  return fetches.find(({ state }) => state === 'pending' || state === 'in_progress')
}

function afterCancel(own: DeploymentActivity, seen: PollResult): Ending {
  const newer = newerThan(own, seen)
  if (!newer) return { verdict: 'failed', reasons: [`Activity ${own.id} was cancelled.`] }
  const reason = `Activity ${own.id} was cancelled; a newer push (${newer.id}, commit ${short(newer)}) replaced it.`
  return { verdict: 'superseded', reasons: [reason] }
}

function unfinished(own: DeploymentActivity, seen: PollResult): Ending {
  const first = `Activity ${own.id} was still ${own.state} when the time was up.`
  const before = seen.pushes.find(({ id, state }) => id !== own.id && state === 'in_progress')
  return { verdict: 'unknown', reasons: before ? [first, `It is waiting for activity ${before.id}.`] : [first] }
}

// The platform calls a deployment a success even if its hooks failed: they only leave traces.
function afterSuccess(own: DeploymentActivity, seen: PollResult): Ending {
  const trace = failedHook(own, seen.log)
  if (trace !== null) return trace
  if (isCalledFailed(own, seen))
    return { verdict: 'failed', reasons: ['The environment says that its last deployment was not successful.'] }
  const result = `Activity ${own.id} (head ${short(own)}) ended with the result success.`
  const unread = [
    ...(seen.log === null ? ['Its log could not be read to look for failed hooks.'] : []),
    ...(seen.environment === null ? ['The environment did not answer about its last deployment.'] : [])
  ]
  return { verdict: unread.length === 0 ? 'succeeded' : 'unknown', reasons: [result, ...unread] }
}

// It reports its last deployment, which may be another one by now.
function isCalledFailed(own: DeploymentActivity, seen: PollResult): boolean {
  const { lastDeploymentSuccessful = null, lastDeploymentAt = null } = seen.environment ?? {}
  if (lastDeploymentSuccessful !== false || lastDeploymentAt === null || lastDeploymentAt < own.createdAt) return false
  return own.endedAt === null ? !newerThan(own, seen) : lastDeploymentAt <= own.endedAt + slackMilliseconds
}

function short({ newCommit }: DeploymentActivity): string {
  return newCommit?.slice(0, 8) ?? 'unknown'
}
