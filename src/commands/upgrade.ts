import { explained, verifyRunning, waitFor } from './upgrade/follow-deployment.js'
import { earlierBackupWarnings } from './upgrade/earlier-backup-warnings.js'
import { catchUp, findMade, forgetMade, keepMade } from './upgrade/pending-commit.js'
import { makeCommit, type CommitParts } from './upgrade/create-commit.js'
import { isLocal, type GivenOptions } from '../run/normalize-options.js'
import { withPlatform, type Platform } from '../run/cloud-session.js'
import { withProject, type OpenProject } from '../run/project-session.js'
import { planAndCheck } from './upgrade/plan-and-preflight.js'
import { planVerdict, restingVerdict } from './upgrade/plan-verdict.js'
import { publishCommit } from './upgrade/publish.js'
import { isRecoverable, recoverEnvironment } from './upgrade/recover-environment.js'
import { isDeploying, refuseWhileDeploying } from './upgrade/ensure-idle.js'
import type { UpgradeReport } from '../report/report.js'
import { resumeUpgrade, type Followed } from './resume.js'
import type { RunContext } from '../run/run-context.js'
import { setAdminEmail } from './upgrade/set-admin-email.js'
import { settleCheckout } from './upgrade/sync-checkout.js'
import { tellStory, type Telling } from '../run/run.js'
import { withLock } from '../run/with-lock.js'

/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always comes
 * back with a report; its `error` says why a run failed, what was left unchanged and what to do next.
 */
export function upgrade(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('upgrade', options, context, (begun) =>
    withLock(begun, async (telling, checkout) => {
      if (checkout !== null) await catchUp(telling, checkout)
      const local = isLocal(telling.options)
      const followed = await withProject(telling, telling.options.branch, (project) =>
        withChosenPlatform(telling, project, local, (platform) => publish(telling, project, platform))
      )
      if (followed === null || local) return
      await withPlatform(telling, telling.facts.environment ?? '', (platform) => follow(telling, platform, followed))
    })
  )
}

/** The part up to the push. Returns the commit whose deployment is to be followed, or null where there is none. */
async function publish(telling: Telling, project: OpenProject, platform: Platform | null): Promise<Followed | null> {
  const { facts, options } = telling
  const open = await refuseWhileDeploying(telling, project, platform)
  const planned = await planAndCheck(telling, { project, platform, deploying: open !== null })
  const { changed } = planned.plan
  facts.verdict = planVerdict(planned.plan)
  if (options.dryRun) return null
  if (!changed) return resumeUpgrade(telling, { project, platform, planned })
  if (open !== null) throw isDeploying(facts.environment ?? '', open)
  if (platform !== null) await setAdminEmail(telling, platform)
  const commit = await commitOnce(telling, { project, platform, planned })
  if (commit === null) {
    facts.verdict = restingVerdict(planned.plan)
    return null
  }
  facts.commit = commit
  facts.verdict = 'committed'
  const pushed = await publishCommit(telling, { project, platform, planned, commit })
  // Each git command of a stopped run does nothing, without an error: the next run does what is left.
  telling.context.signal.throwIfAborted()
  // A pull request leaves the branch where it is until somebody merges it.
  if (options.pullRequest) return null
  facts.warnings = [...facts.warnings, ...(await settleCheckout(telling, project, commit))]
  await forgetMade(project, facts.environment ?? '', commit)
  return pushed ? { commit, deployed: false } : null
}

/** The commit of the upgrade, with its backup: that of an earlier run which did not come to push it, or a new one. */
async function commitOnce(telling: Telling, parts: CommitParts): Promise<string | null> {
  const { timetable, facts, options } = telling
  const made = await findMade(telling, parts.project, parts.planned)
  if (made !== null) {
    for (const step of ['backup', 'update', 'commit'] as const)
      timetable.skip(step, `done by an earlier run: commit ${made.slice(0, 12)}`)
    const application = parts.platform?.application ?? null
    const warned = await earlierBackupWarnings(telling, parts.project, made, application)
    facts.warnings = [...facts.warnings, ...warned]
    return made
  }
  const commit = await makeCommit(telling, parts)
  if (commit !== null && options.push) await keepMade(parts.project, facts.environment ?? '', commit)
  return commit
}

/** The part after the push: nothing of the checkout is needed any more. */
async function follow(telling: Telling, platform: Platform, { commit, deployed }: Followed): Promise<void> {
  const { facts, options, timetable } = telling
  try {
    if (deployed)
      timetable.skip('wait', facts.deployment?.reasons.join(' ') ?? 'The environment says that it holds this commit.')
    else await waitFor(telling, platform, commit)
    if (!options.verify) return
    await verifyRunning(telling, platform, facts.plan?.toVersion ?? '')
    facts.verdict = deployed ? restingVerdict(facts.plan) : 'upgraded'
  } catch (error) {
    const told = await explained(telling, platform, error)
    // What ran well once and fails later is not the upgrade's doing.
    if (deployed || !isRecoverable(telling, told)) throw told
    throw await recoverEnvironment(telling, platform, commit, told)
  }
}

function withChosenPlatform<T>(
  telling: Telling,
  project: OpenProject,
  local: boolean,
  task: (platform: Platform | null) => Promise<T>
): Promise<T> {
  telling.facts.branch = project.branch || null
  telling.facts.environment ??= project.branch || null
  return local ? task(null) : withPlatform(telling, telling.facts.environment ?? '', task)
}
