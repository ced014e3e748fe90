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
