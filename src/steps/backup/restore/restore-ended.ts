import { UpgradeError, type ErrorCode } from '../../../errors.js'
import type { LookedDatabase } from './look-at-database.js'
import type { UnfinishedRestore } from './restore-note.js'
import type { DumpToLoad } from './try-on-server.js'
import type { ManifestDump } from '../manifest/manifest.js'

/** How a restore ended before its end. */
interface EndedRestore {
  readonly signal: AbortSignal
  readonly reason: string
  readonly replacement: Pick<DumpToLoad, 'dump'> & { readonly looked: LookedDatabase }
  /** The databases that nothing was done to yet. */
  readonly untouched: readonly Pick<DumpToLoad, 'dump'>[]
  /** What the database holds now; null where it could not be asked. */
  readonly now: LookedDatabase | null
  readonly unfinished: UnfinishedRestore
  /** Whether all databases are as they were, and nothing of this restore is left. */
  readonly isWhole: boolean
}

/** The error of a restore that was stopped or failed: what the database holds, and what brings it to a whole state. */
export function restoreEnded(ended: EndedRestore): UpgradeError {
  const { signal, reason, replacement, untouched, now, unfinished, isWhole } = ended
  const { dump, looked } = replacement
  const stopped = signal.aborted ? (signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted') : null
  const code: ErrorCode = stopped ?? 'backup-failed'
  const others = untouched
    .map(({ dump: { relationship } }) => ` The database of ${relationship} is as it was.`)
    .join('')
  const { finish, goBack } = unfinished
  const back = isWhole
    ? 'There is nothing to go back from.'
    : goBack === null
      ? 'Of what was there before no backup was made.'
      : `To go back: ${goBack}`
  return new UpgradeError(code, {
    tellsStop: stopped !== null,
    message: `${stopped === null ? `The restore of ${dump.relationship} failed: ${reason}.` : 'The restore was stopped.'} ${describeDatabase(dump, looked, now)}${others}`,
    next: `${stopped === null ? 'Fix what is named above. ' : ''}To finish: ${finish}\n${back}`
  })
}

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
