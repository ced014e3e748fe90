import { explainedError, verifyRunning, waitFor } from './upgrade/follow-deployment.js'
import { earlierBackupWarnings } from './upgrade/earlier-backup-warnings.js'
import { fastForward, findPendingCommit, clearPendingCommit, savePendingCommit } from './upgrade/pending-commit.js'
import { createCommit, type CommitParts } from './upgrade/create-commit.js'
import { isLocal, type GivenOptions } from '../run/normalize-options.js'
import { withCloudSession, type CloudSession } from '../run/cloud-session.js'
import { withProject, type ProjectSession } from '../run/project-session.js'
import { planAndPreflight } from './upgrade/plan-and-preflight.js'
import { findWayBack } from './upgrade/find-way-back.js'
import { planVerdict, restingVerdict } from './upgrade/plan-verdict.js'
import { publishCommit } from './upgrade/publish.js'
import { isRecoverable, recoverEnvironment } from './upgrade/recover-environment.js'
import { deployingError, ensureIdle } from './upgrade/ensure-idle.js'
import type { UpgradeReport } from '../report/report.js'
import { resumeUpgrade, type Followed } from './resume.js'
import type { RunContext } from '../run/run-context.js'
import { setAdminEmail } from './upgrade/set-admin-email.js'
import { syncCheckout } from './upgrade/sync-checkout.js'
import { startRun, type Run } from '../run/run.js'
import { withLock } from '../run/with-lock.js'

/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always returns a
 * report; its `error` says why the run failed, what is unchanged and what to do next.
 */
export function upgrade(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return startRun('upgrade', options, context, (begun) =>
    withLock(begun, async (thisRun, checkout) => {
      if (checkout !== null) await fastForward(thisRun, checkout)
      const local = isLocal(thisRun.options)
      const { environment, followed } = await withProject(thisRun, thisRun.options.branch, async (project) => ({
        environment: project.environment,
        followed: await withChosenPlatform(thisRun, project, local, (platform) => publish(thisRun, project, platform))
      }))
      if (followed === null || local) return
      await withCloudSession(thisRun, environment, (platform) => follow(thisRun, platform, followed))
    })
  )
}

/** The part up to the push. Returns the commit whose deployment is to be followed, or null if there is none. */
async function publish(thisRun: Run, project: ProjectSession, platform: CloudSession | null): Promise<Followed | null> {
  const { facts, options } = thisRun
  const open = await ensureIdle(thisRun, project, platform)
  const planned = await planAndPreflight(thisRun, { project, platform, deploying: open !== null })
  const { changed } = planned.plan
  facts.verdict = planVerdict(planned.plan)
  if (options.dryRun) return null
  if (!changed) return resumeUpgrade(thisRun, { project, platform, planned })
  if (open !== null) throw deployingError(project.environment, open)
  if (platform !== null) await setAdminEmail(thisRun, platform)
  const commit = await commitOnce(thisRun, { project, platform, planned })
  if (commit === null) {
    facts.verdict = restingVerdict(planned.plan)
    return null
  }
  facts.commit = commit
  facts.verdict = 'committed'
  const pushed = await publishCommit(thisRun, { project, platform, planned, commit })
  // In a stopped run git commands do nothing and report no error; the next run does what is left.
  thisRun.context.signal.throwIfAborted()
  // A pull request leaves the branch where it is until somebody merges it.
  if (options.pullRequest) return null
  facts.warnings = [...facts.warnings, ...(await syncCheckout(thisRun, project, commit))]
  await clearPendingCommit(thisRun.ledger, project, commit)
  return pushed ? { commit, deployed: false } : null
}

/** The upgrade's commit with its backup: a new one, or the unpushed one of an earlier run. */
async function commitOnce(thisRun: Run, parts: CommitParts): Promise<string | null> {
  const { stepTimer, facts, options } = thisRun
  const made = await findPendingCommit(thisRun, parts.project, parts.planned)
  if (made !== null) {
    for (const step of ['backup', 'update', 'commit'] as const)
      stepTimer.skip(step, `done by an earlier run: commit ${made.slice(0, 12)}`)
    const application = parts.platform?.application ?? null
    const warned = await earlierBackupWarnings(thisRun, parts.project, made, application)
    facts.warnings = [...facts.warnings, ...warned]
    return made
  }
  const commit = await createCommit(thisRun, parts)
  if (commit !== null && options.push) await savePendingCommit(thisRun.ledger, parts.project, commit)
  return commit
}

/** The part after the push, which no longer needs the checkout. */
async function follow(thisRun: Run, platform: CloudSession, { commit, deployed }: Followed): Promise<void> {
  const { facts, options, stepTimer } = thisRun
  try {
    if (deployed)
      stepTimer.skip(
        'wait',
        facts.deployment?.reasons.join(' ') ?? 'The environment reports that it already has this commit.'
      )
    else await waitFor(thisRun, platform, commit)
    if (!options.verify) return
    await verifyRunning(thisRun, platform, facts.plan?.toVersion ?? '')
    facts.verdict = deployed ? restingVerdict(facts.plan) : 'upgraded'
  } catch (error) {
    const told = await explainedError(thisRun, platform, { error, commit })
    // A site that was verified once and fails later was not broken by the upgrade.
    facts.wayBack = deployed ? null : findWayBack(thisRun, commit)
    if (deployed || !isRecoverable(thisRun, told)) throw told
    throw await recoverEnvironment(thisRun, platform, commit, told)
  }
}

function withChosenPlatform<T>(
  thisRun: Run,
  project: ProjectSession,
  local: boolean,
  task: (platform: CloudSession | null) => Promise<T>
): Promise<T> {
  thisRun.facts.branch = project.branch || null
  thisRun.facts.environment = project.environment || null
  return local ? task(null) : withCloudSession(thisRun, project.environment, task)
}
