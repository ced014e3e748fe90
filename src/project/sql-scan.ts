import { createDumpScan, type DumpScan } from './dump-scan.js'
import { createTupleCounter, type TupleCounter } from './tuple-counter.js'

/** What a whole dump tells of itself. */
export interface SqlFacts {
  readonly scan: Omit<DumpScan, 'line'>
  /** Rows that the dump inserts, by table. */
  readonly rows: ReadonlyMap<string, number>
  /** Whether every statement is closed: that of a dump which was cut in a statement is not. */
  readonly closed: boolean
}

/** Takes a dump in pieces. */
export interface SqlScan {
  readonly add: (chunk: Uint8Array) => void
  readonly end: () => SqlFacts
}

const newline = 10
const headLength = 400
// Tables with generated columns are dumped with a list of columns before VALUES.
const insertHeadLength = 64 * 1024
const insert = /^(?:INSERT|REPLACE) (?:IGNORE )?INTO `((?:[^`]|``)+)` (?:\([^)]*\) )?VALUES/

/**
 * Reads the SQL of mysqldump and mariadb-dump while it flows, in one pass and bounded memory. Lines are looked at by
 * their heads, since data cannot begin one; the rows of INSERT statements are counted byte by byte.
 */
export function createSqlScan(): SqlScan {
  const scan = createDumpScan()
  const rows = new Map<string, number>()
  let head = Buffer.alloc(0)
  let statement: { readonly table: string; readonly tuples: TupleCounter } | null = null

  const countTuples = (chunk: Uint8Array, at: number): number => {
    if (statement === null) return at
    const { table, tuples } = statement
    const next = tuples.count(chunk, at)
    if (tuples.ended) {
      rows.set(table, (rows.get(table) ?? 0) + tuples.rows)
      statement = null
    }
    return next
  }
  const takeHead = (chunk: Uint8Array, from: number, to: number): void => {
    const limit = isInsert(head) ? insertHeadLength : headLength
    if (head.length < limit && from < to)
      head = Buffer.concat([head, chunk.subarray(from, Math.min(to, from + limit - head.length))])
  }
  const readLine = (chunk: Uint8Array, at: number): number => {
    const found = chunk.indexOf(newline, at)
    const stop = found < 0 ? chunk.length : found
    const had = head.length
    takeHead(chunk, at, stop)
    const table = isInsert(head) && !scan.inBody ? insert.exec(head.toString('utf8')) : null
    if (table !== null) {
      // The line's own head may hold the first rows; counting goes on behind what was taken of this chunk.
      scan.line(table[0])
      const tuples = createTupleCounter()
      statement = { table: (table[1] ?? '').replaceAll('``', '`'), tuples }
      const taken = at + head.length - had
      const begun = head
      head = Buffer.alloc(0)
      const left = countTuples(begun, Buffer.byteLength(table[0]))
      return tuples.ended ? taken - (begun.length - left) : taken
    }
    if (found < 0) return chunk.length
    scan.line(head.subarray(0, headLength).toString('utf8'))
    head = Buffer.alloc(0)
    return found + 1
  }
  return {
    add: (chunk) => {
      let at = 0
      while (at < chunk.length) at = statement === null ? readLine(chunk, at) : countTuples(chunk, at)
    },
    end: () => {
      if (head.length > 0) scan.line(head.subarray(0, headLength).toString('utf8'))
      return { scan, rows, closed: statement === null && !scan.inBody }
    }
  }
}

function isInsert(head: Buffer): boolean {
  const text = head.subarray(0, 12).toString('latin1')
  return text.startsWith('INSERT ') || text.startsWith('REPLACE ')
}
