import { markerTable } from '../../../tools/dump/restore-marker.js'
import { DumpError } from './dump-cause.js'
import type { ListedDatabase } from './list-objects.js'

/**
 * Throws UpgradeError `backup-unproven` for a database in which a restore is at work or was killed, with what it holds
 * by the marker of the restore.
 */
export function expectNoRestore(relationship: string, { marker }: Pick<ListedDatabase, 'marker'>): void {
  if (marker === null) return
  const [state = ''] = marker.split(' ')
  const message = `The database of ${relationship} is not dumped: a restore into it has not ended (table ${markerTable}). ${holds(state)}`
  const next =
    'Let the restore that runs come to its end; finish one that was stopped, or go back: magento-cloud-upgrade backup list names the commands.'
  throw new DumpError('backup-unproven', { message, next }, ['unfinished-restore'])
}

function holds(state: string): string {
  if (state === 'beside')
    return 'The tables of the shop are as they were; those of the backup stand beside them, under other names.'
  if (state === 'swapped')
    return 'It holds all tables of the backup with their rows; foreign keys, views, triggers, routines and events may be missing.'
  if (state === 'finished') return 'It holds the backup, whole; what the restore made for itself is still there.'
  return 'It may hold a part of a shop.'
}
