import { comparisonLines } from './comparison-lines.js'
import { section } from './section.js'
import type { Item, OpenItems } from '../open-items.js'
import type { UpgradeReport } from '../report.js'

type ReportError = NonNullable<UpgradeReport['error']>

const most = 20

/** What stands in the way or is wrong: counted in the title, numbered, each with its fix below it. */
export function blockers(error: ReportError, title: string): readonly string[] {
  const errors = error.problems.filter(({ severity }) => severity === 'error')
  const lines = errors.flatMap(({ message, fix }, index) => {
    const [first = '', ...rest] = fix.split('\n')
    return [`${index + 1}. ${message}`, ...[first, ...rest].filter((line) => line !== '').map((line) => `   ${line}`)]
  })
  return section(`${title}: ${errors.length}`, lines)
}

/** What needs a hand: services that the target does not support as a table, then the rest. */
export function toDo({ comparisons, toDo: rest }: OpenItems, title: string, version: string): readonly string[] {
  const count = comparisons.length + rest.length
  return section(`${title}: ${count}`, [...comparisonLines(comparisons, version), ...signed(rest, '!')])
}

/** Warnings, or what is for information: counted in the title, each behind its sign. */
export function items(title: string, list: readonly Item[], sign: '!' | '-'): readonly string[] {
  return section(`${title}: ${list.length}`, signed(list, sign))
}

function signed(list: readonly Item[], sign: string): readonly string[] {
  const lines = list.slice(0, most).map(({ message, fix }) => `${sign} ${message} ${fix}`.trimEnd())
  const rest = list.length - most
  return rest > 0 ? [...lines, `${sign} ${rest} more in the report (--json)`] : lines
}
