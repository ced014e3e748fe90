import { linesOfEffects } from '../describe-effects.js'
import { describeBackup } from './describe-backup.js'
import { describeRecovery } from './describe-recovery.js'
import { deploymentReasons, headline } from './headline.js'
import { describePhases } from './describe-phases.js'
import { codeBlock, folded, html, inline } from './markdown.js'
import { otherWarnings } from './other-warnings.js'
import { groupNotes, notesOf } from './plan-notes.js'
import { countChanges, groupChanges } from './package-changes.js'
import { renderSeconds } from './seconds.js'
import type { Finding, UpgradeReport } from './report.js'

const visible = 8
const listed = 100

/** A report as Markdown that is read in ten seconds: verdict, what to do next, steps and warnings; the rest is folded. */
export function renderSummary(report: UpgradeReport): string {
  const { error, findings } = report
  return [
    `## ${mark(report)} ${inline(headline(report))}`,
    ...facts(report),
    ...(error ? ending(report.changes, error) : []),
    ...list(`Deployment: ${report.deployment?.verdict ?? ''}`, deploymentReasons(report)),
    ...list(
      'Problems',
      (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)
    ),
    ...recovery(report),
    ...groupNotes(notesOf(report)).flatMap(({ title, notes }) =>
      list(
        title,
        notes.map(({ message, fix }) => `${message} ${fix}`)
      )
    ),
    ...steps(report),
    ...phases(report),
    ...list(
      'Warnings',
      otherWarnings(report).map(({ message, fix }) => `${message} ${fix}`)
    ),
    ...(findings.length > 0 ? ['', '### Findings', '', ...findings.flatMap(finding)] : []),
    ...packages(report),
    ...list('Backup', describeBackup(report.backup)),
    ...folded('Details', error?.details ? codeBlock(error.details, 80) : []),
    ''
  ].join('\n')
}

function ending(changes: UpgradeReport['changes'], { next }: NonNullable<UpgradeReport['error']>): readonly string[] {
  return [...linesOfEffects(changes), ['Next', next] as const].flatMap(([title, text]) => [
    '',
    `**${title}:** ${inline(text)}`
  ])
}

function mark({ error, plan, backup }: UpgradeReport): string {
  if (error) return '❌'
  const lacking = backup?.state === 'failed' || backup?.state === 'inconsistent'
  return plan?.heldBack || lacking ? '⚠️' : '✅'
}

function facts({ plan, environment, commit, verification, seconds }: UpgradeReport): readonly string[] {
  const parts = [
    plan && `${inline(plan.fromVersion)} → ${inline(plan.toVersion)}`,
    verification?.installedVersion && `${inline(verification.installedVersion)} runs`,
    environment && `environment ${inline(environment)}`,
    commit && `commit ${inline(commit.slice(0, 12))}`,
    renderSeconds(seconds)
  ]
  return ['', parts.filter(Boolean).join(' · ')]
}

function recovery({ recovery: made }: UpgradeReport): readonly string[] {
  if (!made) return []
  const commands = made.dataCommands.length > 0 ? ['', ...codeBlock(made.dataCommands.join('\n'), listed)] : []
  return ['', '### Recovery', '', inline(describeRecovery(made)), ...commands]
}

function steps({ steps: rows }: UpgradeReport): readonly string[] {
  const marks = { done: '✅', skipped: '➖', failed: '❌' } as const
  const lines = rows.map(
    ({ step, outcome, seconds, note }) =>
      `| ${marks[outcome]} ${step} | ${outcome === 'skipped' ? '' : renderSeconds(seconds)} | ${inline(note)} |`
  )
  return lines.length > 0 ? ['', '| step | time | |', '|---|---|---|', ...lines] : []
}

function phases({ deployment }: UpgradeReport): readonly string[] {
  const told = describePhases(deployment)
  return told === '' ? [] : ['', `Deployment: ${told}`]
}

/** One finding with the log that shows it; what that says is folded. */
function finding(
  { title, meaning, next, source, phase, certainty, evidence, modules }: Finding,
  index: number
): readonly string[] {
  const place = [source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')
  const line = `${index + 1}. **${inline(title)}** (${inline(place)}) ${inline(meaning)} **Next:** ${inline(next)}`
  const code = ['', ...codeBlock(evidence, 20), '']
  const folded = ['', `<details><summary>${html(source)}</summary>`, ...code, '</details>', '']
  const lines = [...outdated(modules ?? []), ...(evidence.trim() === '' ? [] : folded)]
  return [line, ...lines.map((text) => (text === '' ? '' : `    ${text}`))]
}

/** The modules whose database is behind or ahead, as a table. */
function outdated(modules: NonNullable<Finding['modules']>): readonly string[] {
  if (modules.length === 0) return []
  const rows = modules.map(({ module, kind, current, required }) =>
    [module, kind, current, required].map((text) => inline(text)).join(' | ')
  )
  return ['', '| module | | database | code |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`), '']
}

function packages({ plan }: UpgradeReport): readonly string[] {
  if (!plan?.changed) return []
  const groups = groupChanges(plan).flatMap(({ words, changes }) => [
    `**${changes.length} ${words}**`,
    '',
    '| package | from | to |',
    '|---|---|---|',
    ...changes.map(
      ({ name, from, to, thirdParty }) =>
        `| ${inline(name)}${thirdParty ? ' (extension)' : ''} | ${inline(from ?? '')} | ${inline(to ?? '')} |`
    ),
    ''
  ])
  return folded(`Packages: ${countChanges(plan)}`, groups)
}

/** The first lines are seen, more are folded, and what is beyond all measure is left to the report. */
function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const items = lines.slice(0, visible + listed).map((line) => `- ${inline(line)}`)
  const rest = lines.length - items.length
  const more = [...items.slice(visible), ...(rest > 0 ? [`- ${rest} more in the report`] : [])]
  return ['', `### ${title}`, '', ...items.slice(0, visible), ...folded(`${lines.length - visible} more`, more)]
}
