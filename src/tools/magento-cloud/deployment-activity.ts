import { UpgradeError } from '../../errors.js'
import { parseActivities, type Activity } from './activity.js'

/** A failed hook: `deploy`, `post_deploy` or as the platform names it. */
interface FailedHook {
  readonly type: string
  readonly exitCode: number
}

/** An activity, as needed for the verdict on a deployment. */
export interface DeploymentActivity {
  readonly id: string
  /** `complete` at 100 percent too, unless it was cancelled or is staged; else the platform's own word. */
  readonly state: string
  /** `success` or `failure`; null until it is complete. */
  readonly result: string | null
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** The same for its end; null while it runs, and if the platform does not say. */
  readonly endedAt: number | null
  /** Head of the branch after a push. */
  readonly newCommit: string | null
  /**
   * The commits that a push brought, as far as the platform lists them; for a pull request also those that it merged.
   */
  readonly commits: readonly string[]
  /** Hooks with a failing exit status of their own, which the activity's result does not show. */
  readonly failedHooks: readonly FailedHook[]
  /** Whether it deploys a pull request; then its head may be a merge commit that exists nowhere else. */
  readonly pullRequest: boolean
}

/** The API's list of activities, newest first; throws UpgradeError `retry-later` for any other answer. */
export function readDeploymentActivities(answer: unknown): readonly DeploymentActivity[] {
  const activities = parseActivities(answer)
  if (activities !== null) return activities.map(deploymentActivity).sort((a, b) => b.createdAt - a.createdAt)
  throw new UpgradeError('retry-later', {
    message: "The platform's API did not answer with a list of activities.",
    next: 'Run again later.'
  })
}

// A staged activity is not live, even at 100 percent.
const endsItself: ReadonlySet<string> = new Set(['cancelled', 'staged'])

function deploymentActivity(activity: Activity): DeploymentActivity {
  const { id, state, result, completion_percent: percent, parameters } = activity
  const pullRequest = isPullRequest(activity)
  return {
    id,
    state: !endsItself.has(state ?? '') && (percent ?? 0) >= 100 ? 'complete' : (state ?? 'in an unknown state'),
    result: result ?? null,
    createdAt: timeOf(activity.created_at) ?? 0,
    endedAt: timeOf(activity.completed_at),
    newCommit: parameters?.new_commit ?? null,
    commits: commitsOf(activity, pullRequest),
    failedHooks: (activity.commands ?? []).flatMap(({ type, exit_code: exitCode }) =>
      exitCode ? [{ type: type ?? 'a', exitCode }] : []
    ),
    pullRequest
  }
}

// The id of a pull request's environment follows a convention; the flag is not in every answer.
function isPullRequest({ environments, payload }: Activity): boolean {
  return payload?.environment?.is_pr === true || (environments ?? []).some((id) => /^pr-\d+$/.test(id))
}

// The platform may build a merge of the pull request into its base, so the parents of a merge count too.
function commitsOf({ payload }: Activity, pullRequest: boolean): readonly string[] {
  return (payload?.commits ?? []).flatMap(({ sha, parents }) => [
    ...(sha ? [sha] : []),
    ...(pullRequest && parents && parents.length > 1 ? parents : [])
  ])
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : time
}
