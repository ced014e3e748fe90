import { backUpEnvironment } from './backup.js'
import { silentLogger } from '../logger.js'
import { isPendingHere, upgradeTrailers } from './upgrade/pending-commit.js'
import type { CloudSession } from '../run/cloud-session.js'
import type { ProjectSession } from '../run/project-session.js'
import { parseEnvironmentState } from '../tools/magento-cloud/environment-state.js'
import type { UpgradeTrailers } from '../steps/commit/trailers.js'
import { publishCommit } from './upgrade/publish.js'
import type { Deployment } from '../report/report.js'
import type { Planned } from '../steps/plan/plan-upgrade.js'
import { pushCommit } from '../steps/push/push-commit.js'
import type { Git } from '../tools/git/git.js'
import { remoteCommit } from '../tools/git/remote-branch.js'
import { deploymentError, waitForDeployment } from '../steps/wait/wait-for-deployment.js'
import type { Run } from '../run/run.js'
import { createClock } from '../tools/clock.js'

/** A commit whose deployment is followed; `deployed` if it is proven to have succeeded before this run. */
export interface Followed {
  readonly commit: string
  readonly deployed: boolean
}

interface Parts {
  readonly project: ProjectSession
  readonly platform: CloudSession | null
  readonly planned: Planned
}

/**
 * Continues an unfinished upgrade whose lock already has the target: finds what is done from the branch, the remote and
 * the platform's activities, and does only the rest. Returns the commit to follow, or null if no upgrade of ours is
 * unfinished.
 */
export async function resumeUpgrade(thisRun: Run, parts: Parts): Promise<Followed | null> {
  const { options, facts, context } = thisRun
  const { project, platform, planned } = parts
  if (!options.push || options.pullRequest) return null
  if (platform === null) return pushWhereLacking(thisRun, parts)
  const there = await remoteCommit(project.git, options.remote, project.branch)
  const { commit, trailers } = await findUpgrade(parts, there)
  const look = await lookOnce(thisRun, platform, commit)
  const deployed =
    look.verdict === 'succeeded' || (look.verdict === 'never-started' && (await isLive(platform, commit)))
  if (trailers === null) return look.verdict === 'failed' ? { commit, deployed: false } : null
  // Deployed before this run: `fromVersion` stays the version of the upgrade.
  if (deployed) {
    if (look.verdict === 'succeeded') facts.deployment = look
    return { commit, deployed }
  }
  facts.plan = { ...planned.plan, fromVersion: trailers.from }
  context.logger.info(
    `The upgrade to ${trailers.to} is committed as ${commit.slice(0, 12)}, but not deployed; continuing.`
  )
  if (commit === project.base) await pushWhereMissing(thisRun, parts, there)
  facts.commit = commit
  facts.verdict = 'pushed'
  const failure = options.wait || look.verdict === 'never-started' ? null : deploymentError(look)
  if (failure !== null && failure.code === 'deploy-failed') throw failure
  return { commit, deployed }
}

/** The commit that the environment should run, and the upgrade that wrote its lock. */
async function findUpgrade(
  { project: { git, base }, planned }: Parts,
  there: string | null
): Promise<{ commit: string; trailers: UpgradeTrailers | null }> {
  const target = (trailers: UpgradeTrailers | null): UpgradeTrailers | null =>
    trailers?.to === planned.plan.toVersion ? trailers : null
  const own = target(await upgradeTrailers(git, base))
  if (own !== null) return { commit: base, trailers: own }
  // Unpushed commits on top of the upgrade belong to the user and are not pushed.
  const known = there !== null && (await git.run('cat-file', '-e', `${there}^{commit}`)).exitCode === 0
  const commit = known ? there : base
  const last = await lastOfLock(git, commit)
  return { commit, trailers: last === '' ? null : target(await upgradeTrailers(git, last)) }
}

/** The platform's present state of a commit's deployment. */
function lookOnce({ context }: Run, { cloud, environment }: CloudSession, commit: string): Promise<Deployment> {
  return waitForDeployment(
    { cloud, clock: createClock(context.signal), logger: silentLogger },
    {
      commit,
      environment,
      startTimeoutSeconds: 0,
      endTimeoutSeconds: 0
    }
  )
}

// The platform lists activities for a limited time; the environment keeps its last deployment.
async function isLive({ cloud, environment }: CloudSession, commit: string): Promise<boolean> {
  const answer = await cloud.api(`/environments/${encodeURIComponent(environment)}`)
  const state = parseEnvironmentState(answer)
  return state?.headCommit === commit && state.lastDeploymentSuccessful === true
}

async function pushWhereMissing(thisRun: Run, parts: Parts, there: string | null): Promise<void> {
  const { options, facts } = thisRun
  const { project, platform } = parts
  const commit = project.base
  const inCloud =
    options.cloudRemote === '' ||
    (await remoteCommit(await cloudGit(parts), options.cloudRemote, project.branch)) === commit
  if (there === commit && inCloud) return
  // Nothing is pushed without a dump of this environment.
  if (there !== commit && !(await isPendingHere(thisRun, project, commit)))
    facts.backup = await backUpEnvironment(thisRun, platform, null)
  await publishCommit(thisRun, { ...parts, commit })
}

async function cloudGit({ project, platform }: Parts): Promise<ProjectSession['git']> {
  return platform === null ? project.git : project.git.withSsh(await platform.gitSsh())
}

/** Pushes the upgrade's commit to every remote that does not have it yet, such as one that did not answer before. */
async function pushWhereLacking({ options, facts, ledger, stepTimer }: Run, parts: Parts): Promise<Followed | null> {
  const { git, branch } = parts.project
  const { commit, trailers } = await findUpgrade(parts, await remoteCommit(git, options.remote, branch))
  if (trailers === null) return null
  const upgrade = commit === parts.project.base ? commit : await lastOfLock(git, commit)
  const names = [options.remote, options.cloudRemote].filter((name) => name !== '')
  const held = await Promise.all(names.map((remote) => holds(git, remote, branch, upgrade)))
  const lacking = names.filter((_, index) => !held[index])
  if (lacking.length === 0) return null
  facts.plan = { ...parts.planned.plan, fromVersion: trailers.from }
  await stepTimer.step(
    'push',
    async () => {
      for (const remote of lacking) await pushCommit(git, { remote, branch, commit: upgrade, liveTag: null, ledger })
    },
    () => `${branch} on ${lacking.join(' and ')}, where it was missing`
  )
  facts.commit = upgrade
  facts.verdict = 'pushed'
  return { commit: upgrade, deployed: false }
}

/** Whether a remote's branch contains the commit; false if the remote does not answer. */
async function holds(git: Git, remote: string, branch: string, commit: string): Promise<boolean> {
  const tip = await remoteCommit(git, remote, branch)
  if (tip === null || tip === commit) return tip === commit
  return (await git.run('merge-base', '--is-ancestor', commit, tip)).exitCode === 0
}

async function lastOfLock(git: Git, commit: string): Promise<string> {
  return (await git.run('log', '-1', '--format=%H', commit, '--', 'composer.lock')).stdout.trim()
}
