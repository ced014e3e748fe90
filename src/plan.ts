import type { GivenOptions } from './normalize-options.js'
import { withProject } from './open-project.js'
import { describePlan, plan } from './make-plan.js'
import type { UpgradeReport } from './report.js'
import type { RunContext } from './run-context.js'
import { planVerdict } from './plan-verdict.js'
import { tellStory } from './tell-story.js'

/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
export function planUpgrade(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return tellStory('plan', options, context, (telling) =>
    withProject(telling, '', async (project) => {
      const { facts, timetable } = telling
      facts.branch = project.branch || null
      facts.warnings = [...project.problems, ...project.composerProblems]
      const planned = await timetable.step('plan', () => plan(telling, project), describePlan)
      facts.plan = planned.plan
      facts.warnings = [...facts.warnings, ...planned.plan.problems]
      facts.verdict = planVerdict(planned.plan)
    })
  )
}
