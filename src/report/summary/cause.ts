import { deploymentReasons } from '../deployment-reasons.js'
import { codeBlock, inline, prose } from '../markdown.js'
import { blockers } from './blockers.js'
import type { UpgradeReport } from '../report.js'

type ReportError = NonNullable<UpgradeReport['error']>

const notCauses = new Set(['deploy-failed-flag', 'maintenance-on', 'cron-disabled', 'unread', 'ece-tools-warnings'])

/** Whether {@link cause} lists the problems, each with a fix: no finding has a cause, and no deployment a reason. */
export function listsBlockers(report: UpgradeReport): boolean {
  const [first] = report.findings
  const named = first !== undefined && !notCauses.has(first.id)
  return report.recovery === null && !named && deploymentReasons(report).length === 0
}

/** The cause of a failure as one code block, and its meaning. */
export function cause(report: UpgradeReport, error: ReportError): readonly string[] {
  const { findings, recovery } = report
  const [first] = findings
  if (listsBlockers(report)) return blockers(error)
  if (recovery === null && first !== undefined && !notCauses.has(first.id)) {
    const doubt = first.certainty === 'likely' ? ' (likely)' : ''
    return ['', `**Cause**${doubt}`, '', ...codeBlock(first.title, 6), '', prose(first.meaning)]
  }
  const lines = recovery === null ? deploymentReasons(report) : [recovery.reason]
  return ['', '**Cause**', '', ...lines.slice(0, 8).map((line) => `- ${inline(line)}`)]
}
