import { linesOfEffects } from '../describe-effects.js'
import { describeBackup } from './describe-backup.js'
import { describeRecovery } from './describe-recovery.js'
import { describePhases } from './describe-phases.js'
import { groupNotes, notesOf } from './plan-notes.js'
import { countChanges } from './package-changes.js'
import { deploymentReasons } from './deployment-reasons.js'
import { headline } from './headline.js'
import { otherWarnings } from './other-warnings.js'
import { renderSeconds } from './seconds.js'
import { visibleText } from '../visible-text.js'
import type { Problem } from '../errors.js'
import type { Finding, UpgradeReport } from './report.js'

/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
export function renderText(report: UpgradeReport): string {
  const { error, plan, backup, recovery } = report
  const phases = describePhases(report.deployment)
  const lines = [
    headline(report),
    ...steps(report),
    ...section('Phases of the deployment', phases === '' ? [] : [phases]),
    ...section('Packages', plan?.changed ? [countChanges(plan)] : []),
    ...groupNotes(notesOf(report)).flatMap(({ title, notes }) => section(title, shortened(notes.map(thisRun)))),
    ...section('Backup', describeBackup(backup)),
    ...section('Warnings', otherWarnings(report).map(thisRun)),
    ...section(`Deployment: ${report.deployment?.verdict ?? ''}`, deploymentReasons(report)),
    ...section('Findings, the likeliest cause first', report.findings.flatMap(finding)),
    ...section(
      'Problems',
      errorsFirst(error?.problems ?? []).map((problem) => `${problem.severity}: ${thisRun(problem)}`)
    ),
    ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
    ...section('Recovery', recovery ? [describeRecovery(recovery), ...recovery.dataCommands] : []),
    ...(error
      ? [
          '',
          ...linesOfEffects(report.changes).map(([title, text]) => `${title}: ${text}`),
          `Next: ${error.next}`,
          `Code: ${error.code} (exit ${error.exitCode})`
        ]
      : [])
  ]
  return `${visibleText(lines.join('\n'))}\n`
}

function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.severity.localeCompare(b.severity))
}

const most = 20

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length > most ? [...lines.slice(0, most), `${lines.length - most} more in the report (--json)`] : lines
}

function thisRun({ message, fix }: Pick<Problem, 'message' | 'fix'>): string {
  return `${message} ${fix}`
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

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []
}
