// bash that runs on the server. All of it is constant: what differs is decided there, from the environment that the
// platform sets. The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a variable of the shell and into no argv.

// PHP writes files itself, because notices on its stdout must not end up in them.
const readRelationships = `
function stop($why) { global $argv; file_put_contents("$argv[1]/why.txt", $why); exit(1); }
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) stop("MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read");
if (!isset($all[$argv[2]][0]["path"])) stop("there is no relationship named $argv[2], only: " . implode(", ", array_keys($all)));
$one = $all[$argv[2]][0];
$others = "";
$known = [$one["path"] . "@" . ($one["host"] ?? "")];
foreach ($all as $name => $endpoints) {
  $other = is_array($endpoints) ? ($endpoints[0] ?? null) : null;
  $master = is_array($other) && ($other["scheme"] ?? "") === "mysql" && ($other["query"]["is_master"] ?? true) && !preg_match("/slave|replica/", $name);
  $where = $master ? ($other["path"] ?? "") . "@" . ($other["host"] ?? "") : "";
  if ($master && !in_array($where, $known, true)) { $known[] = $where; $others .= "other\\t$name\\n"; }
}
$quote = function ($value) { return "\\"" . addcslashes((string) $value, "\\\\\\"") . "\\"\\n"; };
file_put_contents("$argv[1]/others.txt", $others);
file_put_contents("$argv[1]/name.txt", $one["path"]);
file_put_contents("$argv[1]/client.cnf", "[client]\\nhost=" . $quote($one["host"] ?? "") . "port=" . (int) ($one["port"] ?? 3306)
  . "\\nuser=" . $quote($one["username"] ?? "") . "password=" . $quote($one["password"] ?? ""));
`

const prelude = `set -um
exec 5>&1
[ -z "\${streaming-}" ] || exec 1>/dev/null
umask 077
export LC_ALL=C
tell() { printf '%s\\t%s\\n' "$1" "$2"; }
fail() { tell failure "$*" >&5; exit 20; }
work=$(mktemp -d /tmp/magento-cloud-upgrade-XXXXXXXXXX) || fail "no private folder can be made in /tmp"
job= beating= finished=
# No wait here: bash can wait for ever for a child that it reaped while it ran a trap.
end() { [ -z "$1" ] || kill -KILL -- "-$1" 2>/dev/null; }
# A second signal would cut the clean-up short.
leave() { trap '' HUP INT PIPE TERM; end "$beating"; end "$job"; if [ -n "$finished" ]; then rm -f "$work"/*.txt; else rm -rf "$work"; fi; }
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 141' PIPE
trap 'exit 143' TERM INT
tell folder "$work"
php -r '${readRelationships}' "$work" "$relationship" >/dev/null 2>&1 || fail "$(cat "$work/why.txt" 2>/dev/null || echo "php could not read the relationships")"
config=$(cat "$work/client.cnf") && rm "$work/client.cnf"
database=$(cat "$work/name.txt")
cat "$work/others.txt"
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
ask() {
  "$client" --defaults-extra-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --batch --raw --skip-column-names "$database" \\
    -e "$2" >"$work/$1.txt" 2>"$work/query.txt" \\
    || fail "the database cannot be asked: $(head -c 300 "$work/query.txt")"
}
query() { ask "$1" "SELECT $2 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()\${3-}"; }
programs() {
  ask programs "SELECT CONCAT('trigger ', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
    UNION SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
    UNION SELECT CONCAT('event ', EVENT_NAME) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()"
  sed "s/^/program\\t/" "$work/programs.txt"
}
objects() { query objects TABLE_NAME; sed "s/^/$1\\t/" "$work/objects.txt"; }
# MEMORY is left out: those tables of Magento are scratch space of the indexers.
engines() {
  query engines TABLE_NAME " AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN ('InnoDB', 'MEMORY')"
  sed "s/^/inconsistent\\t/" "$work/engines.txt"
}
`

const relationshipName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/

/** Puts the name of a relationship, which the platform lets people choose, before a script. */
function forRelationship(name: string, script: string): string {
  if (!relationshipName.test(name)) throw new TypeError(`${name} is no name of a relationship`)
  return `relationship='${name}'\n${script}`
}

/** Lists the tables and views of a relationship's database, one `objects<TAB>name` line each, and its programs. */
export function listObjectsScript(relationship: string): string {
  return forRelationship(
    relationship,
    `${prelude}tell database "$database"
engines
objects objects
programs
tell 'done' yes
`
  )
}

const dumpFlags = `--single-transaction --quick --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4`

const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mysqldump on the server"
`

/**
 * Dumps a database to stdout, compressed, without touching the server's disk. After the one gzip member come
 * `key<TAB>value` lines with the statuses. Level 3 costs the shop half the processor time of gzip's default.
 */
export function streamDumpScript(relationship: string): string {
  return forRelationship(
    relationship,
    `streaming=yes
${prelude}${findDump}zip=$(command -v pigz || command -v gzip) || fail "there is no gzip on the server"
make() {
  set +m
  nice -n 10 "$dump" --defaults-extra-file=<(printf '%s\\n' "$config") ${dumpFlags} "$database" 2>"$work/dump.txt" \\
    | nice -n 10 "$zip" -3 >&5 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
}
make & job=$!
wait "$job"; job=
{
  printf '\\n'
  cat "$work/stages.txt"
  tell message "$(cat "$work/dump.txt" "$work/gzip.txt" | tr '\\n' ' ' | head -c 400)"
  tell 'done' yes
} >&5
`
  )
}

/**
 * Replaces everything in a relationship's database by the compressed dump on stdin. Definers are left out: they may
 * not exist there. Of the client's errors only code, state and line are told, never the rows in it.
 */
export function restoreScript(relationship: string): string {
  return forRelationship(
    relationship,
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

/**
 * Dumps the database into a private folder under /tmp, reads the compressed file back whole, and tells
 * `key<TAB>value` lines: folder and name, statuses, lengths, checksums, and line heads for the scan.
 */
export function remoteDumpScript(relationship: string): string {
  return forRelationship(relationship, remoteDump)
}

const remoteDump = `${prelude}${findDump}tell database "$database"
engines
objects before
programs
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
make() {
  nice -n 10 "$dump" --defaults-extra-file=<(printf '%s\\n' "$config") ${dumpFlags} "$database" 2>"$work/dump.txt" \\
    | nice -n 10 gzip -6 >"$file" 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
}
prove() {
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
tell message "$(cat "$work/dump.txt" "$work/gzip.txt" | tr '\\n' ' ' | head -c 400)"
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
