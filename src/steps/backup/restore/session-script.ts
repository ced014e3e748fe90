/**
 * First statements of a session that loads a dump. Strict modes are off: everything in a dump was in a database before,
 * whatever modes it was created under.
 */
export const sessionSettings: readonly string[] = [
  'SET NAMES utf8mb4',
  'SET SESSION autocommit = 1, wait_timeout = 28800, net_read_timeout = 3600',
  "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0",
  '/*M!100201 SET SESSION innodb_strict_mode = OFF, check_constraint_checks = 0 */'
]

/** Name of the lock that a session holds while it replaces a database; it is released with the session. */
export const lockName = "CONCAT('magento-cloud-upgrade ', MD5(DATABASE()))"

/** SQL that quotes a column with names, and by default ends the statement. */
export function quotedName(column: string, end = "';'"): string {
  return `CHAR(96), REPLACE(${column}, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ${end}`
}

/** Names for an IN of SQL; hexadecimal needs no quoting, in SQL or in a shell. */
export function hexList(names: readonly string[]): string {
  return names.map((name) => `'${Buffer.from(name.toLowerCase()).toString('hex').toUpperCase()}'`).join(', ')
}

/**
 * bash: `first` prints the start of a session that replaces a database, with `statements` after the lock; `load` runs
 * its input in one session; `expect_loaded` fails with the error of the pipe before it. Of the client's errors only
 * code, state and line are printed, never the rows in them.
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
