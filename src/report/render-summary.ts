import { codeBlock, folded, inline, link, prose } from './markdown.js'
import { mark } from './mark.js'
import { openItems } from './open-items.js'
import { exitCodeUrl } from './links.js'
import { backup } from './summary/backup.js'
import { blockers } from './summary/blockers.js'
import { cause } from './summary/cause.js'
import { choices } from './summary/choices.js'
import { comparisonSteps, comparisonTable } from './summary/comparison-table.js'
import { effects, items, steps } from './summary/folds.js'
import { logs } from './summary/findings.js'
import { opening } from './summary/opening.js'
import { packages } from './summary/packages.js'
import { recovery } from './summary/recovery.js'
import { title } from './title.js'
import type { UpgradeReport } from './report.js'

/**
 * A report as Markdown to be read in ten seconds: verdict, whether the shop is up, what needs manual work; the rest is
 * folded, with its count in the title.
 */
export function renderSummary(report: UpgradeReport): string {
  const { error } = report
  const open = openItems(report)
  const toDo = [...open.comparisons, ...open.toDo]
  const lines = [
    `## ${mark(report)} ${inline(title(report))}`,
    ...opening(report, toDo.length),
    ...(error === null ? work(report, open) : failure(report, error)),
    ...(error === null ? [] : steps(report)),
    ...logs(report),
    ...(error === null ? [] : items('To do besides', toDo)),
    ...items('Warnings', open.warnings),
    ...items('For information', open.information),
    ...packages(report),
    ...backup(report),
    ...(error === null ? steps(report) : effects(report)),
    ...folded('Details', error?.details ? codeBlock(error.details, 80) : []),
    ...(error === null
      ? []
      : ['', `${link(`Exit code ${error.exitCode}`, exitCodeUrl)} <code>${inline(error.code)}</code>`]),
    ''
  ]
  return lines.join('\n')
}

const explained: ReadonlySet<string> = new Set([
  'deploy-failed',
  'deploy-never-started',
  'deploy-unknown',
  'wrong-version',
  'unhealthy',
  'reverted',
  'recovery-failed'
])

function failure(report: UpgradeReport, error: NonNullable<UpgradeReport['error']>): readonly string[] {
  if (!explained.has(error.code)) return blockers(error)
  return [...cause(report, error), ...recovery(report), ...choices(report, error)]
}

function work(
  { plan, verification }: UpgradeReport,
  { comparisons, toDo }: ReturnType<typeof openItems>
): readonly string[] {
  const lines = [
    ...comparisonTable(comparisons, plan?.toVersion ?? verification?.expectedVersion ?? 'the target'),
    ...(toDo.length > 0 ? ['', ...toDo.map(({ message, fix }) => `- [ ] ${inline(message)} ${prose(fix)}`)] : [])
  ]
  return lines.length === 0
    ? []
    : ['', '### To do', ...lines, ...folded('How to change the services', comparisonSteps(comparisons))]
}
