import type { ManifestDump } from '../manifest/manifest.js'
import type { LookedDatabase } from './look-at-database.js'

/** What a database holds after a restore that did not end in good order, in one sentence. */
export function describeDatabase(
  { relationship, tables, views }: ManifestDump,
  before: LookedDatabase,
  now: LookedDatabase | null
): string {
  const name = `The database of ${relationship}`
  if (now === null) return `What the database of ${relationship} holds is not known: it could not be asked.`
  if (now.busy) return `${name} is still being replaced: a session on the server has not ended yet.`
  if (now.marker === null) return `${name} is as it was.`
  if (now.marker.state === 'beside')
    return `${name} is as it was; tables of the backup stand beside it (magento_cloud_upgrade_new_…).`
  if (now.marker.state === 'swapped')
    return `${name} holds all tables of the backup with all of their rows, and nothing else of what was there before; foreign keys, views, triggers, routines and events may be missing.`
  if (now.marker.state === 'finished') return `${name} holds the backup, whole.`
  const there = new Set(now.names)
  const count = (names: readonly string[]): string =>
    `${names.filter((each) => there.has(each)).length} of the ${names.length} tables and views`
  if (now.marker.state === 'begun')
    return `${name} holds ${count(before.names)} that were there before, and nothing of the backup.`
  return `${name} holds ${count([...tables, ...views])} of the backup, the last of them perhaps without all of its rows, and nothing of what was there before.`
}
