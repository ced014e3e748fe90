import { isBlank, isVersion } from './bytes.js'
import type { DumpParts } from './dump-parts.js'
import { findInsertHead } from './insert-head.js'
import { kindOf, RefusedStatement } from './refused-statement.js'

/** Splits a dump that comes in pieces, as the client that loads it would. */
interface StatementSplitter {
  /** Throws RefusedStatement with the line for anything that a client may read differently. */
  add(chunk: Buffer): void
  /** Returns whether the dump ends between two statements. */
  end(): boolean
}

const limit = 4 * 1024 * 1024
// Usually shorter, but a table may have thousands of columns.
const usualHead = 64 * 1024
const [tab, newline, carriage, blank, double, hash, single, dash, semicolon, backslash, backtick, slash, star] = [
  9, 10, 13, 32, 34, 35, 39, 45, 59, 92, 96, 47, 42
]
// MariaDB's releases of May 2024 (10.5.25, 10.6.18, 10.11.8, 11.4.2) wrote the second one, those since then the first.
const sandboxes = ['/*M!999999\\- enable the sandbox mode */', '/*!999999\\- enable the sandbox mode */']
const lookAhead = Math.max(...sandboxes.map(({ length }) => length)) + 2
type Mode = 'between' | 'rows' | 'code' | 'line comment' | 'comment' | number

/** A splitter that passes what it finds to `parts`. */
export function createStatementSplitter(parts: DumpParts): StatementSplitter {
  let held: Buffer = Buffer.alloc(0)
  let mode: Mode = 'between'
  let [start, at, line, startLine, delimiterLength, dropped, ended] = [0, 0, 1, 1, 1, 0, false]

  const refuse = (what: string): never => {
    throw new RefusedStatement(what)
  }
  const starts = (text: string): boolean => held.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'))
  const moveTo = (next: number): void => {
    const passed = held.subarray(at, next)
    for (let end = passed.indexOf(newline); end >= 0; end = passed.indexOf(newline, end + 1)) line += 1
    at = next
  }
  /** The line that begins here without its line end, or null if the line end has not come yet. */
  const wholeLine = (): Buffer | null => {
    const stop = held.indexOf(newline, at)
    if (stop < 0 && !ended) return held.length - at > limit ? refuse('a line without an end') : null
    return held.subarray(at, stop < 0 ? held.length : stop)
  }
  const takeLine = (take: (text: Buffer) => void): boolean => {
    const text = wholeLine()
    if (text === null) return false
    take(text)
    moveTo(Math.min(at + text.length + 1, held.length))
    return true
  }
  /** Reads one item between two statements; returns whether it was complete. */
  const between = (): boolean => {
    while (at < held.length && isBlank(held[at])) moveTo(at + 1)
    if (held.length - at < lookAhead && !ended) return false
    if (at === held.length) return false
    startLine = line
    start = at
    if (starts('--') && isBlank(held[at + 2] ?? newline)) return takeLine(parts.comment)
    if (sandboxes.some(starts) && dropped + at === 0) return takeLine(takeSandbox)
    if (isDelimiter()) return takeLine(changeDelimiter)
    if (starts('INSERT') || starts('REPLACE')) return beginRows()
    mode = 'code'
    return true
  }
  const takeSandbox = (text: Buffer): void => {
    if (!sandboxes.includes(text.toString('latin1').trimEnd())) refuse('a comment that no dump program writes')
    parts.comment(text)
  }
  const isDelimiter = (): boolean =>
    held
      .subarray(at, at + 9)
      .toString('latin1')
      .toUpperCase() === 'DELIMITER' &&
    (at === 0 || held[at - 1] === newline)
  const changeDelimiter = (text: Buffer): void => {
    const match =
      /^DELIMITER (;;?)\r?$/.exec(text.toString('latin1')) ?? refuse('a delimiter that no dump program sets')
    delimiterLength = (match[1] ?? '').length
    parts.delimiter(text)
  }
  const beginRows = (): boolean => {
    const there = Math.min(held.length - at, limit)
    const head = findInsertHead(held, at, there)
    if (head === null) {
      const waits = held.subarray(at, at + there).includes(semicolon) ? usualHead : limit
      if (there < waits && !(ended && waits === usualHead)) return false
      return refuse(kindOf([starts('INSERT') ? 'INSERT' : 'REPLACE']))
    }
    if (delimiterLength > 1) refuse('rows where programs stand')
    parts.rowsOf(held.subarray(at, at + head.length))
    moveTo(at + head.length)
    mode = 'rows'
    return true
  }
  const rows = (): boolean => {
    const found = parts.rows(held, at)
    moveTo(found.at)
    if (found.state === 'refused') refuse('rows with something else than literals')
    if (found.state === 'ended') mode = 'between'
    return found.state === 'ended'
  }
  /** Reads a statement to its end; returns whether the end came. */
  const code = (): boolean => {
    while (at < held.length) {
      if (at - start > limit) refuse('a statement of more than 4 MiB')
      if (mode === 'code') {
        if (held.length - at < 4 && !ended) return false
        if (plainCode()) return true
      } else if (
        !(mode === 'line comment' ? skipTo('\n') : mode === 'comment' ? skipTo('*/') : inQuotes(mode as number))
      )
        return false
    }
    return false
  }
  /** Reads a comment to its end; returns whether the end came. */
  const skipTo = (text: string): boolean => {
    const found = held.indexOf(text, at, 'latin1')
    if (found >= 0) mode = 'code'
    at = found < 0 ? Math.max(at, held.length - 1) : found + text.length
    return found >= 0
  }
  const inQuotes = (quote: number): boolean => {
    for (; at < held.length; at += 1) {
      const byte = held[at]
      if (byte === newline && quote !== backtick && delimiterLength === 1 && !isGtid())
        refuse('a text that goes over more than one line')
      if (byte === backslash && quote !== backtick) {
        if (at + 1 === held.length) return false
        at += 1
      } else if (byte === quote) {
        mode = 'code'
        at += 1
        return true
      }
    }
    return false
  }
  const isGtid = (): boolean => held.subarray(start, start + 24).toString('latin1') === 'SET @@GLOBAL.GTID_PURGED'
  /** One byte outside of quotes and comments; returns whether it ended the statement. */
  const plainCode = (): boolean => {
    const byte = held[at] ?? 0
    const next = held[at + 1] ?? newline
    if (byte === semicolon && (delimiterLength === 1 || next === semicolon)) return finish()
    if (byte === single || byte === double || byte === backtick) mode = byte
    else if (byte === hash || (byte === dash && next === dash && isBlank(held[at + 2] ?? newline)))
      inProgram('line comment')
    else if (byte === slash && next === star && !isVersion(held, at)) inProgram('comment')
    else if (byte === backslash) refuse('a command of the client')
    else if (byte < blank && byte !== tab && byte !== newline && byte !== carriage) refuse('a control character')
    at += mode === 'comment' ? 2 : 1
    return false
  }
  const inProgram = (next: Mode): void => {
    if (delimiterLength === 1) refuse('a comment in a statement')
    mode = next
  }
  const finish = (): boolean => {
    const stop = at + delimiterLength
    parts.statement(held.subarray(start, stop), delimiterLength)
    at = start
    moveTo(stop)
    mode = 'between'
    return true
  }
  const run = (): void => {
    try {
      let going = true
      while (going) going = mode === 'between' ? between() : mode === 'rows' ? rows() : code()
    } catch (error) {
      throw error instanceof RefusedStatement ? error.atLine(mode === 'rows' ? line : startLine) : error
    }
  }
  return {
    add: (chunk) => {
      if (chunk.includes(0)) throw new RefusedStatement('a NUL byte', line)
      const keep = mode === 'between' || mode === 'rows' ? at : start
      const rest = held.subarray(keep)
      held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      at -= keep
      dropped += keep
      start -= keep
      run()
    },
    end: () => {
      ended = true
      run()
      return mode === 'between' && at === held.length && delimiterLength === 1
    }
  }
}
