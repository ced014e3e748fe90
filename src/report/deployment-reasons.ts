import type { UpgradeReport } from './report.js'

/** Why a deployment did not succeed, one sentence each; empty if it did. */
export function deploymentReasons({ deployment }: Pick<UpgradeReport, 'deployment'>): readonly string[] {
  const told = deployment && deployment.verdict !== 'succeeded' && deployment.verdict !== 'skipped'
  return told ? deployment.reasons : []
}
