import { markerTable } from '../../../tools/dump/restore-marker.js'
import { DumpError } from './dump-cause.js'
import type { ListedDatabase } from './list-objects.js'

/**
 * Throws UpgradeError `backup-unproven` for a database in which a restore is running or was killed. The marker of the
 * restore shows what the database contains.
 */
export function expectNoRestore(relationship: string, { marker }: Pick<ListedDatabase, 'marker'>): void {
  if (marker === null) return
  const [state = ''] = marker.split(' ')
  const message = `The database of ${relationship} is not dumped: a restore into it has not ended (table ${markerTable}). ${holds(state)}`
  const next =
    'Wait until a running restore has ended. Finish one that was stopped, or go back: magento-cloud-upgrade backup list shows the commands.'
  throw new DumpError('backup-unproven', { message, next }, ['unfinished-restore'])
}

function holds(state: string): string {
  if (state === 'beside')
    return 'The tables of the shop have not changed; those of the backup are next to them, under other names.'
  if (state === 'swapped')
    return 'It has all tables of the backup with their rows; foreign keys, views, triggers, routines and events may be missing.'
  if (state === 'finished') return 'It has the complete backup; leftovers of the restore are still there.'
  return 'It may be incomplete.'
}
