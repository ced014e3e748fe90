import { markerTable } from '../../../tools/dump/restore-marker.js'

/** How far a restore is, as the marker in the database says it; see {@link markerTable}. */
export type RestoreState =
  /** It loads the dump beside what is there. */
  | 'beside'
  /** What was loaded beside has taken the place of what was there; keys, views and programs are being made. */
  | 'swapped'
  /** It drops what was there. */
  | 'begun'
  /** It loads the dump into the empty database. */
  | 'emptied'
  /** It has loaded the backup. */
  | 'finished'

/** A marker as the look tells it. */
export const markerForm = /^(beside|swapped|begun|emptied|finished) ([0-9a-f-]{36})$/

/** SQL that makes a table for a marker. */
export function createMarker(table: string): string {
  return `CREATE TABLE IF NOT EXISTS ${table} (id CHAR(36) NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, began TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB`
}

/** SQL that marks a database, whether or not it has a marker. Throws TypeError for what is no id. */
export function mark(id: string, state: RestoreState): readonly string[] {
  return [
    createMarker(markerTable),
    `REPLACE INTO ${markerTable} (id, state) SELECT '${idOf(id)}', '${state}' FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ${markerTable})`,
    `UPDATE ${markerTable} SET id = '${idOf(id)}', state = '${state}'`
  ]
}

/** The id of a restore. Throws TypeError for another text. */
export function idOf(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('no id of a restore')
  return id
}

/** SQL behind the dump, in the same session: from then on the database holds the backup. */
export const loadedSql = `\nUNLOCK TABLES;\nUPDATE ${markerTable} SET state = 'finished';\nCOMMIT;\n`
