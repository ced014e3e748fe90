import type { Problem } from '../errors.js'
import { otherWarnings } from './other-warnings.js'
import { notesOf } from './plan-notes.js'
import type { UpgradeReport } from './report.js'

/** One item for the reader: what it is and what to do. */
export type Item = Pick<Problem, 'message' | 'fix' | 'comparison'> & {
  readonly id: string
  readonly hosts?: readonly string[] | undefined
}

/** The items that a page shows besides the verdict, each once. */
export interface OpenItems {
  /** Running versions that the target does not support: one table. */
  readonly comparisons: readonly (Item & Required<Pick<Item, 'comparison'>>)[]
  /** Other items that need manual work. */
  readonly toDo: readonly Item[]
  /** Warnings, and items to review. */
  readonly warnings: readonly Item[]
  readonly information: readonly Item[]
}

/** Sorts notes and warnings of a report: nothing is listed twice, and nothing that the error lists. */
export function openItems(report: UpgradeReport): OpenItems {
  const notes = notesOf(report).filter(({ id }) => id !== 'extension-moves')
  const told = keysOf((report.error?.problems ?? []).filter(({ severity }) => severity === 'error'))
  const warned = [
    ...(report.error?.problems ?? []).filter(({ severity }) => severity === 'warning'),
    ...otherWarnings(report)
  ]
  const all = unique([...notes, ...warned]).filter((item) => !told.has(keyOf(item)))
  const found = keysOf(report.verification?.problems ?? [])
  const needsHand = (item: Item & { readonly level?: string | undefined }): boolean =>
    item.level === 'before' || found.has(keyOf(item))
  const rest = all.filter((item) => item.comparison === undefined)
  const information = rest.filter((item) => 'level' in item && item.level === 'information')
  return {
    comparisons: all.filter(isCompared),
    toDo: rest.filter((item) => needsHand(item)),
    warnings: rest.filter((item) => !needsHand(item) && !information.includes(item)),
    information
  }
}

function isCompared<T extends Item>(item: T): item is T & Required<Pick<Item, 'comparison'>> {
  return item.comparison !== undefined
}

function unique<T extends Item>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function keysOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.map(keyOf))
}

// One check may find several problems.
function keyOf({ id, hosts = [], ...item }: Item): string {
  return JSON.stringify([id, hosts, item.message])
}
