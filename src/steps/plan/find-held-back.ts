import { UpgradeError, type ErrorCode, type Problem } from '../../errors.js'
import { compareVersions, isStable, parseProductVersion, releaseLine } from '../../project/product-version.js'
import type { Plan } from '../../report/report.js'
import type { ResolvedFiles } from './resolve-packages.js'

/** A newer release of the line that the plan does not reach, and why. */
interface HeldBack {
  readonly heldBack: Plan['heldBack']
  readonly problems: readonly Problem[]
}

/** What a plan that reaches the newest release reports. */
export const nothingHeld: HeldBack = { heldBack: null, problems: [] }

/**
 * Finds the newest finished release of the line of `version` among those that the repository offers. If the plan does
 * not reach it, it is resolved again with that release pinned, and Composer's reasons are the answer.
 */
export async function findHeldBack(
  offered: readonly string[] | null,
  version: string,
  resolve: (productPin: string) => Promise<ResolvedFiles>
): Promise<HeldBack> {
  if (offered === null) return { heldBack: null, problems: [unknown(version)] }
  const newest = offered
    .filter((other) => parseProductVersion(other) !== null && isStable(other))
    .filter((other) => releaseLine(other) === releaseLine(version) && compareVersions(other, version) > 0)
    .sort(compareVersions)
    .at(-1)
  if (newest === undefined) return nothingHeld
  try {
    await resolve(newest)
    return held(newest, 'free', [notTaken(version, newest)])
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    return held(newest, error.code, [blocked(version, newest, error), ...error.problems.map(asWarning)])
  }
}

function held(version: string, code: ErrorCode | 'free', problems: readonly Problem[]): HeldBack {
  return { heldBack: { version, code, reasons: problems.map(({ message }) => message) }, problems }
}

function blocked(version: string, newest: string, error: UpgradeError): Problem {
  return {
    id: 'held-back',
    severity: 'warning',
    message: `${newest} is available, but this project can only reach ${version}: ${error.message}`,
    fix: error.next
  }
}

function notTaken(version: string, newest: string): Problem {
  return {
    id: 'held-back',
    severity: 'warning',
    message: `${newest} is available and its packages fit, but Composer prefers ${version}, because other packages would be downgraded for it.`,
    fix: `To get it, set target: ${newest}, and check the packages that are downgraded.`
  }
}

function asWarning(problem: Problem): Problem {
  return { ...problem, severity: 'warning' }
}

function unknown(version: string): Problem {
  return {
    id: 'versions-unknown',
    severity: 'warning',
    message: `The repository did not say which versions it offers, so there may be a newer one than ${version}.`,
    fix: 'Run composer show magento/product-enterprise-edition --available with the same keys.'
  }
}
