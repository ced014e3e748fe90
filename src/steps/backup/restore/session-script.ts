/**
 * What a session that loads a dump begins with, a statement each. Strict modes are off: what a dump holds was in a
 * database before, whatever modes it was made under.
 */
export const sessionSettings: readonly string[] = [
  'SET NAMES utf8mb4',
  'SET SESSION autocommit = 1, wait_timeout = 28800, net_read_timeout = 3600',
  "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0",
  '/*M!100201 SET SESSION innodb_strict_mode = OFF, check_constraint_checks = 0 */'
]

/** Name of the lock that a session holds while it replaces a database; it goes with the session. */
export const lockName = "CONCAT('magento-cloud-upgrade ', MD5(DATABASE()))"

/** SQL that quotes a column with names, and ends the statement unless told otherwise. */
export function quotedName(column: string, end = "';'"): string {
  return `CHAR(96), REPLACE(${column}, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ${end}`
}

/** Names for an IN of SQL; hexadecimal needs no quoting, in SQL or in a shell. */
export function hexList(names: readonly string[]): string {
  return names.map((name) => `'${Buffer.from(name.toLowerCase()).toString('hex').toUpperCase()}'`).join(', ')
}

/**
 * bash: `first` prints how a session that replaces a database begins, with `statements` behind the lock; `load` runs what
 * it reads in one session; `expect_loaded` fails with what went wrong in the pipe before it. Of the client's errors only
 * code, state and line are told, never the rows in it.
 */
export function sessionScript(statements: readonly string[]): string {
  return `first() {
  cat <<'SQL'
${sessionSettings.join(';\n')};
DO IF(GET_LOCK(${lockName}, 60) = 1, 1, (SELECT 1 UNION SELECT 2));
${statements.map((statement) => `${statement};\n`).join('')}SQL
}
load() {
  "$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G "$database" 2>"$work/load.txt"
}
why() { grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/load.txt" | head -1; }
expect_loaded() { [ "$*" = "0 0" ] || fail "the load ended early ($*): $(why)"; }
`
}
