import { codeBlock, folded, inline, prose } from '../markdown.js'
import type { UpgradeReport } from '../report.js'

type ReportError = NonNullable<UpgradeReport['error']>

const most = 25

/** The blockers, numbered, each with its fix below. */
export function blockers(error: ReportError): readonly string[] {
  const errors = error.problems.filter(({ severity }) => severity === 'error')
  const items = errors.length > 0 ? errors : [{ message: error.summary, fix: error.next }]
  const shown = items.slice(0, most).flatMap(({ message, fix }, index) => item(index + 1, message, fix))
  const rest = items.slice(most).flatMap(({ message, fix }, index) => item(most + index + 1, message, fix))
  return ['', ...shown, ...folded(`${items.length - most} more`, rest)]
}

function item(number: number, message: string, fix: string): readonly string[] {
  const [first = '', ...lines] = fix.split('\n')
  const block = lines.length > 0 ? ['', ...codeBlock(lines.join('\n'), 20).map((line) => `   ${line}`), ''] : []
  return [`${number}. **${inline(message)}**<br>`, `   ${prose(first)}`, ...block]
}
