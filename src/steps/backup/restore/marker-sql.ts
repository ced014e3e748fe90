import { markerTable } from '../../../tools/dump/restore-marker.js'

/** Progress of a restore, as stored in the marker in the database; see {@link markerTable}. */
export type RestoreState =
  /** It is loading the dump next to the present tables. */
  | 'beside'
  /** The loaded tables have been swapped in; keys, views and programs are being created. */
  | 'swapped'
  /** It is dropping the previous content. */
  | 'begun'
  /** It is loading the dump into the empty database. */
  | 'emptied'
  /** It has loaded the backup. */
  | 'finished'

/** A marker as read from the database. */
export const markerForm = /^(beside|swapped|begun|emptied|finished) ([0-9a-f-]{36})$/

/** SQL that makes a table for a marker. */
export function createMarker(table: string): string {
  return `CREATE TABLE IF NOT EXISTS ${table} (id CHAR(36) NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, began TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB`
}

/** SQL that marks a database, whether or not it has a marker. Throws TypeError for an invalid id. */
export function mark(id: string, state: RestoreState): readonly string[] {
  return [
    createMarker(markerTable),
    `REPLACE INTO ${markerTable} (id, state) SELECT '${idOf(id)}', '${state}' FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ${markerTable})`,
    `UPDATE ${markerTable} SET id = '${idOf(id)}', state = '${state}'`
  ]
}

/** The id of a restore. Throws TypeError for any other text. */
export function idOf(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('not an id of a restore')
  return id
}

/** SQL after the dump, in the same session: from then on the database has the backup. */
export const loadedSql = `\nUNLOCK TABLES;\nUPDATE ${markerTable} SET state = 'finished';\nCOMMIT;\n`
