import { markerTable, probeName } from '../../../tools/dump/restore-marker.js'
import { tellMarker } from '../dump/marker-script.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { besideList } from './drop-lists.js'
import { sessionScript, lockName } from './session-script.js'

// A plugin of MariaDB that shows the disks, but only to users with the right FILE; Available is in KiB.
const disks = `if run_sql disks "SELECT Available FROM information_schema.DISKS WHERE LOCATE(Path, @@datadir) = 1 ORDER BY LENGTH(Path) DESC LIMIT 1"; then
  tell disk-kilobytes "$(cat "$work/disks.txt")"
fi
`

/**
 * Reports the content of a database, the limits of its server, and the state of a restore there. First waits for a
 * session that is still replacing the database, so that the report is final.
 */
export function lookScript(relationship: string, lockSeconds: number): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `${prelude}tell database "$database"
ask lock "SELECT IF(GET_LOCK(${lockName}, ${lockSeconds}) = 1, RELEASE_LOCK(${lockName}), 0)"
tell free-lock "$(cat "$work/lock.txt")"
objects objects
programs
${tellMarker}collation
query views "$(name_of TABLE_NAME)" " AND TABLE_TYPE = 'VIEW'"
sed "s/^/view\\t/" "$work/views.txt"
ask children "SELECT DISTINCT IF(TABLE_SCHEMA = DATABASE(), CONCAT('own ', $(name_of TABLE_NAME)), 'other') FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_SCHEMA = DATABASE()"
sed "s/^/child\\t/" "$work/children.txt"
ask server "SELECT @@GLOBAL.max_allowed_packet, @@datadir, VERSION()"
tell version "$(cut -f3 "$work/server.txt")"
tell max-packet "$(cut -f1 "$work/server.txt")"
query held 'COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0)'
tell held-bytes "$(cat "$work/held.txt")"
# The disk of the database can be seen only where its server runs on this machine.
data=$(cut -f2 "$work/server.txt")
case $config in *'host="127.'* | *'host="localhost"'*)
  [ ! -d "$data" ] || tell free-kilobytes "$(df -Pk "$data" | awk 'NR == 2 { print $4 }')" ;;
esac
${disks}tell 'done' yes
`
  )
}

/**
 * Removes everything that a restore created for itself, the marker last: after a restore that is over, or that has
 * changed nothing yet.
 */
export function cleanScript(relationship: string): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `${prelude}${besideList}${sessionScript([])}
{ first; cat "$work/beside.txt"; echo "DROP TABLE IF EXISTS ${markerTable};"; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`
  )
}

/**
 * Runs the statements on stdin, one per line, each even if earlier ones failed. Reports errors as code, state and line,
 * never a row.
 */
export function probeScript(relationship: string): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}clean() { run_sql drop "DROP TABLE IF EXISTS ${probeName}_child, ${probeName}"; }
# Without this right, what is tried could not be removed again.
if ! clean; then
  tell clean yes
  tell error "$(grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]' "$work/query.txt" | head -1) at line 0"
  tell 'done' yes
  exit 0
fi
tell begun yes
"$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G --force "$database" <&6 >/dev/null 2>"$work/probe.txt"
status=$?
clean && tell clean yes
[ "$status" -lt 126 ] || fail "the client ended with $status"
grep -oE '^ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/probe.txt" | head -200 | sed "s/^/error\\t/"
tell 'done' yes
`
  )
}
