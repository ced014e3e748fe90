import type { PackageChange } from '../../report/report.js'
import { thirdPartyPackages } from '../../project/composer-project.js'
import { compareComposerVersions, parseComposerVersion } from '../../project/composer-version.js'
import type { LockedPackage } from '../../project/composer-lock.js'

interface Locked {
  readonly packages: readonly LockedPackage[]
}

/**
 * Every package that differs between two locks, by name. `same-version` has another source or archive under the same
 * version. Branches have no order, so a change between them counts as `up`.
 */
export function diffLocks(before: Locked, after: Locked): PackageChange[] {
  const old = new Map(before.packages.map((locked) => [locked.name, locked]))
  const current = new Map(after.packages.map((locked) => [locked.name, locked]))
  const foreign = new Set([...thirdPartyPackages(before), ...thirdPartyPackages(after)].map(({ name }) => name))
  return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((name) => {
    const from = old.get(name)
    const to = current.get(name)
    const change = kindOf(from, to)
    if (change === null) return []
    return [{ name, change, from: from?.version ?? null, to: to?.version ?? null, thirdParty: foreign.has(name) }]
  })
}

function kindOf(from: LockedPackage | undefined, to: LockedPackage | undefined): PackageChange['change'] | null {
  if (!to) return 'removed'
  if (!from) return 'added'
  if (from.version === to.version) return referenceOf(from) === referenceOf(to) ? null : 'same-version'
  const [a, b] = [parseComposerVersion(from.version), parseComposerVersion(to.version)]
  return a && b && compareComposerVersions(a, b) > 0 ? 'down' : 'up'
}

function referenceOf({ dist, source }: LockedPackage): string {
  return [dist?.reference ?? source?.reference, dist?.shasum].join()
}
