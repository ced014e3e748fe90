import type { Deployment } from '../report.js'
import type { DeploymentActivity } from './deployment-activity.js'
import type { Blink, Look, Wanted } from './deployment-look.js'
import { neverStartedReasons } from './never-started-reasons.js'

/** What is remembered from one look to the next. */
export interface WatchState {
  readonly own: DeploymentActivity | null
  readonly stubbornErrors: number
  readonly missingLogs: number
  readonly lastError: string | null
}

/** The verdict and what it rests on. */
export interface Ending {
  readonly verdict: Exclude<Deployment['verdict'], 'skipped'>
  readonly reasons: readonly string[]
}

/** What comes next: another look with this state, or the end. */
export interface Decision {
  readonly state: WatchState
  readonly ending: Ending | null
}

/** The state before the first look. */
export const beforeTheFirstLook: WatchState = { own: null, stubbornErrors: 0, missingLogs: 0, lastError: null }

const patience = 3

/**
 * Decides after each look. Only the activity of this very commit can make the deployment a success or a failure:
 * not a push's exit code, not somebody else's activity, and no error while asking. What is not known is `unknown`.
 */
export function decideDeployment(wanted: Wanted, state: WatchState, seen: Look | Blink): Decision {
  if ('error' in seen) return afterBlink(wanted, state, seen)
  const own = ownActivity(seen.pushes, wanted.commit) ?? state.own
  const next = { own, stubbornErrors: 0, missingLogs: state.missingLogs, lastError: state.lastError }
  const late = seen.at >= wanted.endBy
  if (own === null) return { state: next, ending: withoutActivity(wanted, seen, late) }
  if (own.state === 'cancelled') return { state: next, ending: afterCancel(own, seen) }
  if (own.state !== 'complete' || own.result === null)
    return { state: next, ending: late ? unfinished(own, seen) : null }
  if (own.result === 'success' && seen.log === null && next.missingLogs < patience && !late)
    return { state: { ...next, missingLogs: next.missingLogs + 1 }, ending: null }
  return { state: next, ending: own.result === 'success' ? afterSuccess(own, seen) : afterFailure(own) }
}

/** The newest push that brought `commit`, as its head or among its commits; null where none did. */
export function ownActivity(pushes: readonly DeploymentActivity[], commit: string): DeploymentActivity | null {
  const own = pushes.filter(({ newCommit, commits }) => newCommit === commit || commits.includes(commit))
  return own.sort((a, b) => b.createdAt - a.createdAt)[0] ?? null
}

function afterBlink(wanted: Wanted, state: WatchState, seen: Blink): Decision {
  const stubbornErrors = seen.passing ? 0 : state.stubbornErrors + 1
  const next = { ...state, stubbornErrors, lastError: seen.error }
  if (stubbornErrors < patience && seen.at < wanted.endBy) return { state: next, ending: null }
  const activity = state.own ? [`Activity ${state.own.id} was ${state.own.state} when it was last seen.`] : []
  return { state: next, ending: { verdict: 'unknown', reasons: [...activity, `Last error: ${seen.error}`] } }
}

function withoutActivity(wanted: Wanted, seen: Look, late: boolean): Ending | null {
  const fetching = seen.fetches.find(({ state }) => state === 'pending' || state === 'in_progress')
  if (fetching && late)
    return { verdict: 'unknown', reasons: [`The fetch from GitHub (${fetching.id}) has not ended.`] }
  if (fetching || seen.at < wanted.startBy) return null
  return { verdict: 'never-started', reasons: neverStartedReasons(wanted, seen) }
}

function afterCancel(own: DeploymentActivity, seen: Look): Ending {
  const newer = seen.pushes.find((push) => push.id !== own.id && push.createdAt > own.createdAt)
  if (!newer) return { verdict: 'failed', reasons: [`Activity ${own.id} was cancelled.`] }
  const reason = `Activity ${own.id} was cancelled; a newer push (${newer.id}, commit ${short(newer)}) took its place.`
  return { verdict: 'superseded', reasons: [reason] }
}

function unfinished(own: DeploymentActivity, seen: Look): Ending {
  const first = `Activity ${own.id} was still ${own.state} when the time was up.`
  const before = seen.pushes.find(({ id, state }) => id !== own.id && state === 'in_progress')
  return { verdict: 'unknown', reasons: before ? [first, `It stands behind activity ${before.id}.`] : [first] }
}

function afterFailure(own: DeploymentActivity): Ending {
  return { verdict: 'failed', reasons: [`Activity ${own.id} ended with the result failure.`] }
}

// The platform calls a deployment a success even where its hooks failed: they only leave traces.
function afterSuccess(own: DeploymentActivity, seen: Look): Ending {
  const { environment, log } = seen
  const trace = log === null ? null : failureTrace(log)
  if (trace !== null) return trace
  const since = environment?.lastDeploymentAt ?? 0
  if (environment?.lastDeploymentSuccessful === false && since >= own.createdAt)
    return { verdict: 'failed', reasons: ['The environment says that its last deployment was not successful.'] }
  const unread = log === null ? ['Its log could not be read to look for failed hooks.'] : []
  const result = `Activity ${own.id} (head ${short(own)}) ended with the result success.`
  return { verdict: 'succeeded', reasons: [result, ...unread] }
}

function failureTrace(log: string): Ending | null {
  const lines = log.split('\n')
  const deploy = lines.find((line) => /deploy was failed|CRITICAL: \[1\d\d\]/i.test(line))
  if (deploy !== undefined) return { verdict: 'failed', reasons: [`Its log says: ${deploy.trim()}`] }
  const after = lines.find((line) => /post.?deploy is skipped|CRITICAL: \[2\d\d\]/i.test(line))
  return after === undefined ? null : { verdict: 'degraded', reasons: [`Its log says: ${after.trim()}`] }
}

function short({ newCommit }: DeploymentActivity): string {
  return newCommit?.slice(0, 8) ?? 'unknown'
}
