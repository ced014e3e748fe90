import { explain, verifyRunning, waitFor } from './follow-deployment.js'
import { makeCommit } from './make-commit.js'
import { isLocal, type GivenOptions } from './normalize-options.js'
import { withPlatform, type Platform } from './open-platform.js'
import { withProject, type OpenProject } from './open-project.js'
import { planAndCheck } from './plan-and-check.js'
import { publishCommit } from './publish-commit.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { settleCheckout } from './settle-checkout.js'
import { tellStory, type Telling } from './tell-story.js'

/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always comes
 * back with a report; its `error` says why a run failed, what was left unchanged and what to do next.
 */
export function upgrade(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('upgrade', options, context, async (telling) => {
    const local = isLocal(telling.options)
    const published = await withProject(telling, telling.options.branch, (project) =>
      withChosenPlatform(telling, project, local, (platform) => publish(telling, project, platform))
    )
    if (published === null || local) return
    await withPlatform(telling, telling.facts.environment ?? '', (platform) => follow(telling, platform, published))
  })
}

/** The part up to the push. Returns the commit whose deployment is to be followed, or null where there is none. */
async function publish(telling: Telling, project: OpenProject, platform: Platform | null): Promise<string | null> {
  const { facts, options } = telling
  const planned = await planAndCheck(telling, project, platform)
  facts.verdict = planned.plan.changed ? 'planned' : 'up-to-date'
  if (!planned.plan.changed || options.dryRun) return null
  const commit = await makeCommit(telling, { project, platform, planned })
  if (commit === null) {
    facts.verdict = 'up-to-date'
    return null
  }
  facts.commit = commit
  facts.verdict = 'committed'
  const pushed = await publishCommit(telling, { project, platform, planned, commit })
  // A pull request leaves the branch where it is until somebody merges it.
  if (options.pullRequest) return null
  facts.warnings = [...facts.warnings, ...(await settleCheckout(telling, project, commit))]
  return pushed ? commit : null
}

/** The part after the push: nothing of the checkout is needed any more. */
async function follow(telling: Telling, platform: Platform, commit: string): Promise<void> {
  const { facts, options } = telling
  try {
    await waitFor(telling, platform, commit)
    if (!options.verify) return
    await verifyRunning(telling, platform, facts.plan?.toVersion ?? '')
    facts.verdict = 'upgraded'
  } catch (error) {
    await explain(telling, platform)
    throw error
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
