import { thirdPartyPackages, type ComposerProject } from '../../project/composer-files.js'
import { gitignoreLayout } from '../../project/gitignore-layout.js'
import { diffLocks } from '../../project/lock-diff.js'
import { supportNotice } from '../../project/support-dates.js'
import type { ResolvedTarget } from '../../project/target.js'
import type { Plan } from '../../report.js'
import type { Git } from '../../tools/git.js'
import type { PlanInput } from '../plan-upgrade.js'
import { trackedMarshaledFiles } from './tracked-marshaled-files.js'

/** A resolved plan, before it is put into words. */
export interface ResolvedPlan extends PlanInput {
  readonly after: ComposerProject
  readonly migrations: Plan['migrations']
}

/** The plan as it stands in the report. */
export async function describePlan(
  git: Git,
  resolved: ResolvedPlan & { readonly resolution: ResolvedTarget }
): Promise<Plan> {
  const { project, after, checkout, resolution } = resolved
  const support = supportNotice(after.product.version, resolved.today)
  return {
    fromVersion: project.product.version,
    toVersion: after.product.version,
    target: resolved.target,
    changed: after.product.version !== project.product.version,
    heldBack: null,
    constraint: resolution.constraint,
    productPin: resolution.productPin,
    metapackage: { from: project.metapackage.version, to: after.metapackage.version },
    eceTools: { from: project.eceTools, to: after.eceTools },
    packageChanges: diffLocks(project, after),
    thirdPartyPackages: thirdPartyPackages(project).map(({ name, version }) => ({ name, version })),
    trackedMarshaledFiles: await trackedMarshaledFiles(git, checkout.composerLock, checkout.composerJson),
    gitignoreLayout: gitignoreLayout(checkout.gitignore),
    migrations: resolved.migrations,
    problems: support ? [support] : []
  }
}
