import { isRefused, type ProjectSession } from '../../run/project-session.js'
import { preflightError } from '../../project/preflight-error.js'
import { planObstacles, planUpgrade, type Planned } from '../../steps/plan/plan-upgrade.js'
import type { Run } from '../../run/run.js'
import { files } from '../../tools/files.js'

/** The plan alone, as its step. A Composer that is refused plans nothing: what is known without it is the error. */
export async function plan({ options }: Run, project: ProjectSession): Promise<Planned> {
  const input = {
    checkout: project.checkout,
    project: project.composerProject,
    target: options.target,
    updateAppConfig: options.updateAppConfig,
    today: new Date()
  }
  if (isRefused(project.composerProblems))
    throw preflightError([...project.composerProblems, ...planObstacles(input)]) ?? new Error('nothing is refused')
  return planUpgrade({ git: project.scratch, composer: project.composer, files }, input)
}

/** What the timetable says of a plan. */
export function describePlan({ plan: { fromVersion, toVersion, changed, heldBack } }: Planned): string {
  if (heldBack !== null) return `${fromVersion} to ${toVersion}, held back from ${heldBack.version}`
  return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`
}
