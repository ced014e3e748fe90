import type { DeploymentActivity } from './deployment-activity.js'

/**
 * The deployments with those that were started by hand (`environment:deploy`), newest first: each gets the commits of
 * all pushes staged since the previous one.
 */
export function attributeDeploys(
  pushes: readonly DeploymentActivity[],
  deploys: readonly DeploymentActivity[]
): readonly DeploymentActivity[] {
  let since = -Infinity
  const attributed = deploys
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map((deploy) => {
      const staged = pushes
        .filter(({ createdAt, state }) => createdAt > since && createdAt <= deploy.createdAt && state !== 'cancelled')
        .toSorted((a, b) => a.createdAt - b.createdAt)
      // A failed one left everything staged.
      if (deploy.result === 'success') since = deploy.createdAt
      return {
        ...deploy,
        pullRequest: deploy.pullRequest && staged.length > 0,
        newCommit: staged.at(-1)?.newCommit ?? null,
        commits: [
          ...staged.slice(0, -1).flatMap(({ newCommit }) => newCommit ?? []),
          ...staged.flatMap(({ commits }) => commits)
        ]
      }
    })
  return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt)
}

/**
 * The pushes and the redeployments, each of which gets the commits of the push before it, newest first. The platform
 * does not say what a redeployment deploys: the environment's present code, without what is only staged.
 */
export function assignRedeployCommits(
  pushes: readonly DeploymentActivity[],
  redeploys: readonly DeploymentActivity[]
): readonly DeploymentActivity[] {
  // A cancelled push never ran, so the one before it still applies.
  const attributed = redeploys
    .filter(({ state }) => state !== 'cancelled')
    .map((redeploy) => {
      const before = pushes
        .filter(({ createdAt, state }) => createdAt <= redeploy.createdAt && state !== 'staged')
        .reduce<DeploymentActivity | null>(
          (newest, push) => (push.createdAt > (newest?.createdAt ?? -1) ? push : newest),
          null
        )
      // Without a push before it, it does not count as a pull request's.
      const pullRequest = redeploy.pullRequest && before !== null
      return { ...redeploy, pullRequest, newCommit: before?.newCommit ?? null, commits: before?.commits ?? [] }
    })
  return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt)
}
