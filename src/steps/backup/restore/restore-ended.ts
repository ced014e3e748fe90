import { UpgradeError, type ErrorCode } from '../../../errors.js'
import { describeDatabase } from './describe-database.js'
import type { LookedDatabase } from './look-at-database.js'
import type { UnfinishedRestore } from './restore-notes.js'
import type { DumpToLoad } from './try-on-server.js'

/** How a restore ended before its end. */
export interface EndedRestore {
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
