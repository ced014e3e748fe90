import type { Plan, UpgradeReport } from './report.js'

/** What a plan says on one level. */
interface NoteGroup {
  readonly title: string
  readonly notes: Plan['notes']
}

const titles = { before: 'Must be done before', look: 'Look at it', information: 'For information' } as const

/** The notes of a plan by their levels; levels without any are left out. */
export function groupNotes(notes: Plan['notes']): readonly NoteGroup[] {
  return Object.entries(titles)
    .map(([level, title]) => ({ title, notes: notes.filter((note) => note.level === level) }))
    .filter(({ notes: found }) => found.length > 0)
}

/** The notes of a report's plan that its error does not tell already. */
export function notesOf({ plan, error }: UpgradeReport): Plan['notes'] {
  // Problems with a level are those of a plan.
  const told = new Set<string>(error?.problems.flatMap(({ id, level }) => (level === undefined ? [] : id)))
  return (plan?.notes ?? []).filter(({ id }) => !told.has(id))
}
