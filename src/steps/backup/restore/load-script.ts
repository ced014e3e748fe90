import { markerTable } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { lockName, sessionSettings } from './session-settings.js'

/** What a load leaves as it is, and what it notes in the database. */
export interface LoadChoice {
  readonly relationship: string
  /** Id of this restore, for the marker. */
  readonly id: string
  /** Tables and views that are not dropped, since the dump left them out. */
  readonly keptTables: readonly string[]
  /** Routines and events, as `kind name`, for the same reason. */
  readonly keptPrograms: readonly string[]
  /** Default collation that the database gets; null for the one that it has. */
  readonly collation: string | null
}

/** SQL behind the dump, in the same session: from then on the database holds the backup. */
export const loadedSql = `\nUNLOCK TABLES;\nUPDATE ${markerTable} SET state = 'finished';\nCOMMIT;\n`

/**
 * Replaces what is in a relationship's database by the compressed dump on stdin, in one session: a lock, a marker that
 * says what is going on, the drops, the dump. Of the client's errors only code, state and line are told, never the
 * rows in it. Throws TypeError for an id or a collation that is none.
 */
export function loadScript({ relationship, id, keptTables, keptPrograms, collation }: LoadChoice): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('no id of a restore')
  if (collation !== null && !/^\w+$/.test(collation)) throw new TypeError('no name of a collation')
  const tables = hexList([markerTable, ...keptTables])
  const programs = hexList(['', ...keptPrograms])
  const quoted = (column: string): string =>
    `CHAR(96), REPLACE(${column}, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ';'`
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
ask events "SELECT CONCAT('DROP EVENT IF EXISTS ', ${quoted('EVENT_NAME')}) FROM information_schema.EVENTS
  WHERE EVENT_SCHEMA = DATABASE() AND HEX(LOWER(CONCAT('event ', EVENT_NAME))) NOT IN (${programs})"
ask drops "SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS ', ${quoted('TABLE_NAME')}) FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND HEX(LOWER(TABLE_NAME)) NOT IN (${tables})"
ask routines "SELECT CONCAT('DROP ', ROUTINE_TYPE, ' IF EXISTS ', ${quoted('ROUTINE_NAME')}) FROM information_schema.ROUTINES
  WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE <> 'PACKAGE BODY' AND HEX(LOWER(CONCAT(ROUTINE_TYPE, ' ', ROUTINE_NAME))) NOT IN (${programs})"
first() {
  cat <<'SQL'
${sessionSettings.join(';\n')};
DO IF(GET_LOCK(${lockName}, 60) = 1, 1, (SELECT 1 UNION SELECT 2));
CREATE TABLE IF NOT EXISTS ${markerTable} (id CHAR(36) NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, began TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB;
REPLACE INTO ${markerTable} (id, state) SELECT '${id}', 'begun' FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ${markerTable});
UPDATE ${markerTable} SET id = '${id}', state = 'begun';
${collation === null ? '' : `ALTER DATABASE COLLATE ${collation};\n`}SQL
}
load() {
  "$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G "$database" 2>"$work/load.txt"
}
why() { grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/load.txt" | head -1; }
{ first; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; echo "UPDATE ${markerTable} SET state = 'emptied';"; gzip -dc <&6 2>/dev/null; } | load
status=("\${PIPESTATUS[@]}")
[ "\${status[*]}" = "0 0" ] || fail "the load ended early (\${status[*]}): $(why)"
tell 'done' yes
`
  )
}

// Hexadecimal needs no quoting, in SQL or in a shell.
function hexList(names: readonly string[]): string {
  return names.map((name) => `'${Buffer.from(name.toLowerCase()).toString('hex').toUpperCase()}'`).join(', ')
}
