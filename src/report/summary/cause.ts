import { deploymentReasons } from '../deployment-reasons.js'
import { codeBlock, inline, prose } from '../markdown.js'
import { blockers } from './blockers.js'
import type { UpgradeReport } from '../report.js'

type ReportError = NonNullable<UpgradeReport['error']>

const notCauses = new Set(['deploy-failed-flag', 'maintenance-on', 'cron-disabled', 'unread', 'ece-tools-warnings'])

/** The cause of a failure as one block of code, and what it means. */
export function cause({ findings, deployment, recovery }: UpgradeReport, error: ReportError): readonly string[] {
  const first = findings[0]
  if (recovery === null && first !== undefined && !notCauses.has(first.id)) {
    const doubt = first.certainty === 'likely' ? ' (likely)' : ''
    return ['', `**Cause**${doubt}`, '', ...codeBlock(first.title, 6), '', prose(first.meaning)]
  }
  const reasons = deploymentReasons({ deployment })
  if (recovery === null && reasons.length === 0) return blockers(error)
  const lines = recovery === null ? reasons : [recovery.reason]
  return ['', '**Cause**', '', ...lines.slice(0, 8).map((line) => `- ${inline(line)}`)]
}
