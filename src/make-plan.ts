import type { OpenProject } from './open-project.js'
import { planUpgrade, type Planned } from './steps/plan-upgrade.js'
import type { Telling } from './tell-story.js'
import { files } from './tools/files.js'

/** The plan alone, as its step. */
export function plan({ options }: Telling, project: OpenProject): Promise<Planned> {
  return planUpgrade(
    { git: project.scratch, composer: project.composer, files },
    {
      checkout: project.checkout,
      project: project.composerProject,
      target: options.target,
      updateAppConfig: options.updateAppConfig,
      today: new Date()
    }
  )
}

/** What the timetable says of a plan. */
export function describePlan({ plan: { fromVersion, toVersion, changed, heldBack } }: Planned): string {
  if (heldBack !== null) return `${fromVersion} to ${toVersion}, held back from ${heldBack.version}`
  return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`
}
