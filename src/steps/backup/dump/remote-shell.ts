// bash that runs on the server. All of it is constant: the script decides by the environment that the platform sets.
// The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a shell variable and into no argv.

// PHP writes the files itself, because notices on its stdout must not end up in them.
const readRelationships = `
function stop($why) { global $argv; file_put_contents("$argv[1]/why.txt", $why); exit(1); }
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) stop("MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read");
if (!isset($all[$argv[2]][0]["path"])) stop("there is no relationship named $argv[2], only: " . implode(", ", array_keys($all)));
$one = $all[$argv[2]][0];
if (($one["host"] ?? "") . ($one["socket"] ?? "") === "") stop("the relationship $argv[2] has neither host nor socket");
$others = "";
$known = [$one["path"] . "@" . ($one["host"] ?? "")];
foreach ($all as $name => $endpoints) {
  $other = is_array($endpoints) ? ($endpoints[0] ?? null) : null;
  $master = is_array($other) && ($other["scheme"] ?? "") === "mysql" && ($other["query"]["is_master"] ?? true) && !preg_match("/slave|replica/", $name);
  $where = $master ? ($other["path"] ?? "") . "@" . ($other["host"] ?? "") : "";
  if ($master && !in_array($where, $known, true)) { $known[] = $where; $others .= "other\\t$name\\n"; }
}
$quote = function ($value) { return "\\"" . addcslashes((string) $value, "\\\\\\"") . "\\"\\n"; };
$client = function ($end) use ($quote) {
  $host = (string) ($end["host"] ?? "");
  $socket = $end["socket"] ?? ($host !== "" && $host[0] === "/" ? $host : null);
  $place = $socket ? "socket=" . $quote($socket) : "host=" . $quote(trim($host, "[]")) . "port=" . (int) ($end["port"] ?? 3306) . "\\n";
  return "[client]\\n" . $place . "user=" . $quote($end["username"] ?? "") . "password=" . $quote($end["password"] ?? "");
};
$where = function ($end) { return ($end["host"] ?? "") . ":" . ($end["port"] ?? 3306); };
foreach (array_merge($all["$argv[2]-slave"] ?? [], $all["$argv[2]-replica"] ?? [], $all[$argv[2]]) as $end) {
  if (($end["path"] ?? "") !== $one["path"] || ($end["query"]["is_master"] ?? true) || $where($end) === $where($one)) continue;
  file_put_contents("$argv[1]/replica.cnf", $client($end));
  break;
}
file_put_contents("$argv[1]/others.txt", $others);
file_put_contents("$argv[1]/name.txt", $one["path"]);
file_put_contents("$argv[1]/client.cnf", $client($one));
`

// A dump from the replica does not burden the shop, but is only valid if the replica has what the primary had a moment
// ago. A cluster node reports that itself; another replica is waited for until it reaches the primary's position.
const chooseSource = `
replica=$(cat "$work/replica.cnf" 2>/dev/null) && rm "$work/replica.cnf"
told_by() { ( config=$1; run_sql source "$2" ) && cat "$work/source.txt"; }
caught_up() {
  local position state
  state=$(told_by "$replica" "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_local_recv_queue')" | sort | cut -f2 | tr '\\n' ' ')
  [ "$state" != "Primary 0 Synced " ] || return 0
  position=$(told_by "$config" "SELECT @@GLOBAL.gtid_binlog_pos")
  case $position in '' | *[!0-9,-]*) return 1 ;; esac
  [ "$(told_by "$replica" "SELECT MASTER_GTID_WAIT('$position', \${replica_seconds:-20})")" = 0 ]
}
if [ "$source" = auto ] && [ -n "$replica" ] && caught_up; then source=replica; fi
if [ "$source" = replica ] && [ -n "$replica" ]; then config=$replica; else source=primary; fi
tell source "$source"
`

/** Opens the database of `$relationship` at `$source`; shared by all scripts. */
export const prelude = `[ -n "\${BASH_VERSION-}" ] || { printf 'failure\\tthere is no bash on the PATH of the login\\n'; exit 20; }
set -um
exec 5>&1
[ -z "\${streaming-}" ] || exec 1>/dev/null
umask 077
# The clients read the one file that they are given: what others hold (where, no-data, skip-comments …) changes dumps.
export LC_ALL=C MYSQL_TEST_LOGIN_FILE=/dev/null
tell() { printf '%s\\t%s\\n' "$1" "$2"; }
fail() { tell failure "$*" >&5; exit 20; }
work=$(mktemp -d /tmp/magento-cloud-upgrade-XXXXXXXXXX) || fail "no private folder can be created in /tmp"
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
command -v php >/dev/null || fail "there is no php on the PATH of the login"
php -r '${readRelationships}' "$work" "$relationship" >/dev/null 2>&1 || {
  tell unreadable relationships >&5
  fail "$(cat "$work/why.txt" 2>/dev/null || echo "php could not read the relationships")"
}
config=$(cat "$work/client.cnf") && rm "$work/client.cnf"
database=$(cat "$work/name.txt")
cat "$work/others.txt"
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
run_sql() {
  "$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --batch --raw --skip-column-names "$database" \\
    -e "$2" >"$work/$1.txt" 2>"$work/query.txt"
}
ask() {
  run_sql "$1" "$2" && return
  tell said "$(head -c 300 "$work/query.txt" | tr '\\n' ' ')" >&5
  fail "the database cannot be queried: $(head -c 300 "$work/query.txt")"
}
# SQL for a name on one line: a name may hold line ends.
name_of() { printf "REPLACE(REPLACE(%s, CHAR(92), REPEAT(CHAR(92), 2)), CHAR(10), CONCAT(CHAR(92), 'n'))" "$1"; }
${chooseSource}query() { ask "$1" "SELECT $2 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()\${3-}"; }
programs() {
  ask programs "SELECT CONCAT('trigger ', $(name_of TRIGGER_NAME)) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
    UNION SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', $(name_of ROUTINE_NAME)) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
    UNION SELECT CONCAT('event ', $(name_of EVENT_NAME)) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()"
  sed "s/^/program\\t/" "$work/programs.txt"
}
# Without these a dump lacks things in silence, and so does what information_schema shows. A role may bring them unseen.
privileges() {
  ask privileges "SELECT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = CONCAT(CHAR(39), REPLACE(CURRENT_USER(), '@', CONCAT(CHAR(39), '@', CHAR(39))), CHAR(39))
    UNION SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES WHERE DATABASE() LIKE TABLE_SCHEMA
      AND GRANTEE = CONCAT(CHAR(39), REPLACE(CURRENT_USER(), '@', CONCAT(CHAR(39), '@', CHAR(39))), CHAR(39))"
  local name lacking=
  for name in SELECT 'SHOW VIEW' TRIGGER EVENT; do grep -qx "$name" "$work/privileges.txt" || lacking="$lacking, $name"; done
  [ -n "$lacking" ] || return 0
  ask role 'SELECT CURRENT_ROLE()'
  [ "$(cat "$work/role.txt")" != NULL ] || { tell lacking "\${lacking#, }" >&5; fail "the database user lacks \${lacking#, }"; }
}
size() { query size 'COALESCE(SUM(DATA_LENGTH), 0)'; tell data-bytes "$(cat "$work/size.txt")"; }
objects() { query objects "$(name_of TABLE_NAME)"; sed "s/^/$1\\t/" "$work/objects.txt"; }
collation() { ask collation 'SELECT @@collation_database'; tell collation "$(cat "$work/collation.txt")"; }
# MEMORY is left out: those tables of Magento are scratch space of the indexers.
engines() {
  query engines "$(name_of TABLE_NAME)" " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND ENGINE NOT IN ('InnoDB', 'MEMORY')"
  sed "s/^/inconsistent\\t/" "$work/engines.txt"
}
versioned() { query versioned "$(name_of TABLE_NAME)" " AND TABLE_TYPE = 'SYSTEM VERSIONED'"; sed "s/^/versioned\\t/" "$work/versioned.txt"; }
`

const relationshipName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/
const tableName = /^[A-Za-z0-9_$]+$/

/** The database that a script works on. */
export interface DatabaseChoice {
  readonly relationship: string
  /** Where it is read: `auto` is the replica if one has caught up. */
  readonly source: 'auto' | 'primary' | 'replica'
  /** Tables and views to leave out of a dump. */
  readonly exclude: readonly string[]
}

/**
 * Sets the variables of a script to the user's choices and the platform's names. Throws TypeError for an invalid name.
 */
export function forDatabase({ relationship, source, exclude }: DatabaseChoice, script: string): string {
  if (!relationshipName.test(relationship)) throw new TypeError(`${relationship} is no name of a relationship`)
  const bad = exclude.find((name) => !tableName.test(name))
  if (bad !== undefined) throw new TypeError(`${bad} is no name of a table`)
  return `relationship='${relationship}'\nsource=${source}\nexclude='${exclude.join(' ')}'\n${script}`
}
