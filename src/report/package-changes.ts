import type { PackageChange, Plan } from './report.js'

/** The changes of one kind. */
interface ChangeGroup {
  /** The change, as printed after the number of packages. */
  readonly words: string
  readonly changes: readonly PackageChange[]
}

const kinds = [
  ['up', 'up'],
  ['down', 'down'],
  ['added', 'added'],
  ['removed', 'removed'],
  ['same-version', 'with another archive']
] as const

/** The package changes by kind; empty kinds are omitted. */
export function groupChanges({ packageChanges }: Plan): readonly ChangeGroup[] {
  const groups = kinds.map(([kind, words]) => ({
    words,
    changes: packageChanges.filter(({ change }) => change === kind)
  }))
  return groups.filter(({ changes }) => changes.length > 0)
}

/** How many packages change, by kind, in words: `52 up, 1 added, 1 removed`. */
export function countChanges(plan: Plan): string {
  return (
    groupChanges(plan)
      .map(({ changes, words }) => `${changes.length} ${words}`)
      .join(', ') || 'none'
  )
}
