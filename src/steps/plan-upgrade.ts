import type { Problem } from '../errors.js'
import type { ComposerProject } from '../project/composer-files.js'
import { planMigrations } from '../project/composer-migrations.js'
import { preflightError } from '../project/preflight-error.js'
import { planRuntime, type PlannedRuntime } from '../project/plan-runtime.js'
import { checkRequirements } from '../project/requirements.js'
import { parseTarget, resolveTarget, type ResolvedTarget } from '../project/target.js'
import { checkUpgradePath } from '../project/upgrade-path.js'
import type { Plan } from '../report.js'
import type { Composer } from '../tools/composer.js'
import type { Files } from '../tools/files.js'
import type { Git } from '../tools/git.js'
import { availableVersions } from './plan/available-versions.js'
import { checkResolution } from './plan/check-resolution.js'
import { describePlan } from './plan/describe-plan.js'
import { resolvePackages } from './plan/resolve-packages.js'
import type { Checkout } from './read-checkout.js'

/** The tools of this step; `git` works in the scratch checkout. */
export interface PlanTools {
  readonly git: Git
  readonly composer: Composer
  readonly files: Files
}

/** Everything that a plan is made from. */
export interface PlanInput {
  readonly checkout: Checkout
  readonly project: ComposerProject
  /** The target as the user typed it. */
  readonly target: string
  readonly updateAppConfig: boolean
  readonly today: Date
}

/** A plan, and the files that it would write. */
export interface Planned {
  readonly plan: Plan
  readonly files: { readonly composerJson: string; readonly composerLock: string; readonly appYaml: string | null }
}

/**
 * Finds out what an upgrade would change and what stands in its way, by letting Composer resolve it in the scratch
 * checkout. Throws UpgradeError: `bad-input` for the target, `preflight-failed` for an upgrade path that has a
 * stop on the way, `unsatisfiable` and its kin for what Composer says, `wrong-version` where the target is missed.
 */
export async function planUpgrade(tools: PlanTools, input: PlanInput): Promise<Planned> {
  const { checkout, project } = input
  const from = project.product.version
  const target = await findTarget(tools, input)
  const to = target.productPin ?? target.line
  const path = checkUpgradePath({ from, to, project, appYamlText: checkout.appYaml })
  const runtime = planRuntime(checkout.appYaml, to, input.updateAppConfig)
  const blocked = preflightError([...path, ...lockProblems(project), ...requirements(input, runtime, to)])
  if (blocked) throw blocked
  const migrated = planMigrations(checkout.composerJson, { from, to })
  const resolved = await resolvePackages(tools, {
    folder: tools.git.folder,
    composerJson: migrated.text,
    constraint: target.constraint,
    productName: project.product.name,
    productPin: target.productPin,
    pinned: project.productPin !== null,
    original: checkout
  })
  const after = checkResolution(resolved, { from, target })
  const same = after.product.version === from
  const plan = await describePlan(tools.git, {
    ...input,
    resolution: target,
    // Where the product stays, nothing is upgraded: other packages are not moved behind its back.
    after: same ? project : after,
    migrations: same ? [] : [...migrated.migrations, ...runtime.changes]
  })
  const problems = same ? [] : [...path, ...requirements(input, runtime, plan.toVersion)]
  return {
    plan: { ...plan, problems: [...problems, ...plan.problems] },
    files: { ...resolved, appYaml: runtime.appYaml }
  }
}

async function findTarget({ composer, git }: PlanTools, { target, project }: PlanInput): Promise<ResolvedTarget> {
  const parsed = parseTarget(target)
  // The range forms need no list of versions: the resolver finds the newest by itself.
  const listed = parsed.kind === 'line-newest' || parsed.kind === 'latest-patch'
  const available = listed ? [] : await availableVersions(composer, git.folder, project.product.name)
  return resolveTarget(parsed, project.product.version, available)
}

function requirements(input: PlanInput, runtime: PlannedRuntime, target: string): readonly Problem[] {
  const { appYaml, servicesYaml } = input.checkout
  return checkRequirements({
    target,
    appYamlText: runtime.appYaml ?? appYaml,
    servicesYamlText: servicesYaml,
    composerVersion: null
  })
}

function lockProblems(project: ComposerProject): readonly Problem[] {
  if (project.configLock) return []
  return [
    {
      id: 'composer-lock-off',
      severity: 'error',
      message: 'composer.json sets config.lock to false, so Composer writes no composer.lock.',
      fix: 'Run composer config --unset lock and commit composer.json.'
    }
  ]
}
