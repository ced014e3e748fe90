import { forDatabase, prelude } from './remote-prelude.js'

/**
 * Replaces everything in a relationship's database by the compressed dump on stdin. Definers are left out: they may
 * not exist there. Of the client's errors only code, state and line are told, never the rows in it.
 */
export function restoreScript(relationship: string): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}tell database "$database"
ask drops "SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS ', CHAR(96),
  REPLACE(TABLE_NAME, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ';') FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
load() {
  "$client" --defaults-extra-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G "$database" 2>"$work/load.txt"
}
why() { grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/load.txt" | head -1; }
{ echo 'SET FOREIGN_KEY_CHECKS = 0;'; cat "$work/drops.txt"; } | load || fail "the old tables cannot be dropped: $(why)"
gzip -dc <&6 | sed -E '1{/^[/][*]M!999999/d};/^([/][*]!50(003|013|017|020|106)|CREATE DEFINER)/s/DEFINER=\`[^\`]*\`@\`[^\`]*\`//' | load
status=("\${PIPESTATUS[@]}")
[ "\${status[*]}" = "0 0 0" ] || fail "the dump was loaded by half (\${status[*]}): $(why)"
objects objects
tell 'done' yes
`
  )
}
