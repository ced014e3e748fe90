import type { Created } from '../dump-scan.js'
import { allowProgram, skipDefiner } from './allowed-program.js'
import { allowSettings } from './allowed-settings.js'
import { allowTable } from './allowed-table.js'
import { allowView, viewShape } from './allowed-view.js'
import { lexStatement, type LexedStatement, type Token } from './lex-statement.js'
import { qualifiedParents, qualifiedSources, type QualifiedTable } from './qualified-tables.js'
import { kindOf, RefusedStatement } from './refused-statement.js'
import { quotesOtherwise, readsUtf8, type Session } from './session.js'
import { definerShape, shapeOf } from './shape.js'
import { createTokenReader } from './token-reader.js'

/** What an allowed statement creates, and which part of it is loaded. */
export interface Judgement {
  readonly creates: Created | null
  /** False for what concerns only the dumped server: its replication, its default for new tables. */
  readonly loaded: boolean
  /** Parts left out when it is loaded: definers, and comments that some clients reject. */
  readonly cuts: readonly { readonly from: number; readonly to: number }[]
  /** Tables named with their schema, as parent of a foreign key or as source of a view. */
  readonly qualified: readonly QualifiedTable[]
}

const nothing = { creates: null, cuts: [], qualified: [] } as const

// As in shapeOf. With `optional` first, a server may skip the statement.
const plainForms = [
  /^DROP (?:TABLE|VIEW|SEQUENCE|TRIGGER|PROCEDURE|FUNCTION|EVENT) IF EXISTS `$/,
  /^COMMIT$/,
  /^ALTER TABLE ` (?:DISABLE|ENABLE) KEYS$/,
  /^(?:DO|SELECT) SETVAL \( ` , (?:- )?0 , 0 \)$/
]
// Locks are not restored; a table whose default is the next value of a sequence cannot be filled under one.
const unloadedForms = [
  /^LOCK TABLES ` WRITE$/,
  /^UNLOCK TABLES$/,
  /^ALTER DATABASE ` CHARACTER SET \w+ COLLATE \w+$/,
  /^ANALYZE TABLE ` UPDATE HISTOGRAM ON `(?: , `)* WITH 0 BUCKETS$/
]
const sequence =
  /^CREATE SEQUENCE `(?: (?:AS|(?:TINY|SMALL|MEDIUM|BIG)?INT|UNSIGNED|START|WITH|MINVALUE|MAXVALUE|INCREMENT|BY|CACHE|NOCACHE|CYCLE|NOCYCLE|ENGINE = (?:INNODB|MYISAM|ARIA)|- 0|0)){0,40}$/
const table = /^CREATE TABLE (?:IF NOT EXISTS )?` \(/
const program = new RegExp(
  `^CREATE (?:OR REPLACE )?${definerShape}(?:AGGREGATE )?(?:TRIGGER|PROCEDURE|FUNCTION|EVENT)\\b`
)

/**
 * Judges one statement of a dump, without its delimiter: only what mysqldump and mariadb-dump write is allowed. `text`
 * is its bytes as latin1. Throws RefusedStatement for all else. The session notes what it sets.
 */
export function judgeStatement(text: string, session: Session): Judgement {
  if (quotesOtherwise(session) && /["\\]/.test(text))
    throw new RefusedStatement('a quote or backslash under a mode in which servers and clients read it differently')
  const lexed = lexStatement(text)
  const { tokens } = lexed
  if (!readsUtf8(session) && tokens.some(({ kind, text: word }) => kind === 'word' && /[\x80-\xff]/.test(word)))
    throw new RefusedStatement('a name without quotes in an old character set')
  const [first] = tokens
  // Tools that remove definers leave an empty comment.
  if (first === undefined) return { ...nothing, loaded: false }
  if (first.kind === 'word' && first.text === 'SET') return { ...nothing, loaded: !allowSettings(tokens, session) }
  const shape = shapeOf(tokens.slice(0, 200))
  if (table.test(shape)) return judgeTable(tokens)
  const optional = tokens.filter((token) => token.optional).length
  if (optional > 0 && optional < tokens.length)
    throw new RefusedStatement('a statement with parts for some servers only')
  return judgeOther(lexed, shape, session)
}

function judgeTable(tokens: readonly Token[]): Judgement {
  const open = tokens.findIndex(({ text, kind }) => kind === 'sign' && text === '(')
  if (tokens.slice(0, open + 1).some(({ optional }) => optional))
    throw new RefusedStatement('CREATE TABLE for some servers only')
  allowTable(tokens, open)
  const creates = { kind: 'table', name: tokens[open - 1]?.text ?? '' } as const
  return { ...nothing, creates, loaded: true, qualified: qualifiedParents(tokens) }
}

function judgeOther(lexed: LexedStatement, shape: string, session: Session): Judgement {
  const { tokens, comments } = lexed
  if (tokens.length < 200) {
    if (plainForms.some((form) => form.test(shape))) return { ...nothing, loaded: true }
    if (unloadedForms.some((form) => form.test(shape))) return { ...nothing, loaded: false }
    if (sequence.test(shape))
      return { ...nothing, creates: { kind: 'sequence', name: tokens[2]?.text ?? '' }, loaded: true }
  }
  const cuts = [...definerOf(tokens), ...comments]
  if (viewShape.test(shape)) {
    const creates = { kind: 'view', name: allowView(tokens, session) } as const
    return { creates, loaded: true, cuts, qualified: qualifiedSources(tokens) }
  }
  if (program.test(shape))
    return { creates: { kind: 'program', name: allowProgram(tokens, session) }, loaded: true, cuts, qualified: [] }
  throw new RefusedStatement(kindOf(tokens.slice(0, 2).map(({ text }) => text)))
}

/** The position of the definer of a view or program, an account that another server may not have. */
function definerOf(tokens: readonly Token[]): Judgement['cuts'] {
  const at = tokens.slice(0, 8).findIndex(({ kind, text }) => kind === 'word' && text === 'DEFINER')
  if (at < 0 || tokens[at + 1]?.text !== '=') return []
  const reader = createTokenReader(tokens.slice(at))
  skipDefiner(reader)
  return [{ from: (tokens[at] as Token).from, to: (tokens[at + reader.at - 1] as Token).to }]
}
