import type { PlanInput } from './plan-input.js'
import type { Problem } from '../../errors.js'
import { b2bRelease } from '../../project/b2b-release.js'
import { composerConfigProblems } from './composer-config-problems.js'

import { planMigrations } from './composer-migrations.js'
import { preflightError } from '../../project/preflight-error.js'
import { chooseRuntime, type PlannedRuntime } from './runtime.js'
import { checkRequirements } from '../../project/requirements.js'
import { parseTarget, resolveTarget, type ResolvedTarget } from '../../project/target.js'
import { unallowedPlugins } from '../../project/unallowed-plugins.js'
import { checkUpgradePath } from './upgrade-path.js'
import type { Plan } from '../../report/report.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { Audit, AuditLock } from './audit-lock.js'
import { availableVersions } from './available-versions.js'
import { checkResolution } from './check-resolution.js'
import { describePlan } from './describe-plan.js'
import { findHeldBack, nothingHeld } from './find-held-back.js'
import { resolvePackages, type ResolvedFiles } from './resolve-packages.js'
import { staleLock } from './stale-lock.js'
import { templateLines } from './template-lines.js'
import { forecastPatches } from './forecast-patches.js'

/** The tools of this step; `git` works in the scratch checkout. */
interface PlanTools {
  readonly git: Git
  readonly composer: Composer
  readonly files: Files
  readonly audit: AuditLock
}

/** The versions of the product that the repository offers, requested while the resolver works. */
type Offered = Promise<readonly string[] | null>

/** A plan, and the files that it would write. */
export interface Planned {
  readonly plan: Plan
  readonly files: { readonly composerJson: string; readonly composerLock: string; readonly appYaml: string | null }
}

/**
 * Determines what an upgrade would change and what blocks it, by letting Composer resolve it in the scratch checkout.
 * Throws UpgradeError: `bad-input` for the target, `preflight-failed` for an upgrade path that needs an intermediate
 * step, `unsatisfiable` and related codes for Composer's errors, `wrong-version` if the target is not reached.
 */
export async function planUpgrade(tools: PlanTools, input: PlanInput): Promise<Planned> {
  const offered = availableVersions(tools, input.checkout.composerJson, input.project.product.name)
  try {
    return await planWith(offered, tools, input)
  } finally {
    // It uses a folder and keys that are removed afterwards.
    await offered
  }
}

/**
 * The blockers of an upgrade, as far as they are known without Composer. Only Composer knows which version `latest` is.
 * Throws UpgradeError `bad-input` for the target.
 */
export function planObstacles(input: PlanInput): readonly Problem[] {
  const { config, product } = input.project
  const parsed = parseTarget(input.target)
  if (parsed.kind === 'latest') return composerConfigProblems(config)
  const { productPin, line } = resolveTarget(parsed, product.version, [])
  const to = productPin ?? line
  return obstacles(input, to, chooseRuntime(input.checkout.appYaml, to, input.updateAppConfig))
}

function obstacles(input: PlanInput, to: string, runtime: PlannedRuntime): readonly Problem[] {
  const { checkout, project } = input
  const path = { from: project.product.version, to, project, appYamlText: checkout.appYaml }
  return [...checkUpgradePath(path), ...composerConfigProblems(project.config), ...requirements(input, runtime, to)]
}

async function planWith(offered: Offered, tools: PlanTools, input: PlanInput): Promise<Planned> {
  const { checkout, project } = input
  const from = project.product.version
  const target = await findTarget(offered, input)
  const to = target.productPin ?? target.line
  const path = checkUpgradePath({ from, to, project, appYamlText: checkout.appYaml })
  const before = chooseRuntime(checkout.appYaml, to, input.updateAppConfig)
  const blocked = preflightError(obstacles(input, to, before))
  if (blocked) throw blocked
  const migrated = planMigrations(checkout.composerJson, { from, to })
  const resolve = (productPin: string | null): Promise<ResolvedFiles> =>
    resolvePackages(tools, {
      folder: tools.git.folder,
      composerJson: migrated.text,
      constraint: target.constraint,
      productName: project.product.name,
      productPin,
      pinned: project.productPin !== null,
      original: checkout
    })
  const resolved = await resolve(target.productPin)
  const after = checkResolution(resolved, { project, target })
  const { version } = after.product
  const held = target.productPin === null ? await findHeldBack(await offered, version, resolve) : nothingHeld
  const same = version === from
  // The requirements differ by patch: the version that was found counts, not the first of the line.
  const runtime = chooseRuntime(checkout.appYaml, version, input.updateAppConfig)
  const known = same ? [] : [...path, ...requirements(input, runtime, version)]
  const [forecast, audit] = same ? [[], null] : await inspect(tools, resolved, version)
  const plan = await describePlan(tools.git, {
    ...input,
    audit,
    resolution: target,
    // If the product stays, nothing is upgraded: other packages are not changed silently.
    after: same ? project : after,
    composerJson: resolved.composerJson,
    migrations: same ? [] : [...migrated.migrations, ...runtime.changes],
    heldBack: held.heldBack,
    problems: [
      ...held.problems,
      ...(same
        ? []
        : [
            ...known,
            ...(await templateNotes(tools, input, { runtime, version, composerJson: resolved.composerJson, known })),
            ...b2bRelease(after.packages, version),
            ...unallowedPlugins(checkout, resolved),
            ...forecast,
            ...staleLock(checkout.composerJson, checkout.composerLock)
          ])
    ]
  })
  return { plan, files: { ...resolved, appYaml: runtime.appYaml } }
}

/** The differences from the target's template, for the files as this upgrade leaves them. */
async function templateNotes(
  { files, git }: PlanTools,
  { checkout, project }: PlanInput,
  after: {
    readonly runtime: PlannedRuntime
    readonly version: string
    readonly composerJson: string
    readonly known: readonly Problem[]
  }
): Promise<readonly Problem[]> {
  return templateLines({
    from: project.product.version,
    to: after.version,
    files: {
      'composer.json': after.composerJson,
      '.gitignore': checkout.gitignore,
      '.magento.app.yaml': after.runtime.appYaml ?? checkout.appYaml,
      '.magento/services.yaml': checkout.servicesYaml,
      'php.ini': await files.read(files.join(git.folder, 'php.ini'))
    },
    told: new Set(after.known.map(({ id }) => id))
  })
}

/** The result of patches in the new version, and the audit of its lock. */
function inspect(
  tools: PlanTools,
  resolved: ResolvedFiles,
  version: string
): Promise<readonly [readonly Problem[], Audit]> {
  return Promise.all([forecastPatches(tools, resolved, version), tools.audit(resolved)])
}

async function findTarget(offered: Offered, { target, project }: PlanInput): Promise<ResolvedTarget> {
  const parsed = parseTarget(target)
  // Ranges need no list of versions: the resolver finds the newest itself.
  const needsNoList = parsed.kind === 'line-newest' || parsed.kind === 'latest-patch'
  return resolveTarget(parsed, project.product.version, needsNoList ? [] : ((await offered) ?? []))
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
