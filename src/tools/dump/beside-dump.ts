import { newTable } from './restore-marker.js'
import { lexStatement } from './sql-scan/lex-statement.js'
import { RefusedStatement } from './sql-scan/refused-statement.js'
import { shadowTable } from './sql-scan/shadow-table.js'
import type { LoadedPart } from './sql-scan.js'

/** A dump in two parts. */
interface BesideDump {
  /** Takes a piece of loadable SQL, and returns the part for the new tables. */
  readonly beside: (sql: Uint8Array, part: LoadedPart) => Uint8Array | null
  /** The SQL to run after the swap: foreign keys, then views, triggers, routines and events. Small, without rows. */
  readonly rest: () => Uint8Array
}

const words = /^(?:\/\*M?!\d+ *)?([A-Z]+)(?: +([A-Z]+))?/

/**
 * Splits a dump for a load under other names: tables and rows of the named tables go to new tables, the rest runs after
 * these have replaced the old ones. Numbers are those of {@link newTable}, from 1 on.
 */
export function createBesideDump(tables: readonly string[]): BesideDump {
  const numbers = new Map(tables.map((table, index) => [table, index + 1]))
  const foreignKeys: Buffer[] = []
  const rest: Buffer[] = []
  let inPrograms = false
  const later = (sql: Uint8Array): null => {
    rest.push(Buffer.from(sql))
    return null
  }
  const statement = (sql: Buffer): Uint8Array | null => {
    const [, first = '', second = ''] = words.exec(sql.toString('latin1', 0, 200)) ?? []
    if (inPrograms) return later(sql)
    if (first === 'SET' || first === 'COMMIT') {
      later(sql)
      return sql
    }
    if (second === 'SEQUENCE' || first === 'DO' || first === 'SELECT') throw new RefusedStatement('a sequence')
    if (second !== 'TABLE') return later(sql)
    return ofTable(sql, first)
  }
  const ofTable = (sql: Buffer, first: string): Uint8Array | null => {
    const text = sql.toString('latin1').replace(/;\n$/, '')
    const name = lexStatement(text).tokens.find(({ kind }) => kind === 'name')
    const number = numbers.get(name?.text ?? '')
    // The stand-in of a view.
    if (name === undefined || number === undefined) return later(sql)
    if (first === 'DROP') return null
    if (first === 'ALTER') return Buffer.from(`${renamed(text, name, number)};\n`, 'latin1')
    const { create, addForeignKeys } = shadowTable(text, newTable(number))
    if (addForeignKeys !== null) foreignKeys.push(Buffer.from(`${addForeignKeys};\n`, 'latin1'))
    return Buffer.from(`${create};\n`, 'latin1')
  }
  const head = (sql: Buffer): Uint8Array => {
    const text = sql.toString('latin1')
    const [quoted = '``'] = /`(?:[^`]|``)+`/.exec(text) ?? []
    const number = numbers.get(Buffer.from(quoted.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8'))
    if (number === undefined) throw new RefusedStatement('rows of a table that it does not create')
    const from = text.indexOf(quoted)
    return Buffer.from(renamed(text, { from, to: from + quoted.length }, number), 'latin1')
  }
  return {
    beside: (sql, part) => {
      if (part === 'rows') return sql
      if (part === 'head') return head(Buffer.from(sql))
      if (part === 'statement') return statement(Buffer.from(sql))
      inPrograms = Buffer.from(sql).toString('latin1').startsWith('DELIMITER ;;')
      return later(sql)
    },
    rest: () => Buffer.concat([...foreignKeys, ...rest])
  }
}

function renamed(text: string, { from, to }: { readonly from: number; readonly to: number }, number: number): string {
  return `${text.slice(0, from)}\`${newTable(number)}\`${text.slice(to)}`
}
