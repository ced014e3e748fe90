import { time } from '../describe-shop.js'
import { inline, prose, shellBlock } from '../markdown.js'
import { listsBlockers } from './cause.js'
import type { UpgradeReport, WayBack } from '../report.js'

type ReportError = NonNullable<UpgradeReport['error']>

/** Why a deployment or a verification failed, as one block, and the choices: repair, or go back. */
export function choices(report: UpgradeReport, error: ReportError): readonly string[] {
  const back = report.wayBack === null || report.recovery !== null ? [] : wayBack(report.wayBack)
  if (back.length === 0)
    return listsBlockers(report) && !error.problems.some(({ severity }) => severity === 'error')
      ? []
      : ['', `**Next:** ${prose(error.next)}`]
  return ['', '**Choose one**', '', `1. ${prose(error.next)}`, '', ...back]
}

function wayBack({ version, code, data, from, untouched }: WayBack): readonly string[] {
  if (code.length + data.length === 0)
    return [
      `2. There is no way back by command: no commit that could be reverted, and no backup that could be restored.`
    ]
  const lost = from === null ? '' : ` (what was written since ${time(from)} is lost)`
  const what =
    code.length === 0
      ? `data only${lost}`
      : data.length === 0
        ? untouched
          ? 'code only: the data were not touched'
          : 'code only: there is no backup of the data that could be restored'
        : `code and data${lost}`
  const automatic =
    code.length > 0
      ? ['', '   Or set <code>recover: revert</code> for the next run: it takes the code back by itself.']
      : []
  return [
    `2. Go back to ${inline(version)}, ${what}:`,
    '',
    ...shellBlock([...code, ...data]).map((line) => `   ${line}`),
    ...automatic
  ]
}
