import { failureTitle } from './failure-title.js'
import { fitTitle, type TitleWords } from './fit-title.js'
import type { UpgradeReport } from './report.js'

/**
 * The verdict of a run as a heading of at most 70 characters: environment, verdict and versions. No foreign text,
 * address or cause: those are shown elsewhere.
 */
export function title(report: UpgradeReport): string {
  return fitTitle(report.environment, report.error === null ? words(report) : failureTitle(report, report.error))
}

function words(report: UpgradeReport): TitleWords {
  const { verdict, plan, verification, pullRequest, backup, findings } = report
  const versions = plan === null ? '' : `${plan.fromVersion} → ${plan.toVersion}`
  const runs = verification?.installedVersion ?? plan?.fromVersion ?? ''
  switch (verdict) {
    case 'upgraded':
      return (where) => `${where} upgraded: ${versions}`
    case 'up-to-date':
      return (where) => `${where} is up to date: ${verification?.installedVersion ?? plan?.toVersion ?? ''}`
    case 'held-back':
      return (where) => `${where} stays on ${runs}: ${plan?.heldBack?.version ?? 'a newer release'} is blocked`
    case 'planned':
      return () => `Plan: ${versions}, nothing was changed`
    case 'committed':
      return () => `Committed, not pushed: ${versions}`
    case 'pushed':
      return (where) =>
        `${pullRequest === null ? 'Pushed' : `Pull request #${pullRequest.number}`} for ${where}: ${versions}`
    case 'backed-up':
      return (where) => `${where} is backed up${backup?.state === 'inconsistent' ? ', with gaps' : ''}`
    case 'restored':
      return (where) => `The backup was restored into ${where}`
    case 'verified':
      return (where) => `${where} runs ${runs} and is healthy`
    case 'diagnosed':
      return (where) =>
        findings.length === 0
          ? `${where}: nothing wrong was found`
          : `${where}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
    case 'failed':
      return () => 'Failed'
  }
}
