import { folded } from './markdown.js'
import { countChanges } from './package-changes.js'
import { checklist } from './pull-request/checklist.js'
import { cutShort } from './pull-request/cut-short.js'
import { lines } from './pull-request/lines.js'
import { madeBy, merging } from './pull-request/merging.js'
import { opening } from './pull-request/opening.js'
import type { Problem } from '../errors.js'
import type { Plan, UpgradeReport } from './report.js'
import { packageTable } from './summary/packages.js'

/** What a pull request says that its report does not. */
export interface PullRequestFacts {
  /** What the backup does not promise. */
  readonly backupWarnings?: readonly Problem[]
  /** How long the last deployment of the environment took; null if that is not known. */
  readonly lastDeploymentSeconds?: number | null
}

// GitHub answers 422 to a longer text (2026-11).
const longest = 65_536

/**
 * The text of a pull request as Markdown: what it changes and why, what to do before the merge, what the merge does, how
 * to undo it. At most 65,536 characters: long lists are cut, and say so. Empty without a plan.
 */
export function renderPullRequest(report: UpgradeReport, facts: PullRequestFacts = {}): string {
  const { plan } = report
  if (plan === null) return ''
  let text = ''
  for (const most of [1000, 300, 100, 30, 10, 3, 1, 0]) {
    text = page(report, plan, facts, most)
    if (text.length <= longest) break
  }
  return text
}

function page(report: UpgradeReport, plan: Plan, facts: PullRequestFacts, most: number): string {
  const { backupWarnings = [], lastDeploymentSeconds = null } = facts
  // The support of the present version is one of the reasons, at the top.
  const information = plan.notes.filter(({ id, level }) => level === 'information' && id !== 'support-date')
  const extensionsFirst = plan.packageChanges.toSorted((a, b) => Number(b.thirdParty) - Number(a.thirdParty))
  return [
    ...opening(report, plan),
    ...checklist(report, plan, { backupWarnings, most }),
    ...merging(report, lastDeploymentSeconds),
    ...folded(['For information', String(information.length)], lines('- ', information, most)),
    ...folded(
      ['All packages', countChanges(plan)],
      [...packageTable(extensionsFirst.slice(0, most)), ...cutShort(extensionsFirst, most)]
    ),
    ...madeBy(report)
  ].join('\n')
}
