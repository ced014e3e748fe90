import { countChanges } from './render/package-changes.js'
import { headline } from './render/headline.js'
import { renderSeconds } from './render/seconds.js'
import type { UpgradeReport } from './report.js'

/** A report as Markdown that is read in ten seconds: job summary and pull request show it. */
export function renderSummary(report: UpgradeReport): string {
  const { error, warnings } = report
  const mark = error ? '❌' : '✅'
  return [
    `## ${mark} ${cell(headline(report))}`,
    ...(error ? ['', `**Unchanged:** ${cell(error.unchanged)}`, '', `**Next:** ${cell(error.next)}`] : []),
    ...list(
      'Problems',
      (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)
    ),
    ...steps(report),
    ...packages(report),
    ...backup(report),
    ...findings(report),
    ...list(
      'Warnings',
      warnings.map(({ message, fix }) => `${message} ${fix}`)
    ),
    ...details(
      'Details',
      error?.details ? ['```text', ...error.details.replaceAll('```', "'''").split('\n').slice(0, 80), '```'] : []
    ),
    ''
  ].join('\n')
}

function steps({ steps: rows }: UpgradeReport): readonly string[] {
  const marks = { done: '✅', skipped: '➖', failed: '❌' } as const
  const lines = rows.map(
    ({ step, outcome, seconds, note }) =>
      `| ${marks[outcome]} ${step} | ${outcome === 'skipped' ? '' : renderSeconds(seconds)} | ${cell(note)} |`
  )
  return lines.length > 0 ? ['', '| step | time | |', '|---|---|---|', ...lines] : []
}

function packages({ plan }: UpgradeReport): readonly string[] {
  if (!plan?.changed) return []
  const rows = plan.packageChanges.map(
    ({ name, from, to, thirdParty }) => `| ${name}${thirdParty ? ' (extension)' : ''} | ${from ?? ''} | ${to ?? ''} |`
  )
  return details(`Packages: ${countChanges(plan)}`, ['| package | from | to |', '|---|---|---|', ...rows])
}

function backup({ backup: made }: UpgradeReport): readonly string[] {
  if (!made?.location) return []
  return ['', `Backup: \`${made.location}\`, ${made.tables ?? 0} tables, sha256 \`${made.sha256 ?? ''}\``]
}

/** The findings in their order; what the logs said is folded, as code that nothing in it can end. */
function findings({ findings: found }: UpgradeReport): readonly string[] {
  const lines = found.flatMap(({ title, meaning, next, source, evidence }) => [
    `- **${cell(title)}** ${cell(meaning)} ${cell(next)}`,
    ...(evidence !== '' ? ['', ...indented(evidence, source), ''] : [])
  ])
  return lines.length > 0 ? ['', '### Findings', '', ...lines] : []
}

function indented(evidence: string, source: string): readonly string[] {
  const text = evidence.split('\n').slice(0, 20)
  const code = text.map((line) => `  ${line.replaceAll('```', "'''")}`)
  return [`  <details><summary>${cell(source)}</summary>`, '', '  ```text', ...code, '  ```', '', '  </details>']
}

function list(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', `### ${title}`, '', ...lines.map((line) => `- ${cell(line)}`)] : []
}

function details(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>'] : []
}

/** Text that cannot break out of its place: no line breaks, table borders or tags. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
