import { serverSettings } from '../../../tools/mariadb/server-settings.js'
import { heads } from '../dump-heads-script.js'
import { findDump } from '../find-dump-script.js'
import { tellMarker } from './marker-script.js'
import { forDatabase, prelude, type DatabaseChoice } from './remote-shell.js'

/** Lists the tables and views of a database, one `objects<TAB>name` line each, and its programs. */
export function listObjectsScript(choice: DatabaseChoice): string {
  return forDatabase(
    choice,
    `${prelude}tell database "$database"
privileges
engines
versioned
size
collation
objects objects
${tellMarker}programs
ask settings "SHOW VARIABLES WHERE Variable_name IN (${serverSettings.map((name) => `'${name}'`).join(', ')})"
sed "s/^/setting\\t/" "$work/settings.txt"
tell 'done' yes
`
  )
}

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
 * Dumps the database into a private folder in /tmp, reads the compressed file back completely, and prints
 * `key<TAB>value` lines: folder and name, statuses, lengths, checksums, and line heads for the scan.
 */
export function remoteDumpScript(choice: DatabaseChoice): string {
  return forDatabase(choice, remoteDump(makeByDump))
}

/** The same with `ece-tools db-dump`, which writes into var/ first. */
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

// ece-tools puts the site into maintenance mode meanwhile, and exits with 0 even if it made no dump: only the line that
// names the file counts. Its other output may contain the command line of its mysqldump, including the password.
const makeByEceTools = `site() {
  case $(php bin/magento maintenance:status --no-ansi 2>/dev/null) in
    *'mode is not active'*) echo open ;; *'mode is active'*) echo closed ;; *) echo unknown ;;
  esac
}
cron() { php -r '$all = @include "app/etc/env.php"; echo is_array($all) ? (($all["cron"]["enabled"] ?? 1) ? "open" : "closed") : "unknown";' 2>/dev/null || echo unknown; }
# Outcome for a service that is stopped during a dump, from its states before and after.
came_of() { case $1-$2 in open-open | closed-closed) echo as-before ;; open-closed) echo left ;; closed-open) echo opened ;; *) echo unknown ;; esac; }
make() {
  local which=\${relationship#database} site cron made status rest=no
  which=\${which#-}
  site=$(site)
  cron=$(cron)
  : >"$work/begun.txt"
  php ./vendor/bin/ece-tools db-dump --no-interaction "\${which:-main}" >"$work/ece.txt" 2>&1
  status=$?
  made=$(sed -n 's/.*Finished DB dump for .* database, it can be found here: *//p' "$work/ece.txt" | tail -n 1 | tr -d '\\r')
  echo "ece-tools db-dump made no dump, regardless of its exit code" >"$work/dump.txt"
  : >"$work/gzip.txt"
  if [ -n "$made" ] && [ -f "$made" ]; then mv -- "$made" "$file"; else : >"$file"; fi
  [ -z "$(find var -maxdepth 1 -name 'dump-*' -newer "$work/begun.txt" 2>/dev/null | head -n 1)" ] || rest=yes
  site=$(came_of "$site" "$(site)")
  cron=$(came_of "$cron" "$(cron)")
  if [ "$cron" = left ]; then
    status=98
    echo "ece-tools db-dump left cron disabled: run php vendor/bin/ece-tools cron:enable there" >"$work/dump.txt"
  fi
  if [ "$site" = left ]; then
    status=98
    echo "ece-tools db-dump left the site in maintenance mode: run php bin/magento maintenance:disable there at once" >"$work/dump.txt"
  fi
  printf 'dump-status\\t%s\\ngzip-status\\t0\\nmaintenance\\t%s\\ncron\\t%s\\nrest\\t%s\\n' "$status" "$site" "$cron" "$rest" >"$work/stages.txt"
}
`

const remoteDump = (make: string): string => `${prelude}${findDump}${findZip}tell database "$database"
engines
collation
objects before
programs
versioned
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
${heads}${make}prove() {
  mkfifo "$work/count" "$work/last" "$work/sum" "$work/filled"
  wc -c <"$work/count" >"$work/count.txt" & local count=$!
  tail -c 300 <"$work/last" >"$work/last.txt" & local last=$!
  sha256sum <"$work/sum" | cut -d' ' -f1 >"$work/sql-sum.txt" & local sum=$!
  grep -aoE '^(INSERT|REPLACE) +(IGNORE +)?INTO \`[^\`]*\`' <"$work/filled" | sort -u | sed 's/^[^\`]*/filled\\t/' >"$work/filled.txt" & local filled=$!
  gzip -dc "$file" 2>/dev/null | tee "$work/count" "$work/last" "$work/sum" "$work/filled" | heads >"$work/heads.txt"
  tell gunzip-status "\${PIPESTATUS[0]}" >>"$work/stages.txt"
  wait "$count" "$last" "$sum" "$filled"
  rm "$work/count" "$work/last" "$work/sum" "$work/filled"
  gzip -dc "$file" 2>/dev/null | head -c 300 | head -n 1 >"$work/first.txt"
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
tell first-line "$(cat "$work/first.txt")"
cat "$work/filled.txt"
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
