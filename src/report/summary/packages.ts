import { folded, inline } from '../markdown.js'
import { countChanges, groupChanges } from '../package-changes.js'
import type { PackageChange, UpgradeReport } from '../report.js'

const most = 1000

/** Every package that changes, extensions first, as one folded table. */
export function packages({ plan }: UpgradeReport): readonly string[] {
  if (!plan?.changed) return []
  const all = groupChanges(plan).flatMap(({ changes }) => changes)
  const moved = all.filter(({ thirdParty }) => thirdParty)
  const title =
    moved.length === 0
      ? countChanges(plan)
      : `${countChanges(plan)} (${moved.length} ${moved.length === 1 ? 'extension' : 'extensions'})`
  const rows = [...moved, ...all.filter(({ thirdParty }) => !thirdParty)]
  const more = rows.length - most
  return folded(
    ['Packages', title],
    [...packageTable(rows.slice(0, most)), ...(more > 0 ? ['', `${more} more are in the report.`] : [])]
  )
}

/** Packages with their versions; empty for none. */
export function packageTable(changes: readonly PackageChange[]): readonly string[] {
  if (changes.length === 0) return []
  return ['| package | from | to |', '|---|---|---|', ...changes.map(row)]
}

function row({ name, from, to, thirdParty }: PackageChange): string {
  const shown = thirdParty ? `**${inline(name)}** (extension)` : inline(name)
  return `| ${shown}${isMajor(from, to) ? ' ⚠️ major' : ''} | ${inline(from ?? '–')} | ${inline(to ?? '–')} |`
}

/**
 * Whether the first number of a version changes; 0.x counts by its second. Does not apply to the product's own
 * versions.
 */
export function isMajor(from: string | null, to: string | null): boolean {
  const numbers = (version: string | null): readonly string[] => /^v?(\d+)\.(\d+)/.exec(version ?? '')?.slice(1) ?? []
  const [[a, b], [c, d]] = [numbers(from), numbers(to)]
  if (a === undefined || c === undefined) return false
  return a !== c || (a === '0' && b !== d)
}
