import { currentBranch } from '../../tools/git/head.js'
import { UpgradeError, type Problem } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import { noteRef } from '../../tools/git/note-ref.js'
import { joinPullRequestBranch } from './join-pull-request-branch.js'
import { openPullRequest } from './pull-request.js'
import type { CloudSession } from '../../run/cloud-session.js'
import type { ProjectSession } from '../../run/project-session.js'
import type { Planned } from '../../steps/plan/plan-upgrade.js'
import { pushCommit } from '../../steps/push/push-commit.js'
import type { Run } from '../../run/run.js'

/** The commit to publish, with its plan and project. */
interface Publication {
  readonly project: ProjectSession
  readonly platform: CloudSession | null
  readonly planned: Planned
  readonly commit: string
}

/**
 * Tags the commit that is live, pushes the new one, also to the Cloud remote if one is named, and opens the pull
 * request. Returns whether anything was pushed.
 */
export async function publishCommit(thisRun: Run, publication: Publication): Promise<boolean> {
  const { options, facts, stepTimer } = thisRun
  const { project, planned } = publication
  if (!options.push) {
    const ref = `refs/magento-cloud-upgrade/${planned.plan.toVersion}`
    stepTimer.skip('push', 'push: false')
    await noteRef(thisRun.ledger, project.git, ref, () => project.git.read('update-ref', ref, publication.commit))
    facts.warnings = [...facts.warnings, ...(await keptElsewhere(project, ref, options.remote))]
    return false
  }
  const branch = options.pullRequest ? `magento-cloud-upgrade/${planned.plan.toVersion}` : project.branch
  await stepTimer.step(
    'push',
    async () => {
      const liveTag = await tagLiveCommit(thisRun, publication)
      const { remote } = options
      const commit = options.pullRequest
        ? await joinPullRequestBranch(thisRun.ledger, project, { remote, branch, commit: publication.commit })
        : publication.commit
      await thisRun.confirmLock()
      await pushCommit(project.git, {
        remote,
        branch,
        commit,
        liveTag,
        ledger: thisRun.ledger,
        pullRequest: options.pullRequest
      })
      facts.commit = commit
      facts.verdict = 'pushed'
      if (options.cloudRemote !== '')
        await pushToCloud(thisRun.ledger, publication, options.cloudRemote, branch).catch((error: unknown) => {
          throw halfPushed(error, remote, options.cloudRemote)
        })
      if (options.pullRequest) await openPullRequest(thisRun, publication, branch, planned.plan)
    },
    () => `${branch} on ${[options.remote, options.cloudRemote].filter((name) => name !== '').join(' and ')}`
  )
  return true
}

async function pushToCloud(
  ledger: Ledger,
  { project, platform, commit }: Publication,
  remote: string,
  branch: string
): Promise<void> {
  const git = platform === null ? project.git : project.git.withSsh(await platform.gitSsh())
  await pushCommit(git, { remote, branch, commit, liveTag: null, ledger })
}

/** Tags the commit that the environment runs, so that it can be named when going back. */
async function tagLiveCommit(
  { facts, ledger }: Run,
  { project, platform, planned }: Publication
): Promise<{ name: string; commit: string }> {
  const { git, base } = project
  const head = platform === null ? null : (await platform.cloud.environment()).headCommit
  const known = head !== null && (await git.run('cat-file', '-e', `${head}^{commit}`)).exitCode === 0
  const live = known ? head : base
  const name = `magento-cloud-upgrade/before-${planned.plan.toVersion}-${live.slice(0, 12)}`
  await noteRef(ledger, git, `refs/tags/${name}`, () => git.read('tag', '--force', name, live))
  facts.liveCommitTag = name
  return { name, commit: live }
}

/** Adds to the error of the second push that the first remote has the commit, and what is left to do. */
function halfPushed(error: unknown, first: string, second: string): unknown {
  if (!(error instanceof UpgradeError)) return error
  return new UpgradeError(error.code, {
    message: `${error.message} ${first} already has it.`,
    next: `${error.next} The next run pushes it only to ${second}.`,
    ...(error.details !== undefined && { details: error.details })
  })
}

/** If the branch is not checked out, no branch moves to the commit; it is kept by its ref. */
async function keptElsewhere(
  { git, branch }: Pick<ProjectSession, 'git' | 'branch'>,
  ref: string,
  remote: string
): Promise<readonly Problem[]> {
  if ((await currentBranch(git)) === branch) return []
  const message = `${branch} is not checked out here, so the commit is kept as ${ref}.`
  const fix = `To push it: git push ${remote} ${ref}:refs/heads/${branch}`
  return [{ id: 'commit-kept', severity: 'warning', message, fix }]
}
