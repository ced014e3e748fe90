// bash that runs on the server. All of it is constant: what differs is decided there, from the environment that the
// platform sets. The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a private file and into no argv.

const prelude = `set -u
umask 077
export LC_ALL=C
fail() { printf 'failure\\t%s\\n' "$*"; exit 20; }
work=$(mktemp -d /tmp/magento-cloud-upgrade-XXXXXXXXXX) || fail "no private folder can be made in /tmp"
finished=
leave() { if [ -n "$finished" ]; then rm -f "$work"/*.cnf "$work"/*.txt; else rm -rf "$work"; fi; }
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 143' TERM INT
php -r '
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) { fwrite(STDERR, "MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read"); exit(1); }
if (!isset($all["database"][0]["path"])) { fwrite(STDERR, "there is no relationship named database, only: " . implode(", ", array_keys($all))); exit(1); }
$one = $all["database"][0];
$quote = function ($value) { return "\\"" . str_replace("\\\\", "\\\\\\\\", (string) $value) . "\\""; };
echo "[client]\\nhost=", $quote($one["host"] ?? ""), "\\nport=", (int) ($one["port"] ?? 3306), "\\nuser=", $quote($one["username"] ?? ""), "\\npassword=", $quote($one["password"] ?? ""), "\\n";
file_put_contents($argv[1], $one["path"]);
' "$work/name.txt" >"$work/client.cnf" 2>"$work/php.txt" || fail "$(cat "$work/php.txt")"
database=$(cat "$work/name.txt")
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
query() { "$client" --defaults-extra-file="$work/client.cnf" --batch --skip-column-names "$database" -e "$1" 2>"$work/query.txt"; }
objects() {
  query "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()" >"$work/objects.txt" \\
    || fail "the database cannot be asked: $(head -c 300 "$work/query.txt")"
  sed "s/^/$1\\t/" "$work/objects.txt"
}
`

/** Lists the tables and views of the environment's database, one `objects<TAB>name` line each. */
export const listObjectsScript = `${prelude}objects objects
printf 'done\\tyes\\n'
`

/**
 * Dumps the database into a private folder under /tmp, reads the compressed file back whole, and tells
 * `key<TAB>value` lines: statuses, line heads for the scan, bytes, sha256 and the final path.
 */
export const remoteDumpScript = `${prelude}dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mysqldump on the server"
objects before
size=$(query "SELECT COALESCE(SUM(DATA_LENGTH), 0) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()") || fail "the size of the database is unknown"
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
final="$work/$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
nice -n 10 "$dump" --defaults-extra-file="$work/client.cnf" --single-transaction --quick --no-tablespaces --routines --events --triggers \\
  --hex-blob --default-character-set=utf8mb4 "$database" 2>"$work/dump.txt" | nice -n 10 gzip -6 >"$final.partial"
status=("\${PIPESTATUS[@]}")
printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${status[0]}" "\${status[1]}"
[ "\${status[0]}" = 0 ] || printf 'dump-message\\t%s\\n' "$(tr '\\n' ' ' <"$work/dump.txt" | head -c 400)"
gzip -dc "$final.partial" 2>"$work/gunzip.txt" | tail -c 300 | tail -n 1 >"$work/last.txt"
printf 'gunzip-status\\t%s\\nlast-line\\t%s\\n' "\${PIPESTATUS[0]}" "$(cat "$work/last.txt")"
gzip -dc "$final.partial" 2>/dev/null | grep -aE '^(CREATE TABLE |DELIMITER |/\\*![0-9]+ (CREATE )?(TABLE|VIEW) )' | cut -c1-300 | sed 's/^/head\\t/'
objects after
printf 'bytes\\t%s\\nsha256\\t%s\\n' "$(wc -c <"$final.partial")" "$(sha256sum "$final.partial" | cut -d' ' -f1)"
sync
printf 'partial\\t%s\\nfinal\\t%s\\n' "$final.partial" "$final"
finished=yes
printf 'done\\tyes\\n'
`
