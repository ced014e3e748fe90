import { lineEnd, quotedAt, type Quoted } from './quoted.js'
import { matchAt, rewrite, type Rewritten } from './rewrite.js'

const duplicate = /\bDuplicate entry (?=[\\"'`&])/gi
const wrongValue = /\b(?:Incorrect|Truncated incorrect|Invalid) (?:[\w()]+ ){1,3}value:? (?=[\\"'`&])/gi
const syntax = /\b(?:to use|error|at or) near (?=[\\"'`&])/gi
// SQLite. A YAML parser also says `near`, about a file that is not secret.
const liteSyntax = /\bnear (?=["'`][^\n]{0,300}?["'`]: syntax error)/gi
const statement =
  /\b(?:INSERT\s+(?:\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+[`\w.]+\s+SET|DELETE\s+FROM|WHERE|VALUES?\s*(?=\()|SELECT\s+(?=[`*\w(]))/g
const lowerStatement = /\b(?:insert\s+into|replace\s+into|update\s+[`\w.]+\s+set|delete\s+from|values?\s*(?=\())/g

/** Replaces values in database statements and errors by their types: `VALUES (<text>, <number>)`. */
export function typeSqlValues(text: string): string {
  const errors = [duplicate, wrongValue, syntax, liteSyntax].reduce(
    (result, start) => rewrite(result, start, errorValue),
    text
  )
  return [statement, lowerStatement].reduce(
    (result, start) => rewrite(result, start, (match) => rewriteStatement(match, result)),
    errors
  )
}

// A server prints the value unescaped, including quotes: only the following text shows its end.
function errorValue(match: RegExpExecArray, text: string): Rewritten | null {
  const from = match.index + match[0].length
  const quote = matchAt(anyQuote, text, from)?.[0]
  if (quote === undefined) return null
  const start = from + quote.length
  const end = errorValueEnd(text, start, quote)
  return { end, text: `${match[0]}${quote}${typeOf(text.slice(start, end))}` }
}

function errorValueEnd(text: string, start: number, quote: string): number {
  // The text near a syntax error is cut after eighty characters, and may span several lines.
  const shown = text.slice(start, start + 400)
  const ends = [`${quote} at line `, `${quote}: syntax error`].map((end) => shown.indexOf(end)).filter((at) => at >= 0)
  if (ends.length > 0) return start + Math.min(...ends)
  let read = start
  for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, read)) {
    if (text.slice(read, at).includes('\n')) break
    read = at + quote.length
    if (text.startsWith(' for ', read) || text.startsWith(' at row', read)) return at
  }
  return lineEnd(text, start)
}

const anyQuote = /\\{0,8}["'`]|&(?:#0?39|#x27|apos|quot);|\\{1,8}u002[27]/iy

function typeOf(value: string): string {
  return value === '' || /^<\w+>$/.test(value) ? value : /^[\d-]{1,12}$/.test(value) ? '<number>' : '<text>'
}

// Reads a statement to the end of its line, or of a value that continues beyond it.
function rewriteStatement(match: RegExpExecArray, text: string): Rewritten {
  const state = { depth: 0, isRow: false }
  const out: string[] = []
  let at = match.index
  while (at < text.length && text[at] !== '\n') {
    const piece = nextPiece(text, at, state)
    if (piece === null) break
    out.push(piece.text)
    at = piece.end
  }
  return { end: at, text: out.join('') }
}

interface State {
  depth: number
  /** Inside the parentheses of VALUES. */
  isRow: boolean
}

const rowStart = /VALUES?\s*\(/iy
const onlyName = /\s*[`\w.]+\s*\)/y
const placeholder = /<\w[\w-]*>/y
const word = /[A-Za-z_$:@\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y
const number = /-?(?:0[xX][0-9a-fA-F]+|\d[\d.]*(?:[eE][-+]?\d+)?)/y
const nextRow = /\)\s*,\s*(?=\()/y
const blanks = /[^\S\n]+/y
const known = /^(?:null|default|true|false|now|current_timestamp|on|duplicate|key|update|values|:\w+)$/i

function nextPiece(text: string, at: number, state: State): Rewritten | null {
  const whole = (match: RegExpExecArray): Rewritten => ({ end: at + match[0].length, text: match[0] })
  const row = matchAt(rowStart, text, at)
  if (row && matchAt(onlyName, text, at + row[0].length) === null) {
    Object.assign(state, { depth: 1, isRow: true })
    return whole(row)
  }
  const kept = matchAt(blanks, text, at) ?? matchAt(placeholder, text, at)
  if (kept) return whole(kept)
  const quoted = quotedAt(text, at, true)
  if (quoted) return rewriteQuoted(text, at, quoted, state)
  const name = matchAt(word, text, at)
  if (name) {
    const keeps = !state.isRow || known.test(name[0]) || text[at + name[0].length] === '('
    return { end: at + name[0].length, text: keeps ? name[0] : '<value>' }
  }
  const figure = matchAt(number, text, at)
  if (figure) return { end: at + figure[0].length, text: keptNumber(figure[0], state) }
  return symbol(text, at, state)
}

function keptNumber(figure: string, { isRow }: State): string {
  return isRow || figure.length > 6 ? '<number>' : figure
}

function symbol(text: string, at: number, state: State): Rewritten {
  const sign = text[at] ?? ''
  if (sign === '(') state.depth += 1
  if (sign === ')') state.depth -= 1
  if (sign === ')' && state.depth <= 0 && !matchAt(nextRow, text, at)) state.isRow = false
  return { end: at + 1, text: sign }
}

// A quote at which no value can begin closes the quotes around the statement, or an unescaped value.
function rewriteQuoted(text: string, at: number, quoted: Quoted, state: State): Rewritten | null {
  const { quote, from, to, end } = quoted
  if (quote.endsWith('`')) return { end, text: text.slice(at, end) }
  const before = text.slice(Math.max(0, at - 24), at).trimEnd()
  const begins = /(?:[=(,<>+|]|\b(?:LIKE|IN|THEN|ELSE|AND|BETWEEN|VALUES?|REGEXP|_\w+|x))$/i.test(before)
  if (begins) return { end, text: `${quote}${typeOf(text.slice(from, to))}${text.slice(to, end)}` }
  if (!state.isRow) return null
  const rest = lineEnd(text, at)
  return { end: rest, text: '<text>' }
}
