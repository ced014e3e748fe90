import type { PackageChange } from '../report.js'

const words = [
  ['up', 'updated', 'to update'],
  ['down', 'downgraded', 'to downgrade'],
  ['added', 'added', 'to add'],
  ['removed', 'removed', 'to remove'],
  ['same-version', 'with another archive', 'to fetch again']
] as const

/** How many packages change, by kind: `47 updated, 1 added, 1 removed`; `to update` and so on for a plan's last line. */
export function countPackages(changes: readonly Pick<PackageChange, 'change'>[], isToDo = false): string {
  const counted = words.map(([kind, done, toDo]) => ({
    count: changes.filter(({ change }) => change === kind).length,
    word: isToDo ? toDo : done
  }))
  return (
    counted
      .filter(({ count }) => count > 0)
      .map(({ count, word }) => `${count} ${word}`)
      .join(', ') || 'no package changes'
  )
}
