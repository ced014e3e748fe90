// No dump program has an option for how long to wait for a lock. One that waits for a schema change makes every later
// query on that table wait as well, so it is stopped: users may kill their own connections.
/** bash for the server: finds the dump program and its capabilities; `run_dump` then writes the SQL to stdout. */
export const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mariadb-dump or mysqldump on the PATH of the login"
ignore=()
for name in $exclude; do ignore+=("--ignore-table=$database.$name"); done
# The history of versioned tables can be loaded by servers that have the variable, and is not dumped where it counts
# transactions instead of times.
history=()
versioned >/dev/null
if [ -s "$work/versioned.txt" ] && "$dump" --help 2>/dev/null | grep -q -e --dump-history; then
  ask history "SELECT COUNT(*) FROM information_schema.GLOBAL_VARIABLES WHERE VARIABLE_NAME = 'SYSTEM_VERSIONING_INSERT_HISTORY' AND NOT EXISTS
    (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND GENERATION_EXPRESSION = 'ROW START' AND DATA_TYPE = 'bigint')"
  [ "$(cat "$work/history.txt")" != 1 ] || history=(--dump-history)
fi
# Nobody but their definer and administrators may read these routines: the dump goes on without them, and without them alone.
ask unreadable "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_DEFINITION IS NULL"
force=()
[ ! -s "$work/unreadable.txt" ] || force=(--force)
lacks_unreadable_alone() {
  [ -n "\${force[*]-}" ] && [ "$1" = 2 ] && ! grep -qvE 'insuffici?ent privileges to SHOW CREATE (PROCEDURE|FUNCTION) ' "$work/dump.txt"
}
watch_locks() {
  local limit=\${lock_seconds:-60} id
  while sleep "$((limit > 20 ? 5 : 1))"; do
    for id in $(run_sql locks "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND TIME >= $limit AND STATE LIKE 'Waiting for %lock'
      AND (INFO LIKE 'SHOW %' OR INFO LIKE 'SELECT /*!40001 SQL_NO_CACHE%')" && cat "$work/locks.txt"); do
      echo "the dump waited $limit s for a lock on a table, which a schema change holds" >"$work/locked.txt"
      run_sql killed "KILL $id"
    done
  done >/dev/null 2>&1 5>&-
}
run_dump() {
  local status
  nice -n 10 "$dump" --defaults-file=<(printf '%s\\n' "$config") --single-transaction --quick --skip-add-locks --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4 \${ignore[@]+"\${ignore[@]}"} \\
    \${history[@]+"\${history[@]}"} \${force[@]+"\${force[@]}"} "$database" 2>"$work/dump.txt"
  status=$?
  ! lacks_unreadable_alone "$status" || return 0
  return "$status"
}
message() { tell message "$(cat "$work/locked.txt" "$work/dump.txt" "$work/gzip.txt" 2>/dev/null | tr '\\n' ' ' | head -c 400)"; }
`
