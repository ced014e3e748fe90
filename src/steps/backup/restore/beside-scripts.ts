import { markerTable, namesTable, newTable, nextMarker, oldTable } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { besideList, dropLists, oldTables } from './drop-lists.js'
import { boundLocks, changeCollation, unboundLocks, type LoadChoice } from './load-script.js'
import { createMarker, idOf, mark } from './marker-sql.js'
import { quotedName, sessionScript } from './session-script.js'

/** Loads the compressed SQL on stdin into tables next to the present ones. Throws TypeError for an invalid id. */
export function besideScript({ relationship, id }: Pick<LoadChoice, 'relationship' | 'id'>): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
${besideList}${sessionScript(mark(id, 'beside'))}
{ first; cat "$work/beside.txt"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`
  )
}

/** SQL before a dump that is loaded next to the present tables: its table names by number. */
export function firstBeside(tables: readonly string[]): string {
  const rows = tables.map(
    (name, index) => `(${index + 1}, CONVERT(X'${Buffer.from(name).toString('hex')}' USING utf8mb4))`
  )
  const columns = 'number INT NOT NULL PRIMARY KEY, name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL'
  const inserts = rows.map((row) => `INSERT INTO ${namesTable} VALUES ${row};\n`)
  return `CREATE TABLE ${namesTable} (${columns}) ENGINE=InnoDB;\n${inserts.join('')}`
}

/** SQL after it: the marker that is swapped in together with the tables. Throws TypeError for an invalid id. */
export function lastBeside(id: string): string {
  const row = `INSERT INTO ${nextMarker} (id, state) VALUES ('${idOf(id)}', 'swapped')`
  return `\nUNLOCK TABLES;\n${createMarker(nextMarker)};\n${row};\nCOMMIT;\n`
}

/**
 * Swaps in the tables that were loaded, in one statement together with the marker. Then the old tables are dropped, and
 * the compressed SQL on stdin creates the rest. If a session holds a table for longer than `lockSeconds`, the statement
 * fails and nothing has changed. Throws TypeError for an invalid id or collation.
 */
export function swapScript({ relationship, id, collation, lockSeconds, ...kept }: LoadChoice): string {
  const still = `DO IF((SELECT CONCAT(state, ' ', id) FROM ${markerTable}) = 'beside ${idOf(id)}', 1, (SELECT 1 UNION SELECT 2))`
  const begin = [boundLocks(lockSeconds), still]
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
${dropLists(kept, 'views')}${oldTables(kept, oldTable(''))}
ask news "SELECT CONCAT(', ${newTable('')}', number, ' TO ', ${quotedName('name', "''")}) FROM ${namesTable}"
${sessionScript(begin)}swap() {
  printf 'RENAME TABLE ${markerTable} TO ${oldTable(0)}, ${nextMarker} TO ${markerTable}'
  cat "$work/olds.txt" "$work/news.txt"
  cat <<'SQL'
;
${unboundLocks};
DROP TABLE IF EXISTS ${namesTable}, ${oldTable(0)};
${changeCollation(collation)
  .map((statement) => `${statement};\n`)
  .join('')}SQL
}
drop_olds() { sed -nE 's/^.* TO (${oldTable('')}[0-9]+)$/DROP TABLE IF EXISTS \\1;/p' "$work/olds.txt"; }
{ first; swap; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; drop_olds; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`
  )
}
