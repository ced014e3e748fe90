import { markerTable, probeName } from '../../../tools/dump/restore-marker.js'
import { forDatabase, prelude } from '../dump/remote-shell.js'
import { lockName } from './session-settings.js'

/**
 * Tells what a database holds, what its server takes, and how a restore stands there. Waits for a session that still
 * replaces the database: what it tells then is settled.
 */
export function lookScript(relationship: string, lockSeconds: number): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `${prelude}tell database "$database"
ask lock "SELECT IF(GET_LOCK(${lockName}, ${lockSeconds}) = 1, RELEASE_LOCK(${lockName}), 0)"
tell free-lock "$(cat "$work/lock.txt")"
objects objects
programs
if grep -qx '${markerTable}' "$work/objects.txt"; then
  ask marker "SELECT CONCAT(state, ' ', id) FROM ${markerTable} LIMIT 1"
  tell marker "$(cat "$work/marker.txt")"
fi
collation
ask server "SELECT @@GLOBAL.max_allowed_packet, @@datadir"
tell max-packet "$(cut -f1 "$work/server.txt")"
query held 'COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0)'
tell held-bytes "$(cat "$work/held.txt")"
# The disk of the database can be seen only where its server runs on this machine.
data=$(cut -f2 "$work/server.txt")
case $config in *'host="127.'* | *'host="localhost"'*)
  [ ! -d "$data" ] || tell free-kilobytes "$(df -Pk "$data" | awk 'NR == 2 { print $4 }')" ;;
esac
tell 'done' yes
`
  )
}

/** Removes the marker of a restore that is over. */
export function finishScript(relationship: string): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `${prelude}ask unmarked "DROP TABLE IF EXISTS ${markerTable}"
tell 'done' yes
`
  )
}

/**
 * Runs the statements on stdin, one a line, each whatever became of those before it. Tells the errors as code, state
 * and line, never a row.
 */
export function probeScript(relationship: string): string {
  return forDatabase(
    { relationship, source: 'primary', exclude: [] },
    `exec 6<&0 </dev/null
${prelude}# Without this right, what is tried could not be removed again.
if ! run_sql drop "DROP TABLE IF EXISTS ${probeName}_child, ${probeName}"; then
  tell error "$(grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]' "$work/query.txt" | head -1) at line 0"
  tell 'done' yes
  exit 0
fi
"$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G --force "$database" <&6 >/dev/null 2>"$work/probe.txt"
grep -oE '^ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/probe.txt" | head -200 | sed "s/^/error\\t/"
tell 'done' yes
`
  )
}
