import { isMajor } from '../summary/packages.js'
import type { PackageChange, Plan } from '../report.js'
import { countPackages } from './count-packages.js'
import { section } from './section.js'

const signs = { added: '+', removed: '-', up: '~', down: '~', 'same-version': '~' } as const
const order = ['+', '-', '~'] as const
const core = /^(?:magento|adobe-commerce|adobe)\//
const leading = /^magento\/(?:ece-tools|product-(?:enterprise|community)-edition|magento-cloud-metapackage)$/
/** Lines of one sign that name a package of the plan itself; what is beyond is counted by vendor. */
const most = 20

/** The packages of a plan in three parts, extensions first, with their signs; counts in the titles equal what is below. */
export function packageLines({ packageChanges }: Pick<Plan, 'packageChanges'>): readonly string[] {
  const inPlan = packageChanges.filter(({ thirdParty }) => !thirdParty)
  const parts = [
    ['Extensions', packageChanges.filter(({ thirdParty }) => thirdParty), () => true],
    ['Core', inPlan.filter(({ name }) => core.test(name)), isNotable],
    ['Libraries', inPlan.filter(({ name }) => !core.test(name)), isNotable]
  ] as const
  const named = parts.map(([title, all, isNamed]) => ({ title, all, ...split(all, isNamed) }))
  const width = Math.max(30, ...named.flatMap(({ shown }) => shown.map(({ name }) => name.length)))
  return named.flatMap(({ title, all, shown, rest }) =>
    section(`${title.padEnd(width + 8)}${countPackages(all)}`, [
      ...shown.map((change) => line(change, width)),
      ...folded(rest)
    ])
  )
}

function isNotable({ name, change, from, to }: PackageChange): boolean {
  return change === 'added' || change === 'removed' || change === 'down' || leading.test(name) || isMajor(from, to)
}

/** What is named and what is only counted. A vendor with one package is no shorter than the package. */
function split(
  all: readonly PackageChange[],
  isNamed: (change: PackageChange) => boolean
): { readonly shown: readonly PackageChange[]; readonly rest: readonly PackageChange[] } {
  const counts = countFolds(all.filter((change) => !isNamed(change)))
  const wanted = all
    .filter((change) => isNamed(change) || counts.get(foldOf(change)) === 1)
    .toSorted((a, b) => Number(leading.test(b.name)) - Number(leading.test(a.name)))
  const shown = order.flatMap((sign) =>
    wanted.filter(({ change }) => signs[change] === sign).filter(({ thirdParty }, index) => thirdParty || index < most)
  )
  const told = new Set(shown)
  return { shown, rest: all.filter((change) => !told.has(change)) }
}

function line(change: PackageChange, width: number): string {
  const { name, from, to } = change
  const versions = from === null || to === null ? (from ?? to ?? '') : `${from} -> ${to}`
  return `${signs[change.change]} ${name.padEnd(width)}    ${versions}${markOf(change)}`
}

function markOf({ change, from, to }: PackageChange): string {
  const mark = change === 'down' ? '  (older)' : change === 'same-version' ? '  (another archive)' : ''
  return `${mark}${isMajor(from, to) ? '  (major)' : ''}`
}

function folded(rest: readonly PackageChange[]): readonly string[] {
  const lines = [...countFolds(rest)].map(([fold, count]) => `${fold.slice(0, 1)} ${count} more ${fold.slice(2)}`)
  return order.flatMap((sign) => lines.filter((text) => text.startsWith(sign)))
}

function countFolds(changes: readonly PackageChange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const change of changes) counts.set(foldOf(change), (counts.get(foldOf(change)) ?? 0) + 1)
  return counts
}

function foldOf(change: PackageChange): string {
  return `${signs[change.change]} ${change.name.split('/')[0] ?? ''}/*${markOf(change)}`
}
