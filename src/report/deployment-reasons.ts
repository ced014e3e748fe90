import type { UpgradeReport } from './report.js'

/** Why a deployment did not go well, one sentence each; none where it did. */
export function deploymentReasons({ deployment }: Pick<UpgradeReport, 'deployment'>): readonly string[] {
  const told = deployment && deployment.verdict !== 'succeeded' && deployment.verdict !== 'skipped'
  return told ? deployment.reasons : []
}
