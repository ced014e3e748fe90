import type { UpgradeReport } from './report.js'

/** The sign of a verdict: a tick only for complete success. */
export function mark({ error, plan, backup, verdict, findings }: UpgradeReport): string {
  if (error?.code === 'deploy-unknown') return '❔'
  if (error) return '❌'
  if (verdict === 'diagnosed') return findings.length > 0 ? '🔎' : '✅'
  const lacking = backup?.state === 'failed' || backup?.state === 'inconsistent'
  return plan?.heldBack || lacking ? '⚠️' : '✅'
}
