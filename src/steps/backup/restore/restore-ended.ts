import { UpgradeError, type ErrorCode } from '../../../errors.js'
import type { LookedDatabase } from './look-at-database.js'
import type { UnfinishedRestore } from './restore-note.js'
import type { DumpToLoad } from './try-on-server.js'
import type { ManifestDump } from '../manifest/manifest.js'

/** State of a restore that ended early. */
interface EndedRestore {
  readonly signal: AbortSignal
  readonly reason: string
  readonly replacement: Pick<DumpToLoad, 'dump'> & { readonly looked: LookedDatabase }
  /** The databases that have not been touched. */
  readonly untouched: readonly Pick<DumpToLoad, 'dump'>[]
  /** The present content of the database; null if it could not be queried. */
  readonly now: LookedDatabase | null
  readonly unfinished: UnfinishedRestore
  /** Whether no database has changed, and nothing of this restore is left. */
  readonly isWhole: boolean
}

/**
 * The error of a restore that was stopped or failed: the content of the database, and the commands that complete it.
 */
export function restoreEnded(ended: EndedRestore): UpgradeError {
  const { signal, reason, replacement, untouched, now, unfinished, isWhole } = ended
  const { dump, looked } = replacement
  const stopped = signal.aborted ? (signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted') : null
  const code: ErrorCode = stopped ?? 'backup-failed'
  const others = untouched
    .map(({ dump: { relationship } }) => ` The database of ${relationship} was not changed.`)
    .join('')
  const { finish, goBack } = unfinished
  const back = isWhole
    ? 'There is nothing to go back from.'
    : goBack === null
      ? 'The previous content was not backed up.'
      : `To go back: ${goBack}`
  return new UpgradeError(code, {
    tellsStop: stopped !== null,
    message: `${stopped === null ? `The restore of ${dump.relationship} failed: ${reason}.` : 'The restore was stopped.'} ${describeDatabase(dump, looked, now)}${others}`,
    next: `${stopped === null ? 'Fix the problem above. ' : ''}To finish: ${finish}\n${back}`
  })
}

/** The content of a database after a restore that did not end properly, in one sentence. */
export function describeDatabase(
  { relationship, tables, views }: ManifestDump,
  before: LookedDatabase,
  now: LookedDatabase | null
): string {
  const name = `The database of ${relationship}`
  if (now === null) return `It is not known what the database of ${relationship} contains: it could not be queried.`
  if (now.busy) return `${name} is still being replaced: a session on the server has not ended yet.`
  if (now.marker === null) return `${name} was not changed.`
  if (now.marker.state === 'beside')
    return `${name} was not changed; tables of the backup exist next to its own (magento_cloud_upgrade_new_…).`
  if (now.marker.state === 'swapped')
    return `${name} has all tables of the backup with all of their rows, and nothing of its previous content; foreign keys, views, triggers, routines and events may be missing.`
  if (now.marker.state === 'finished') return `${name} has the complete backup.`
  const there = new Set(now.names)
  const count = (names: readonly string[]): string =>
    `${names.filter((each) => there.has(each)).length} of the ${names.length} tables and views`
  if (now.marker.state === 'begun')
    return `${name} has ${count(before.names)} of its previous content, and nothing of the backup.`
  return `${name} has ${count([...tables, ...views])} of the backup, the last of them perhaps without all of its rows, and nothing of its previous content.`
}
