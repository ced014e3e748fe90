import * as core from '@actions/core'
import type { UpgradeReport } from '../report.js'

/** The action's outputs, all of one line; empty where a run did not get that far. */
export function outputsOf(report: UpgradeReport, reportPath: string): Record<string, string> {
  const { plan, backup, deployment, verification } = report
  return {
    changed: String(report.commit !== null),
    verdict: report.verdict,
    'from-version': plan?.fromVersion ?? '',
    'to-version': plan?.toVersion ?? '',
    branch: report.branch ?? '',
    'commit-sha': report.commit ?? '',
    backup: backup?.location ?? '',
    'backup-sha256': backup?.sha256 ?? '',
    'activity-id': deployment?.activityId ?? '',
    'installed-version': verification?.installedVersion ?? '',
    report: reportPath
  }
}

/** Sets them. */
export function setOutputs(report: UpgradeReport, reportPath: string): void {
  for (const [name, value] of Object.entries(outputsOf(report, reportPath))) core.setOutput(name, value)
}
