import type { Plan, UpgradeReport } from './report.js'

/** The notes of a plan on one level. */
interface NoteGroup {
  readonly title: string
  readonly notes: Plan['notes']
}

const titles = { before: 'Must be done before', look: 'Look at it', information: 'For information' } as const

/** The notes of a plan by their levels; empty levels are omitted. */
export function groupNotes(notes: Plan['notes']): readonly NoteGroup[] {
  return Object.entries(titles)
    .map(([level, title]) => ({ title, notes: notes.filter((note) => note.level === level) }))
    .filter(({ notes: found }) => found.length > 0)
}

/** The notes of a report's plan that its error does not already list. */
export function notesOf({ plan, error }: UpgradeReport): Plan['notes'] {
  // Only problems of a plan have a level.
  const told = new Set<string>(error?.problems.flatMap(({ id, level }) => (level === undefined ? [] : id)))
  return (plan?.notes ?? []).filter(({ id }) => !told.has(id))
}
