import { deniedWords } from './allowed-table.js'
import type { Token } from './lex-statement.js'
import { expectOneBody } from './program-body.js'
import { RefusedStatement } from './refused-statement.js'
import type { Session } from './session.js'
import { createTokenReader, type TokenReader } from './token-reader.js'

// Waiting is allowed in programs: they do not run while a dump is loaded.
const deniedInBodies = new Set(['OUTFILE', 'DUMPFILE', 'LOAD_FILE', 'SONAME', 'SYS_EXEC', 'SYS_EVAL', 'SYS_SET'])
const clauses = new Set(
  'DETERMINISTIC NOT CONTAINS NO READS MODIFIES SQL DATA SECURITY DEFINER INVOKER LANGUAGE'.split(' ')
)
const typeWords = new Set('UNSIGNED SIGNED ZEROFILL CHARSET CHARACTER SET COLLATE BINARY PRECISION VARYING'.split(' '))

/** Checks CREATE TRIGGER, PROCEDURE, FUNCTION or EVENT: one header, one body; returns `kind name`. */
export function allowProgram(tokens: readonly Token[], session: Session): string {
  const reader = createTokenReader(tokens)
  reader.expect('CREATE')
  if (reader.take('OR')) reader.expect('REPLACE')
  skipDefiner(reader)
  reader.take('AGGREGATE')
  const kind = reader.expect('TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT')
  if (reader.take('IF')) for (const word of ['NOT', 'EXISTS']) reader.expect(word)
  const name = reader.name()
  headers[kind]?.(reader, session)
  const from = reader.at
  refuseWords(kind, tokens.slice(0, from), deniedWords)
  refuseWords(kind, tokens.slice(from), deniedInBodies)
  expectOneBody(tokens, from)
  return `${kind.toLowerCase()} ${name}`
}

/** Passes over `DEFINER = user`, if it comes next. */
export function skipDefiner(reader: TokenReader): void {
  if (!reader.take('DEFINER')) return
  reader.expect('=')
  if (reader.take('CURRENT_USER')) {
    if (reader.take('(')) reader.expect(')')
    return
  }
  reader.next()
  if (reader.peek()?.kind === 'variable') reader.next()
}

const headers: Readonly<Record<string, (reader: TokenReader, session: Session) => void>> = {
  TRIGGER: (reader, session) => {
    reader.expect('BEFORE', 'AFTER')
    do reader.expect('INSERT', 'UPDATE', 'DELETE')
    while (reader.take('OR'))
    reader.expect('ON')
    session.closed.add(reader.name().toLowerCase())
    for (const word of ['FOR', 'EACH', 'ROW']) reader.expect(word)
    if (reader.take('FOLLOWS') || reader.take('PRECEDES')) reader.name()
  },
  EVENT: (reader) => {
    reader.expect('ON')
    reader.expect('SCHEDULE')
    while (!reader.take('DO')) if (reader.next() === undefined || reader.peek()?.text === ';') throw unknown()
  },
  PROCEDURE: (reader) => {
    reader.parentheses()
    skipClauses(reader)
  },
  FUNCTION: (reader) => {
    reader.parentheses()
    reader.expect('RETURNS')
    reader.next()
    skipType(reader)
    skipClauses(reader)
  }
}

function skipType(reader: TokenReader): void {
  for (;;) {
    const word = reader.peek()?.text ?? ''
    if (word === '(') reader.parentheses()
    else if (!typeWords.has(word)) return
    else for (let count = ['CHARSET', 'SET', 'COLLATE'].includes(word) ? 2 : 1; count > 0; count -= 1) reader.next()
  }
}

function skipClauses(reader: TokenReader): void {
  for (;;) {
    const word = reader.peek()?.text ?? ''
    if (reader.peek()?.kind !== 'word' || !(clauses.has(word) || word === 'COMMENT')) return
    reader.next()
    if (word === 'COMMENT') reader.next()
    if (word === 'LANGUAGE') reader.expect('SQL')
  }
}

function refuseWords(kind: string, tokens: readonly Token[], denied: ReadonlySet<string>): void {
  const found = tokens.find((token) => token.kind === 'word' && denied.has(token.text) && token.text !== kind)
  if (found !== undefined) throw new RefusedStatement(`CREATE ${kind} with ${found.text}`)
}

function unknown(): RefusedStatement {
  return new RefusedStatement('CREATE EVENT in an unknown form')
}
