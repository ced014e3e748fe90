import type { Token } from './lex-statement.js'
import { RefusedStatement } from './refused-statement.js'
import type { Session } from './session.js'

// In these character sets no multi-byte character contains a byte below 128, so none hides a quote or a backslash.
const charsets = new Set(
  `ascii armscii8 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 dec8 geostd8 greek hebrew hp8 keybcs2 koi8r koi8u
  latin1 latin2 latin5 latin7 macce macroman tis620 utf8 utf8mb3 utf8mb4`.split(/\s+/)
)
const isCharset = ({ kind, text }: Token): boolean =>
  (kind === 'word' || kind === 'text') && charsets.has(text.toLowerCase())
const isNumber = ({ kind, text }: Token): boolean =>
  (kind === 'number' && /^[01]$/.test(text)) || /^O(?:N|FF)$/.test(text)
const isWord = ({ kind, text }: Token): boolean => kind === 'word' || (kind === 'text' && /^\w+$/.test(text))
const isZone = ({ kind, text }: Token): boolean => kind === 'text' && /^[\w+\-:/]*$/.test(text)
// The mode ORACLE changes the language of programs.
const isMode = ({ kind, text }: Token): boolean => kind === 'text' && /^[\w,]*$/.test(text) && !/ORACLE/i.test(text)

/** Settings that dump programs set, with the allowed values. */
const allowed: Readonly<Record<string, (value: Token) => boolean>> = {
  CHARACTER_SET_CLIENT: isCharset,
  CHARACTER_SET_RESULTS: isWord,
  COLLATION_CONNECTION: isWord,
  TIME_ZONE: isZone,
  SQL_MODE: isMode,
  UNIQUE_CHECKS: isNumber,
  FOREIGN_KEY_CHECKS: isNumber,
  SQL_NOTES: isNumber,
  NOTE_VERBOSITY: isNumber,
  AUTOCOMMIT: isNumber,
  SQL_LOG_BIN: isNumber,
  SYSTEM_VERSIONING_INSERT_HISTORY: isNumber
}

/**
 * Reads the assignments of SET and notes them in the session. Throws RefusedStatement for what no dump program sets.
 * Returns whether they only concern replication, which is not restored.
 */
export function allowSettings(tokens: readonly Token[], session: Session): boolean {
  const sure = tokens.every(({ optional }) => !optional) || isGtid(tokens.slice(1))
  if (!sure && !tokens.every(({ optional, kind, text }) => optional && isHarmless(kind, text))) throw refused()
  const assignments = splitAtCommas(tokens.slice(1))
  return assignments.map((part) => allowAssignment(part, session)).every((replication) => replication)
}

/** Settings that depend on the server's version and do not affect how the dump is read. */
function isHarmless(kind: Token['kind'], text: string): boolean {
  const known = ['SET', 'NOTE_VERBOSITY', 'SYSTEM_VERSIONING_INSERT_HISTORY']
  return (kind !== 'word' && kind !== 'setting') || known.includes(text.replace(/^SESSION\./, ''))
}

function allowAssignment(part: readonly Token[], session: Session): boolean {
  const [first, second] = part
  if (first?.text === 'NAMES' && second !== undefined && part.length === 2 && isCharset(second)) {
    session.current.set('CHARACTER_SET_CLIENT', second.text)
    return false
  }
  if (isGtid(part)) return true
  const [target, sign, value] = first?.text === 'SESSION' ? part.slice(1) : part
  const length = first?.text === 'SESSION' ? 4 : 3
  if (target === undefined || value === undefined || sign?.text !== '=' || part.length !== length) throw refused()
  return target.kind === 'variable' ? save(target, value, session) : set(target, value, session)
}

/** `@old = @@setting` */
function save({ text }: Token, value: Token, { current, saved }: Session): boolean {
  const setting = nameOf(value)
  if (value.kind !== 'setting' || !(setting in allowed)) throw refused()
  saved.set(text.toUpperCase(), { setting, value: current.get(setting) ?? '' })
  return setting === 'SQL_LOG_BIN'
}

/** `setting = value` or `setting = @old` */
function set(target: Token, value: Token, { current, saved }: Session): boolean {
  const setting = nameOf(target)
  const check = target.kind === 'word' || target.kind === 'setting' ? allowed[setting] : undefined
  const kept = value.kind === 'variable' ? saved.get(value.text.toUpperCase()) : undefined
  if (check === undefined || (value.kind === 'variable' ? kept?.setting !== setting : !check(value))) throw refused()
  current.set(setting, kept?.value ?? value.text)
  return setting === 'SQL_LOG_BIN'
}

/** `@@GLOBAL.GTID_PURGED = + 'uuid:1-5'` */
function isGtid(part: readonly Token[]): boolean {
  const [target, sign, ...values] = part.filter(({ optional, text }) => !(optional && text === '+'))
  const [value] = values
  return (
    target?.text === 'GLOBAL.GTID_PURGED' &&
    sign?.text === '=' &&
    values.length === 1 &&
    value?.kind === 'text' &&
    /^[\w\s,:-]*$/.test(value.text)
  )
}

function nameOf({ kind, text }: Token): string {
  return kind === 'setting' ? text.replace(/^(?:SESSION|LOCAL)\./, '') : text
}

function splitAtCommas(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === ',') parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

function refused(): RefusedStatement {
  return new RefusedStatement('SET of something that no dump program sets')
}
