import type { Problem } from '../../errors.js'
import { abandonedPackages } from './abandoned-packages.js'
import type { Audit } from './audit-lock.js'
import { auditGaps, auditProblems } from './audit-problems.js'
import { thirdPartyPackages, type ComposerProject } from '../../project/composer-project.js'
import { gitignoreLayout } from '../../project/gitignore-layout.js'
import { diffLocks } from './lock-diff.js'
import { enforcementDeadlines } from './enforcement-deadlines.js'
import { planNotes, withLevel } from './plan-notes.js'
import { supportNotice } from './support-dates.js'
import type { ResolvedTarget } from '../../project/target.js'
import type { Plan } from '../../report/report.js'
import type { Git } from '../../tools/git/git.js'
import type { PlanInput } from './plan-input.js'
import { trackedMarshaledFiles } from './tracked-marshaled-files.js'

/** A resolved plan, before it is described in words. */
interface ResolvedPlan extends PlanInput {
  readonly after: ComposerProject
  readonly migrations: Plan['migrations']
  readonly composerJson: string
  readonly problems: readonly Problem[]
  /** Null if the lock does not change. */
  readonly audit: Audit | null
  readonly heldBack: Plan['heldBack']
}

/** The plan as the report shows it. */
export async function describePlan(
  git: Git,
  resolved: ResolvedPlan & { readonly resolution: ResolvedTarget }
): Promise<Plan> {
  const { project, after, checkout, resolution } = resolved
  const changed = after.product.version !== project.product.version
  const packageChanges = diffLocks(project, after)
  const { audit } = resolved
  const found = [...resolved.problems, ...(audit ? auditProblems(audit) : []), ...notices(resolved)]
  const problems = found.map(withLevel)
  const notes = planNotes({
    problems,
    migrations: resolved.migrations,
    packageChanges,
    before: checkout.composerJson,
    after: changed ? resolved.composerJson : checkout.composerJson
  })
  return {
    fromVersion: project.product.version,
    toVersion: after.product.version,
    target: resolved.target,
    changed,
    heldBack: resolved.heldBack,
    constraint: resolution.constraint,
    productPin: resolution.productPin,
    metapackage: { from: project.metapackage.version, to: after.metapackage.version },
    eceTools: { from: project.eceTools, to: after.eceTools },
    packageChanges,
    thirdPartyPackages: thirdPartyPackages(project).map(({ name, version }) => ({ name, version })),
    trackedMarshaledFiles: await trackedMarshaledFiles(git, checkout.composerLock, checkout.composerJson),
    gitignoreLayout: gitignoreLayout(checkout.gitignore),
    migrations: resolved.migrations,
    problems,
    notes: [...notes, ...(audit ? auditGaps(audit) : []), ...(changed ? abandonedPackages(after) : [])]
  }
}

/** Dates: the support of the version, and components that the platform will accept only for a limited time. */
function notices({ after, checkout, project, today }: ResolvedPlan): readonly Problem[] {
  const support = supportNotice(after.product.version, today)
  const { appYaml, servicesYaml } = checkout
  const version = project.product.version
  return [
    ...enforcementDeadlines({ version, appYamlText: appYaml, servicesYamlText: servicesYaml, today }),
    ...(support ? [support] : [])
  ]
}
