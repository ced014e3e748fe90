import { createDumpScan, historySetting, type DumpScan } from './dump-scan.js'
import type { DumpParts } from './sql-scan/dump-parts.js'
import { createFirstLine } from './sql-scan/first-line.js'
import { judgeStatement, type Judgement } from './sql-scan/judge-statement.js'
import { createQualifiedTables, type QualifiedTable, type QualifiedTables } from './sql-scan/qualified-tables.js'
import { RefusedStatement } from './sql-scan/refused-statement.js'
import { createRowReader, type RowReader } from './sql-scan/row-reader.js'
import { createSession, quotesOtherwise } from './sql-scan/session.js'
import { createStatementSplitter } from './sql-scan/statement-splitter.js'

/** Facts about a whole dump. */
export interface SqlFacts {
  readonly scan: Omit<DumpScan, 'line' | 'statement' | 'inBody'>
  /** Rows that the dump inserts, by table. */
  readonly rows: ReadonlyMap<string, number>
  /** The longest statement, which must fit into a server's packet: bytes with its semicolon, and its table, if any. */
  readonly longest: { readonly bytes: number; readonly table: string | null }
  /** Whether every statement is closed; false for a dump that was cut within a statement. */
  readonly closed: boolean
  /** The first line, at most 300 bytes. */
  readonly firstLine: string
  /** Tables named with their schema: sources of views, parents of foreign keys. */
  readonly qualified: readonly QualifiedTable[]
  /**
   * The first statement that no dump program writes, with its line and without its text, or null. Reading stops there.
   */
  readonly refused: string | null
}

/** The kind of a loadable piece: a whole statement, a delimiter line, the beginning of an INSERT or its rows. */
export type LoadedPart = 'statement' | 'delimiter' | 'head' | 'rows'

/** Takes a dump in pieces. */
export interface SqlScan {
  readonly add: (chunk: Buffer) => void
  readonly end: () => SqlFacts
}

/**
 * Reads the SQL of mysqldump and mariadb-dump as a stream, in one pass and bounded memory. Only statements that these
 * programs write are allowed; the first other one ends the reading. `load` gets the loadable SQL piece by piece,
 * without definers, comments and replication. `onTable` gets each CREATE TABLE as latin1 of its bytes.
 */
export function createSqlScan(
  load: (sql: Uint8Array, part: LoadedPart) => void = () => undefined,
  onTable: (statement: string) => void = () => undefined
): SqlScan {
  const facts = createFacts()
  const splitter = createStatementSplitter(createParts(facts, load, onTable))
  const firstLine = createFirstLine()
  const state = { refused: null as string | null, closed: false }
  const guarded = (task: () => void): void => {
    try {
      if (state.refused === null) task()
    } catch (error) {
      if (!(error instanceof RefusedStatement)) throw error
      state.refused = `line ${error.line}: ${error.message}`
    }
  }
  return {
    add: (chunk) => {
      firstLine.add(chunk)
      guarded(() => {
        splitter.add(chunk)
      })
    },
    end: () => {
      guarded(() => {
        state.closed = splitter.end()
      })
      const { scan, rows, longest, qualified } = facts
      return { scan, rows, longest: { ...longest }, qualified: qualified.all(), firstLine: firstLine.text(), ...state }
    }
  }
}

const choosing = /^(?:\/\*!\d+ )?(?:USE|CREATE DATABASE|DROP DATABASE) /

interface Facts {
  readonly scan: DumpScan
  readonly rows: Map<string, number>
  readonly longest: { bytes: number; table: string | null }
  readonly qualified: QualifiedTables
}

function createFacts(): Facts {
  const longest = { bytes: 0, table: null }
  return { scan: createDumpScan(), rows: new Map(), longest, qualified: createQualifiedTables() }
}

function createParts(
  { scan, rows, longest, qualified }: Facts,
  load: (sql: Uint8Array, part: LoadedPart) => void,
  onTable: (statement: string) => void
): DumpParts {
  const session = createSession()
  const measure = (bytes: number, table: string | null): void => {
    if (bytes > longest.bytes) Object.assign(longest, { bytes, table })
  }
  let into: { readonly table: string; readonly reader: RowReader; bytes: number } | null = null
  return {
    comment: (line) => {
      scan.line(line.toString('utf8'))
    },
    delimiter: (line) => {
      load(Buffer.concat([line, Buffer.from('\n')]), 'delimiter')
    },
    statement: (bytes, delimiterLength) => {
      const text = bytes.toString('latin1', 0, bytes.length - delimiterLength)
      if (choosing.test(text) || historySetting.test(text)) scan.line(text)
      const judged = judgeStatement(text, session)
      const { creates, loaded, cuts } = judged
      qualified.add(judged.qualified)
      scan.statement(creates)
      measure(bytes.length, creates?.kind === 'table' ? creates.name : null)
      if (creates?.kind === 'table') onTable(text)
      // A sequence is a table with one row.
      if (creates?.kind === 'sequence') rows.set(creates.name, 1)
      if (loaded) load(Buffer.from(`${without(text, cuts)}${';'.repeat(delimiterLength)}\n`, 'latin1'), 'statement')
    },
    rowsOf: (head) => {
      const table = /`((?:[^`]|``)+)`/.exec(head.toString('utf8'))?.[1]?.replaceAll('``', '`') ?? ''
      if (quotesOtherwise(session))
        throw new RefusedStatement('rows under a mode in which servers and clients read quotes differently')
      if (session.closed.has(table.toLowerCase())) throw new RefusedStatement('rows behind a trigger of their table')
      into = { table, reader: createRowReader(), bytes: head.length }
      load(head, 'head')
    },
    rows: (chunk, from) => {
      if (into === null) throw new TypeError('rows without a table')
      const { table, reader } = into
      const before = reader.rows
      const at = reader.read(chunk, from)
      load(chunk.subarray(from, at), 'rows')
      into.bytes += at - from
      measure(into.bytes, table)
      rows.set(table, (rows.get(table) ?? 0) + reader.rows - before)
      if (reader.state === 'ended') load(Buffer.from('\n'), 'rows')
      return { at, state: reader.state }
    }
  }
}

function without(text: string, cuts: Judgement['cuts']): string {
  const sorted = [...cuts].sort((a, b) => a.from - b.from)
  const ends = [0, ...sorted.map(({ to }) => to)]
  return ends.map((from, index) => text.slice(from, sorted[index]?.from)).join(' ')
}
