import { backupItem } from './backup-item.js'
import { cutShort } from './cut-short.js'
import { indented } from './indented.js'
import { lines } from './lines.js'
import type { Problem } from '../../errors.js'
import { folded, inline } from '../markdown.js'
import type { Plan, UpgradeReport } from '../report.js'
import { comparisonSteps, comparisonTable } from '../summary/comparison-table.js'
import { packageTable } from '../summary/packages.js'

/** What is to be done before the merge, each thing with a box. */
export function checklist(
  report: UpgradeReport,
  plan: Plan,
  { backupWarnings, most }: { readonly backupWarnings: readonly Problem[]; readonly most: number }
): readonly string[] {
  const notes = plan.notes.filter(({ id, comparison }) => id !== 'extension-moves' && comparison === undefined)
  const told = new Set<string>(plan.notes.map(({ id }) => id))
  const ofUpdate = (report.update?.problems ?? []).filter(({ id }) => !told.has(id))
  const look = [...notes.filter(({ level }) => level === 'look'), ...ofUpdate]
  return [
    '',
    '### Before you merge',
    '',
    ...services(plan, most),
    ...lines(
      '- [ ] ',
      notes.filter(({ level }) => level === 'before'),
      most
    ),
    ...extensions(plan, most),
    ...lines('- [ ] ', look, most),
    ...backupItem(report, backupWarnings, most)
  ]
}

function services({ notes, toVersion }: Plan, most: number): readonly string[] {
  const all = notes.flatMap((note) => (note.comparison ? [{ ...note, comparison: note.comparison }] : []))
  if (all.length === 0) return []
  const shown = all.slice(0, most)
  return [
    `- [ ] **Services**: ${inline(toVersion)} does not support what runs now.`,
    ...indented([
      ...comparisonTable(shown, toVersion),
      ...cutShort(all, most),
      ...folded('How to change the services', comparisonSteps(shown)),
      ''
    ])
  ]
}

function extensions({ packageChanges }: Plan, most: number): readonly string[] {
  const moved = packageChanges.filter(({ thirdParty }) => thirdParty)
  if (moved.length === 0) return []
  // The sentence says already that they are extensions.
  const rows = moved.slice(0, most).map((change) => ({ ...change, thirdParty: false }))
  return [
    '- [ ] **Extensions** that move: test them.',
    ...indented(['', ...packageTable(rows), ...cutShort(moved, most), ''])
  ]
}
