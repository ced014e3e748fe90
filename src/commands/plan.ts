import type { GivenOptions } from '../run/normalize-options.js'
import { isRefused, withProject, type ProjectSession } from '../run/project-session.js'
import { summarizePlan, makePlan } from './upgrade/make-plan.js'
import type { UpgradeReport } from '../report/report.js'
import type { RunContext } from '../run/run-context.js'
import { planVerdict } from './upgrade/plan-verdict.js'
import type { Planned } from '../steps/plan/plan-upgrade.js'
import { startRun, type Run } from '../run/run.js'

/** Plans an upgrade and changes nothing. The report's `plan` has what would change and what prevents it. */
export function plan(options: GivenOptions, context: RunContext = {}): Promise<UpgradeReport> {
  return startRun('plan', options, context, (thisRun) =>
    withProject(thisRun, '', async (project) => {
      const { facts, stepTimer } = thisRun
      facts.branch = project.branch || null
      facts.warnings = [...project.problems, ...project.composerProblems]
      const planned = await stepTimer.step('plan', () => planFromMemory(thisRun, project), summarizePlan)
      facts.plan = planned.plan
      facts.warnings = [...facts.warnings, ...planned.plan.problems]
      facts.verdict = planVerdict(planned.plan)
    })
  )
}

/** An upgrade resolves again before it commits. Only a command that changes nothing may reuse an answer of Composer. */
async function planFromMemory(thisRun: Run, project: ProjectSession): Promise<Planned> {
  if (isRefused(project.composerProblems)) return makePlan(thisRun, project)
  const { rememberPlan } = await import(/* webpackChunkName: "plan" */ './plan/remember-plan.js')
  const memory = await rememberPlan(thisRun, project)
  if (memory.remembers)
    thisRun.context.logger.debug(
      'Composer answered the same questions within the last day, and the repositories have not changed since.'
    )
  try {
    return await makePlan(thisRun, project, memory)
  } finally {
    await memory.keep()
  }
}
