import { forDatabase, prelude, type DatabaseChoice } from './remote-prelude.js'

/** Lists the tables and views of a database, one `objects<TAB>name` line each, and its programs. */
export function listObjectsScript(choice: DatabaseChoice): string {
  return forDatabase(
    choice,
    `${prelude}tell database "$database"
privileges
engines
size
collation
objects objects
programs
tell 'done' yes
`
  )
}

// No dump program can be told how long to wait for a lock. One that waits behind a schema change keeps every later
// query on that table waiting behind itself, so it is ended: people may end connections of their own.
const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mariadb-dump or mysqldump on the PATH of the login"
ignore=()
for name in $exclude; do ignore+=("--ignore-table=$database.$name"); done
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
  nice -n 10 "$dump" --defaults-extra-file=<(printf '%s\\n' "$config") --single-transaction --quick --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4 \${ignore[@]+"\${ignore[@]}"} "$database" 2>"$work/dump.txt"
}
message() { tell message "$(cat "$work/locked.txt" "$work/dump.txt" "$work/gzip.txt" 2>/dev/null | tr '\\n' ' ' | head -c 400)"; }
`

const findZip = `zip=$(command -v pigz || command -v gzip) || fail "there is no gzip on the PATH of the login"
export PIGZ=-p4
`

/**
 * Dumps a database to stdout, compressed, without touching the server's disk. After the one gzip member come
 * `key<TAB>value` lines with the statuses. Level 3 costs the shop half the processor time of gzip's default.
 */
export function streamDumpScript(choice: DatabaseChoice): string {
  return forDatabase(
    choice,
    `streaming=yes
${prelude}${findDump}${findZip}make() {
  set +m
  watch_locks & local watch=$!
  run_dump | nice -n 10 "$zip" -3 >&5 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
  kill "$watch" 2>/dev/null
}
make & job=$!
wait "$job"; job=
{
  printf '\\n'
  cat "$work/stages.txt"
  message
  tell 'done' yes
} >&5
`
  )
}

/**
 * Dumps the database into a private folder under /tmp, reads the compressed file back whole, and tells
 * `key<TAB>value` lines: folder and name, statuses, lengths, checksums, and line heads for the scan.
 */
export function remoteDumpScript(choice: DatabaseChoice): string {
  return forDatabase(choice, remoteDump(makeByDump))
}

/** The same by `ece-tools db-dump`, which writes into var/ first. */
export function eceDumpScript(choice: DatabaseChoice): string {
  return forDatabase(choice, remoteDump(makeByEceTools))
}

const makeByDump = `make() {
  watch_locks & local watch=$!
  run_dump | nice -n 10 "$zip" -6 >"$file" 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
  kill "$watch" 2>/dev/null
}
`

// ece-tools puts the site into maintenance meanwhile, and exits with 0 even where it made nothing: only the line that
// names the file counts. What it says otherwise may hold the command line of its mysqldump, password and all.
const makeByEceTools = `maintenance() { php bin/magento maintenance:status --no-ansi 2>/dev/null | grep -c 'maintenance mode is active'; }
make() {
  local which=\${relationship#database} before made status
  which=\${which#-}
  before=$(maintenance)
  php ./vendor/bin/ece-tools db-dump --no-interaction "\${which:-main}" >"$work/ece.txt" 2>&1
  status=$?
  made=$(sed -n 's/.*Finished DB dump for .* database, it can be found here: *//p' "$work/ece.txt" | tail -n 1 | tr -d '\\r')
  echo "ece-tools db-dump left no dump, whatever its exit code says" >"$work/dump.txt"
  : >"$work/gzip.txt"
  if [ -n "$made" ] && [ -f "$made" ]; then mv -- "$made" "$file"; else : >"$file"; fi
  if [ "$before" = 0 ] && [ "$(maintenance)" != 0 ]; then
    status=98
    echo "ece-tools db-dump left the site in maintenance mode: run php bin/magento maintenance:disable there at once" >"$work/dump.txt"
  fi
  printf 'dump-status\\t%s\\ngzip-status\\t0\\n' "$status" >"$work/stages.txt"
}
`

const remoteDump = (make: string): string => `${prelude}${findDump}${findZip}tell database "$database"
engines
collation
objects before
programs
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
${make}prove() {
  mkfifo "$work/count" "$work/last" "$work/sum"
  wc -c <"$work/count" >"$work/count.txt" & local count=$!
  tail -c 300 <"$work/last" >"$work/last.txt" & local last=$!
  sha256sum <"$work/sum" | cut -d' ' -f1 >"$work/sql-sum.txt" & local sum=$!
  gzip -dc "$file" 2>/dev/null | tee "$work/count" "$work/last" "$work/sum" \\
    | grep -aE '^(CREATE |DELIMITER |USE |-- (Server version|MariaDB dump|MySQL dump)|/\\*![0-9]+ (CREATE|TABLE|VIEW))' | cut -c1-300 | sed 's/^/head\\t/' >"$work/heads.txt"
  tell gunzip-status "\${PIPESTATUS[0]}" >>"$work/stages.txt"
  wait "$count" "$last" "$sum"
  rm "$work/count" "$work/last" "$work/sum"
  sha256sum "$file" | cut -d' ' -f1 >"$work/sha256.txt"
  sync
}
# Without a terminal nothing tells a script that its connection is gone, but writing to it does.
beat() { set +m; trap '' PIPE; while sleep 2 >/dev/null; do tell beat . || break; done 2>/dev/null; kill "$$"; }
# One process group for all of it, so that one signal ends it.
make_and_prove() { set +m; make; prove; }
make_and_prove & job=$!
beat & beating=$!
wait "$job"; job=
end "$beating"; beating=
cat "$work/stages.txt"
message
tell last-line "$(tail -n 1 "$work/last.txt")"
tell plain-bytes "$(cat "$work/count.txt")"
tell length-field "$(tail -c 4 "$file" | od -An -tu4 | tr -d ' ')"
cat "$work/heads.txt"
objects after
tell bytes "$(wc -c <"$file")"
tell sha256 "$(cat "$work/sha256.txt")"
tell sql-sha256 "$(cat "$work/sql-sum.txt")"
tell name "$name"
tell 'done' yes && finished=yes
`
