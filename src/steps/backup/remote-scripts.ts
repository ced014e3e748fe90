// bash that runs on the server. All of it is constant: what differs is decided there, from the environment that the
// platform sets. The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a variable of the shell and into no argv.

// PHP writes files itself, because notices on its stdout must not end up in them.
const readRelationships = `
function stop($why) { global $argv; file_put_contents("$argv[1]/why.txt", $why); exit(1); }
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) stop("MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read");
if (!isset($all["database"][0]["path"])) stop("there is no relationship named database, only: " . implode(", ", array_keys($all)));
$one = $all["database"][0];
$others = "";
foreach ($all as $name => $endpoints) {
  $other = is_array($endpoints) ? ($endpoints[0] ?? null) : null;
  $master = is_array($other) && ($other["scheme"] ?? "") === "mysql" && ($other["query"]["is_master"] ?? true) && !preg_match("/slave|replica/", $name);
  if ($master && ($other["path"] ?? "") . "@" . ($other["host"] ?? "") !== $one["path"] . "@" . ($one["host"] ?? "")) $others .= "other\\t$name\\n";
}
$quote = function ($value) { return "\\"" . addcslashes((string) $value, "\\\\\\"") . "\\"\\n"; };
file_put_contents("$argv[1]/others.txt", $others);
file_put_contents("$argv[1]/name.txt", $one["path"]);
file_put_contents("$argv[1]/client.cnf", "[client]\\nhost=" . $quote($one["host"] ?? "") . "port=" . (int) ($one["port"] ?? 3306)
  . "\\nuser=" . $quote($one["username"] ?? "") . "password=" . $quote($one["password"] ?? ""));
`

const prelude = `set -um
umask 077
export LC_ALL=C
tell() { printf '%s\\t%s\\n' "$1" "$2"; }
fail() { tell failure "$*"; exit 20; }
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
php -r '${readRelationships}' "$work" >/dev/null 2>&1 || fail "$(cat "$work/why.txt" 2>/dev/null || echo "php could not read the relationships")"
config=$(cat "$work/client.cnf") && rm "$work/client.cnf"
database=$(cat "$work/name.txt")
cat "$work/others.txt"
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
query() {
  "$client" --defaults-extra-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --batch --raw --skip-column-names "$database" \\
    -e "SELECT $2 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()\${3-}" >"$work/$1.txt" 2>"$work/query.txt" \\
    || fail "the database cannot be asked: $(head -c 300 "$work/query.txt")"
}
objects() { query objects TABLE_NAME; sed "s/^/$1\\t/" "$work/objects.txt"; }
# MEMORY is left out: those tables of Magento are scratch space of the indexers.
engines() {
  query engines TABLE_NAME " AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN ('InnoDB', 'MEMORY')"
  sed "s/^/inconsistent\\t/" "$work/engines.txt"
}
`

/** Lists the tables and views of the environment's database, one `objects<TAB>name` line each. */
export const listObjectsScript = `${prelude}engines
objects objects
tell 'done' yes
`

/**
 * Dumps the database into a private folder under /tmp, reads the compressed file back whole, and tells
 * `key<TAB>value` lines: folder and name, statuses, lengths, sha256, and line heads for the scan.
 */
export const remoteDumpScript = `${prelude}dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mysqldump on the server"
engines
objects before
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
make() {
  nice -n 10 "$dump" --defaults-extra-file=<(printf '%s\\n' "$config") --single-transaction --quick --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4 "$database" 2>"$work/dump.txt" \\
    | nice -n 10 gzip -6 >"$file" 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
}
prove() {
  mkfifo "$work/count" "$work/last"
  wc -c <"$work/count" >"$work/count.txt" & local count=$!
  tail -c 300 <"$work/last" >"$work/last.txt" & local last=$!
  gzip -dc "$file" 2>/dev/null | tee "$work/count" "$work/last" \\
    | grep -aE '^(CREATE TABLE |DELIMITER |/\\*![0-9]+ (CREATE )?(TABLE|VIEW) )' | cut -c1-300 | sed 's/^/head\\t/' >"$work/heads.txt"
  tell gunzip-status "\${PIPESTATUS[0]}" >>"$work/stages.txt"
  wait "$count" "$last"
  rm "$work/count" "$work/last"
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
tell name "$name"
tell 'done' yes && finished=yes
`
