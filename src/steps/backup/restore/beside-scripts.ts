import { markerTable, namesTable, newTable, nextMarker, oldTable } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { besideList, dropLists, oldTables } from './drop-lists.js'
import { boundLocks, changeCollation, unboundLocks, type LoadChoice } from './load-script.js'
import { createMarker, idOf, mark } from './marker-sql.js'
import { quotedName, sessionScript } from './session-script.js'

/** Loads the compressed SQL on stdin into tables beside those that are there. Throws TypeError for what is no id. */
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

/** SQL before the dump that is loaded beside: the names of its tables by their numbers. */
export function firstBeside(tables: readonly string[]): string {
  const rows = tables.map(
    (name, index) => `(${index + 1}, CONVERT(X'${Buffer.from(name).toString('hex')}' USING utf8mb4))`
  )
  const columns = 'number INT NOT NULL PRIMARY KEY, name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL'
  const inserts = rows.map((row) => `INSERT INTO ${namesTable} VALUES ${row};\n`)
  return `CREATE TABLE ${namesTable} (${columns}) ENGINE=InnoDB;\n${inserts.join('')}`
}

/** SQL behind it: the marker that takes its place together with the tables. Throws TypeError for what is no id. */
export function lastBeside(id: string): string {
  const row = `INSERT INTO ${nextMarker} (id, state) VALUES ('${idOf(id)}', 'swapped')`
  return `\nUNLOCK TABLES;\n${createMarker(nextMarker)};\n${row};\nCOMMIT;\n`
}

/**
 * Puts the tables that were loaded beside into the place of those that are there, in one statement, together with the
 * marker. What was there is dropped then, and the compressed SQL on stdin makes the rest. A session that holds a table
 * for longer than `lockSeconds` makes it end as it was. Throws TypeError for an id or a collation that is none.
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
