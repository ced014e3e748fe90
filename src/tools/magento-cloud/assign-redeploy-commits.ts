import type { DeploymentActivity } from './deployment-activity.js'

/**
 * The pushes together with the redeployments, each with the commits of the push before it, newest first. The platform
 * does not say what a redeployment deploys: it is what the environment holds, without what is only staged.
 */
export function assignRedeployCommits(
  pushes: readonly DeploymentActivity[],
  redeploys: readonly DeploymentActivity[]
): readonly DeploymentActivity[] {
  // One that was cancelled never ran: what was before it stands.
  const attributed = redeploys
    .filter(({ state }) => state !== 'cancelled')
    .map((redeploy) => {
      const before = pushes
        .filter(({ createdAt, state }) => createdAt <= redeploy.createdAt && state !== 'staged')
        .reduce<DeploymentActivity | null>(
          (newest, push) => (push.createdAt > (newest?.createdAt ?? -1) ? push : newest),
          null
        )
      // Without a push before it, its time alone makes it nobody's.
      const pullRequest = redeploy.pullRequest && before !== null
      return { ...redeploy, pullRequest, newCommit: before?.newCommit ?? null, commits: before?.commits ?? [] }
    })
  return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt)
}
