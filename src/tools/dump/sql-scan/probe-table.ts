import { probeName } from '../restore-marker.js'
import { judgeStatement } from './judge-statement.js'
import { RefusedStatement } from './refused-statement.js'
import { createSession } from './session.js'

const head = /^CREATE TABLE (?:IF NOT EXISTS )?(`(?:[^`]|``)+`)/
const foreignKey = /,\n[ \t]*CONSTRAINT `(?:[^`]|``)+` FOREIGN KEY [^\n]*?(?=,?\n)/g
const checkName = /\bCONSTRAINT `(?:[^`]|``)+` (?=CHECK\b)/g

/**
 * A CREATE TABLE of a dump under the name of the probe and on one line, without foreign keys and the names of checks,
 * which the existing table already uses. Null if that cannot be derived.
 */
export function probeTable(statement: string): { readonly table: string; readonly sql: string } | null {
  const name = head.exec(statement)?.[1]
  if (name === undefined) return null
  const table = Buffer.from(name.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8')
  const sql = statement
    .replace(head, () => `CREATE TABLE \`${probeName}\``)
    .replaceAll(foreignKey, '')
    .replaceAll(checkName, '')
    .replaceAll(/[\r\n]+/g, ' ')
  return isAllowed(sql) ? { table, sql } : null
}

// The removals must not have changed the kind of statement.
function isAllowed(sql: string): boolean {
  try {
    return judgeStatement(sql, createSession()).creates?.name === probeName
  } catch (error) {
    if (error instanceof RefusedStatement) return false
    throw error
  }
}
