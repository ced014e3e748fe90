import { folded, inline } from './markdown.js'
import { countChanges, groupChanges } from './package-changes.js'
import { groupNotes } from './plan-notes.js'
import type { Problem } from '../errors.js'
import type { Plan } from './report.js'

/**
 * A plan as Markdown for a pull request: versions, what to do and to look at before merging, what the backup does not
 * promise, what comes along.
 */
export function renderPlan(plan: Plan, ofBackup: readonly Problem[] = []): string {
  const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty)
  // Extensions are a table of their own.
  const notes = plan.notes.filter(({ id }) => id !== 'extension-moves')
  const lines = (level: Plan['notes'][number]['level']): readonly string[] =>
    groupNotes(notes.filter((note) => note.level === level)).flatMap(({ notes: found }) =>
      found.map(({ message, fix }) => `- ${level === 'information' ? '' : '[ ] '}${inline(`${message} ${fix}`)}`)
    )
  return [
    `**${inline(plan.fromVersion)} → ${inline(plan.toVersion)}**, ${plan.packageChanges.length} packages change.`,
    ...section('Before you merge', lines('before')),
    ...section('Look at it', lines('look')),
    ...section(
      'Backup: know this before you merge',
      ofBackup.map(({ message, fix }) => `- [ ] ${inline(`${message} ${fix}`)}`)
    ),
    ...section('Extensions that move along: test them', table(moved)),
    ...section('For information', lines('information')),
    ...folded(`All packages: ${countChanges(plan)}`, allPackages(plan))
  ].join('\n')
}

function allPackages(plan: Plan): readonly string[] {
  const shown = groupChanges(plan).flatMap(({ changes }) => changes)
  const more = shown.length - most
  return [...table(shown.slice(0, most)), ...(more > 0 ? ['', `${more} more are in the report.`] : [])]
}

// GitHub refuses descriptions of more than 65,536 characters.
const most = 300

function table(changes: Plan['packageChanges']): readonly string[] {
  const rows = changes.map(
    ({ name, from, to }) => `| ${inline(name)} | ${inline(from ?? 'new')} | ${inline(to ?? 'removed')} |`
  )
  return rows.length > 0 ? ['| package | from | to |', '|---|---|---|', ...rows] : []
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', `### ${title}`, '', ...lines] : []
}
