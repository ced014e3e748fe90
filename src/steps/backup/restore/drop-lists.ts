import { besideTables, markerTable } from '../../../tools/dump/restore-marker.js'
import { hexList, quotedName } from './session-script.js'

/** Objects that a load leaves unchanged, because the dump does not include them. */
export interface KeptObjects {
  /** Tables and views. */
  readonly keptTables: readonly string[]
  /** Routines and events, as `kind name`. */
  readonly keptPrograms: readonly string[]
}

const tables = 'information_schema.TABLES\n  WHERE TABLE_SCHEMA = DATABASE()'

/**
 * bash: writes the DROP statements for events, tables or views, and routines into events.txt, drops.txt and
 * routines.txt.
 */
export function dropLists({ keptTables, keptPrograms }: KeptObjects, types: 'all' | 'views'): string {
  const kept = hexList([markerTable, ...keptTables])
  const programs = hexList(['', ...keptPrograms])
  const only = types === 'all' ? '' : " AND TABLE_TYPE = 'VIEW'"
  return `ask events "SELECT CONCAT('DROP EVENT IF EXISTS ', ${quotedName('EVENT_NAME')}) FROM information_schema.EVENTS
  WHERE EVENT_SCHEMA = DATABASE() AND HEX(LOWER(CONCAT('event ', EVENT_NAME))) NOT IN (${programs})"
ask drops "SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS ', ${quotedName('TABLE_NAME')}) FROM ${tables} AND HEX(LOWER(TABLE_NAME)) NOT IN (${kept})${only}"
ask routines "SELECT CONCAT('DROP ', ROUTINE_TYPE, ' IF EXISTS ', ${quotedName('ROUTINE_NAME')}) FROM information_schema.ROUTINES
  WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE <> 'PACKAGE BODY' AND HEX(LOWER(CONCAT(ROUTINE_TYPE, ' ', ROUTINE_NAME))) NOT IN (${programs})"
`
}

/**
 * bash: writes the DROP statement for each table that a restore created for itself, except the marker, into beside.txt.
 */
export const besideList = `ask beside "SELECT CONCAT('DROP TABLE IF EXISTS ', ${quotedName('TABLE_NAME')}) FROM ${tables} AND TABLE_NAME REGEXP '${besideTables}'"
`

/** bash: writes each table to be replaced into olds.txt, as the part of a RENAME TABLE that gives it a number. */
export function oldTables({ keptTables }: KeptObjects, numbered: string): string {
  return `ask olds "SELECT CONCAT(', ', ${quotedName('TABLE_NAME', `' TO ${numbered}'`)}, @n := @n + 1) FROM (SELECT @n := 0) zero JOIN ${tables}
  AND TABLE_TYPE <> 'VIEW' AND TABLE_NAME NOT REGEXP '${besideTables}' AND HEX(LOWER(TABLE_NAME)) NOT IN (${hexList([markerTable, ...keptTables])})"
`
}
