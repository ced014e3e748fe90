import { lineEnd, onLine, quotedAt } from './quoted.js'
import { matchAt, rewrite } from './rewrite.js'
import { isHarmless, secretNames } from './secret-names.js'

const quote = String.raw`\\{0,8}["'\`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]`
// A name in backticks is a column, and so is the next one.
const sure = quote.replace('\\`', '')
const close = String.raw`(?<close>(?:${quote}|[\])]|%5D){0,3})`
const blank = String.raw`[^\S\n]{0,40}`

// The notations of a name and its value, each up to the beginning of the value.
const assigned = new RegExp(`${close}${blank}(?<sign>=>|:=|==?|:(?!:)|%3[DA]|\\\\u003[ad])${blank}`, 'iy')
const dumped = /["']?\]?\s{0,40}=>\s{0,40}string\(\d+\)\s/iy
const serialized = /\\{0,8}";s:(\d+):\\{0,8}"/y
const element = /["']?>(?!>|=)/y
const listed = new RegExp(`(?:${sure}|\\s)${blank}[,(]${blank}(?=${sure})|\\((?=${sure})`, 'iy')
const spoken = new RegExp(
  `\\s{1,40}(?:(?:is|was|as|by|to|with|for \\S{1,200}|password)\\s{1,4})?(?:=\\s)?(?=${quote})`,
  'iy'
)
const spokenOf = /^(?:pass|secret|identified)/i
const flagged = /\s{1,40}(?=[^\s-])/y

/** Replaces values after names of secrets and of personal data, in any notation, by `<hidden>`. */
export function hideNamedValues(text: string): string {
  return rewrite(text, secretNames, (match) => {
    const name = { from: match.index, to: match.index + match[0].length }
    const value = findValue(text, name)
    if (value === null || value.to <= value.from || isHarmless(text, name, value.from)) return null
    return { end: value.to, text: `${text.slice(name.from, value.from)}<hidden>` }
  })
}

interface Span {
  readonly from: number
  readonly to: number
}

function findValue(text: string, name: Span): Span | null {
  const behind = (pattern: RegExp): number | null => {
    const found = matchAt(pattern, text, name.to)
    return found ? name.to + found[0].length : null
  }
  const dump = behind(dumped)
  if (dump !== null) return { from: dump, to: lineEnd(text, dump) }
  const php = matchAt(serialized, text, name.to)
  if (php) return { from: name.to + php[0].length, to: Math.min(text.length, name.to + php[0].length + Number(php[1])) }
  const inElement = behind(element)
  if (inElement !== null && /[<"'\w-]/.test(text[name.from - 1] ?? '')) return elementText(text, name, inElement)
  const sign = matchAt(assigned, text, name.to)
  if (sign) return assignedValue(text, name, sign)
  const word = text.slice(name.from, name.to)
  const isFlag = /(?:^|\s|["'])--?[\w-]{0,40}$/.test(text.slice(Math.max(0, name.from - 44), name.from))
  const from = behind(listed) ?? (spokenOf.test(word) ? behind(spoken) : null) ?? (isFlag ? behind(flagged) : null)
  return from === null ? null : (quotedValue(text, from) ?? wordValue(text, from))
}

function assignedValue(text: string, name: Span, sign: RegExpExecArray): Span {
  const from = name.to + sign[0].length
  const quoted = quotedValue(text, from)
  if (quoted !== null) return quoted
  const closed = sign.groups?.['close'] ?? ''
  // print_r does not quote, and a header's value extends to the end of the line.
  if (closed === ']' && sign.groups?.['sign'] === '=>') return { from, to: lineEnd(text, from) }
  if (/^(?:[\w-]*authorization|cookie)$/i.test(text.slice(name.from, name.to)))
    return headerValue(text, name.from, from)
  return wordValue(text, from, /[?&]/.test(text[name.from - 1] ?? ''))
}

function quotedValue(text: string, from: number): Span | null {
  const quoted = quotedAt(text, from)
  return quoted === null ? null : { from: quoted.from, to: quoted.to }
}

// A quote before the name of a header also ends its value.
function headerValue(text: string, name: number, from: number): Span {
  const before = text[name - 1]
  return { from, to: before === '"' || before === "'" ? onLine(text, before, from) : lineEnd(text, from) }
}

const word = /(?:(?:Bearer|Basic|Digest|Token|Negotiate)\s{1,4})?\S+/iy
const parameter = /[^\s"'<>&]+/y

function wordValue(text: string, from: number, isParameter = false): Span {
  const found = matchAt(isParameter ? parameter : word, text, from)
  return { from, to: from + (found?.[0].length ?? 0) }
}

// `<token>` and `<phone>` may be our own placeholders: only closed ones are elements.
function elementText(text: string, name: Span, from: number): Span | null {
  const to = onLine(text, '<', from)
  const isClosed = text.startsWith('</', to)
  return isClosed || !/^(?:token|phone)$/.test(text.slice(name.from, name.to)) ? { from, to } : null
}
