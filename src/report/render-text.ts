import { linesOfEffects } from '../describe-effects.js'
import { visibleText } from '../visible-text.js'
import { deploymentReasons } from './deployment-reasons.js'
import { describeBackup } from './describe-backup.js'
import { describePhases } from './describe-phases.js'
import { describeRecovery } from './describe-recovery.js'
import { describeShop } from './describe-shop.js'
import { headline } from './headline.js'
import { isTouched } from './is-touched.js'
import { openItems } from './open-items.js'
import { countChanges } from './package-changes.js'
import { renderSeconds } from './seconds.js'
import { blockers, items, toDo } from './text/items.js'
import { packageLines } from './text/package-lines.js'
import { planPage } from './text/plan-page.js'
import { section } from './text/section.js'
import { title } from './title.js'
import type { Finding, Plan, UpgradeReport } from './report.js'

/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
export function renderText(report: UpgradeReport): string {
  const { error, plan, verdict } = report
  const lines = error === null && verdict === 'planned' && plan !== null ? planned(report, plan) : run(report)
  return `${visibleText(lines.join('\n'))}\n`
}

// Progress showed the one step of a plan.
function planned(report: UpgradeReport, plan: Plan): readonly string[] {
  const [first = '', ...rest] = planPage(report, plan)
  return [first, ...(report.steps.length > 1 ? steps(report) : []), ...rest]
}

function run(report: UpgradeReport): readonly string[] {
  const { error, backup } = report
  const phases = describePhases(report.deployment)
  return [
    headline(report),
    ...(error === null ? (report.plan?.heldBack?.reasons ?? []) : [describeShop(report).text]),
    ...steps(report),
    ...section('Phases of the deployment', phases === '' ? [] : [phases]),
    ...packages(report),
    ...openParts(report),
    ...section('Backup', describeBackup(backup)),
    ...explanation(report),
    ...(error === null ? [] : ending(report, error))
  ]
}

function packages({ plan }: UpgradeReport): readonly string[] {
  if (!plan?.changed) return []
  const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty)
  return [
    ...section('Packages', [countChanges(plan)]),
    ...(moved.length > 0 ? packageLines({ packageChanges: moved }) : [])
  ]
}

function openParts(report: UpgradeReport): readonly string[] {
  const open = openItems(report)
  const { plan, verification, error } = report
  return [
    ...toDo(
      open,
      error === null ? 'To do' : 'To do besides',
      plan?.toVersion ?? verification?.expectedVersion ?? 'the target'
    ),
    ...items('Warnings', open.warnings, '!'),
    ...items('For information', open.information, '-')
  ]
}

function explanation(report: UpgradeReport): readonly string[] {
  const { error, recovery, deployment } = report
  const what = recovery === null ? 'Deployment' : 'Deployment of the upgrade'
  return [
    ...section(`${what}: ${deployment?.verdict ?? ''}`, deploymentReasons(report)),
    ...section('Findings, the likeliest cause first', report.findings.flatMap(finding)),
    ...(error === null ? [] : blockers(error, isTouched(report) ? 'Problems' : 'Blockers')),
    ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
    ...section('Recovery', recovery ? [describeRecovery(recovery), ...recovery.dataCommands] : [])
  ]
}

function ending(report: UpgradeReport, error: NonNullable<UpgradeReport['error']>): readonly string[] {
  return [
    '',
    ...counts(report, error),
    ...linesOfEffects(report.changes).map(([what, text]) => `${what}: ${text}`),
    `Next: ${error.next}`,
    `Code: ${error.code} (exit ${error.exitCode})`
  ]
}

// What did not begin ends with numbers, as a plan does.
function counts(report: UpgradeReport, error: NonNullable<UpgradeReport['error']>): readonly string[] {
  if (isTouched(report) || !error.problems.some(({ severity }) => severity === 'error')) return []
  const { comparisons, toDo: rest, warnings } = openItems(report)
  const besides = comparisons.length + rest.length
  const words = [
    title(report),
    ...(besides > 0 ? [`${besides} to do besides`] : []),
    `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`
  ]
  return [`${words.join(', ')}.`]
}

function finding(
  { title, source, phase, certainty, evidence, meaning, next }: Finding,
  index: number
): readonly string[] {
  const shown = evidence.split('\n').filter((line) => line.trim() !== '')
  return [
    `${index + 1}. ${title} (${[source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')})`,
    ...shown.slice(0, 8).map((line) => `   | ${line}`),
    `   ${meaning}`,
    `   next: ${next}`
  ]
}

function steps({ steps: list }: UpgradeReport): readonly string[] {
  const marks = { done: '✓', skipped: '-', failed: '✗' } as const
  return section(
    'Steps',
    list.map(
      ({ step, outcome, seconds, note }) =>
        `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : renderSeconds(seconds)).padStart(8)}  ${inShort(note, outcome)}`
    )
  )
}

// A failure is told in full above and below.
function inShort(note: string, outcome: UpgradeReport['steps'][number]['outcome']): string {
  const line = note.split('\n')[0] ?? ''
  return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line
}
