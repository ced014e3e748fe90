import { isRefused, type ProjectSession } from '../../run/project-session.js'
import { preflightError } from '../../project/preflight-error.js'
import { planObstacles, planUpgrade, type Planned } from '../../steps/plan/plan-upgrade.js'
import type { Run } from '../../run/run.js'
import { createAuditLock } from '../../steps/plan/audit-lock.js'
import { anyAdvises } from '../../tools/composer/composer-cache.js'
import type { Composer } from '../../tools/composer/composer.js'
import { files } from '../../tools/files.js'

/** Composer, and whether a repository lists advisories if its cache does not show that. */
interface PlanningComposer {
  readonly composer: Composer
  readonly advises?: () => Promise<boolean | null>
}

/**
 * The step `plan`. A refused Composer is not run: the error has what is known without it. `composer` may answer from
 * memory; whether a repository `advises` then comes from the memory too.
 */
export async function makePlan(
  { options }: Run,
  project: ProjectSession,
  { composer, advises }: PlanningComposer = project
): Promise<Planned> {
  const input = {
    checkout: project.checkout,
    project: project.composerProject,
    target: options.target,
    updateAppConfig: options.updateAppConfig,
    today: new Date()
  }
  if (isRefused(project.composerProblems))
    throw preflightError([...project.composerProblems, ...planObstacles(input)]) ?? new Error('nothing is refused')
  const inCache = (): Promise<boolean | null> => anyAdvises(files, files.join(project.composerHome.folder, 'cache'))
  // New advisories appear without a change of the repositories, so an audit is not remembered.
  const audit = createAuditLock({ composer: project.composer, files, advises: advises ?? inCache })
  return planUpgrade({ git: project.scratch, composer, files, audit }, input)
}

/** The note of a plan in the timetable. */
export function summarizePlan({ plan: { fromVersion, toVersion, changed, heldBack } }: Planned): string {
  if (heldBack !== null) return `${fromVersion} to ${toVersion}, held back from ${heldBack.version}`
  return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`
}
