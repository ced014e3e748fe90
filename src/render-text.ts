import { describeRecovery } from './render/describe-recovery.js'
import { countChanges } from './render/package-changes.js'
import { headline } from './render/headline.js'
import { renderSeconds } from './render/seconds.js'
import { visibleText } from './render/visible-text.js'
import type { UpgradeReport } from './report.js'

/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
export function renderText(report: UpgradeReport): string {
  const { error, plan, backup, recovery } = report
  const lines = [
    headline(report),
    ...steps(report),
    ...section('Packages', plan?.changed ? [countChanges(plan)] : []),
    ...section('Backup', backup?.location ? [backup.location, `sha256 ${backup.sha256 ?? ''}`] : []),
    ...section(
      'Findings',
      report.findings.flatMap(({ title, source, evidence, meaning, next }) => [
        `${title} (${source})`,
        ...evidence
          .split('\n')
          .filter((line) => line.trim() !== '')
          .slice(0, 5)
          .map((line) => `  | ${line}`),
        `  ${meaning}`,
        `  next: ${next}`
      ])
    ),
    ...section(
      'Warnings',
      report.warnings.map(({ message, fix }) => `${message} ${fix}`)
    ),
    ...section(
      'Problems',
      (error?.problems ?? []).map(({ severity, message, fix }) => `${severity}: ${message} ${fix}`)
    ),
    ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
    ...section('Recovery', recovery ? [describeRecovery(recovery), ...recovery.dataCommands] : []),
    ...(error
      ? ['', `Unchanged: ${error.unchanged}`, `Next: ${error.next}`, `Code: ${error.code} (exit ${error.exitCode})`]
      : [])
  ]
  return `${visibleText(lines.join('\n'))}\n`
}

function steps({ steps: list }: UpgradeReport): readonly string[] {
  const marks = { done: '✓', skipped: '-', failed: '✗' } as const
  return section(
    'Steps',
    list.map(
      ({ step, outcome, seconds, note }) =>
        `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : renderSeconds(seconds)).padStart(8)}  ${note.split('\n')[0] ?? ''}`
    )
  )
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : []
}
