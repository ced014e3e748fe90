import * as core from '@actions/core'
import type { UpgradeReport } from '../report/report.js'
import { neutralise } from './action-logger.js'

/** Input for the outputs besides the report. */
interface OutputsInput {
  readonly reportPath: string
  /** Whether the backup may become a workflow artifact. */
  readonly artifact: boolean
}

/** The action's outputs, one line each; empty if the run did not get that far. */
export function outputsOf(report: UpgradeReport, { reportPath, artifact }: OutputsInput): Record<string, string> {
  const { plan, backup, deployment, verification } = report
  return {
    changed: String(report.commit !== null),
    verdict: report.verdict,
    'from-version': plan?.fromVersion ?? '',
    'to-version': plan?.toVersion ?? '',
    'held-back': plan?.heldBack?.version ?? '',
    branch: report.branch ?? '',
    'commit-sha': report.commit ?? '',
    'pull-request': report.pullRequest === null ? '' : String(report.pullRequest.number),
    'pull-request-url': report.pullRequest?.url ?? '',
    backup: backup?.location ?? '',
    'backup-sha256': backup?.sha256 ?? '',
    'backup-snapshot': backup?.extras.find(({ kind }) => kind === 'snapshot')?.location ?? '',
    'backup-artifact': artifact ? folderOf(backup) : '',
    'activity-id': deployment?.activityId ?? '',
    'installed-version': verification?.installedVersion ?? '',
    report: reportPath
  }
}

/**
 * Sets the outputs. If that fails (no file, a folder, a full disk), it is only a warning, so that the result of the run
 * is not hidden.
 */
export function setOutputs(report: UpgradeReport, input: OutputsInput): void {
  try {
    for (const [name, value] of Object.entries(outputsOf(report, input))) core.setOutput(name, value)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    core.warning(neutralise(`The outputs could not be set, so later steps do not see them: ${reason}`))
  }
}

/** Folder of a backup on this machine, which contains its manifest. */
function folderOf(backup: UpgradeReport['backup']): string {
  return backup?.downloadedTo ? backup.downloadedTo.replace(/[/\\][^/\\]*$/, '') : ''
}
