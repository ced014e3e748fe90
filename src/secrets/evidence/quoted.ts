import { matchAt } from './rewrite.js'

/** A quoted value in a text that may itself be quoted. */
export interface Quoted {
  /** The quote that opens it: `'`, `\"`, `&quot;`, … */
  readonly quote: string
  /** Start and end of its content. */
  readonly from: number
  readonly to: number
  /** Position after the closing quote; the end of the line if there is none. */
  readonly end: number
}

const opener = /\\{0,8}["'`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]/iy
// In a shell a single quote within single quotes needs leaving them.
const shellQuote = /\\''|"'"'/y
const lineBreak = /\n/
const newEntry = /\n(?:\[\d{4}-|#\d|[WE]: |\s*at |Stack trace)/

/** The quoted value that begins at a position, or null. With `overLines` it may extend to the next log entry. */
export function quotedAt(text: string, at: number, overLines = false): Quoted | null {
  const quote = matchAt(opener, text, at)?.[0]
  if (quote === undefined) return null
  const from = at + quote.length
  const limit = overLines ? newEntry : lineBreak
  let read = from
  for (let to = text.indexOf(quote, from); to >= 0; to = text.indexOf(quote, read)) {
    // Only the unread part: a line may be very long with very many quotes.
    if (limit.test(text.slice(read, to))) break
    const end: number = to + quote.length
    const isDoubled = quote.length === 1 && text.startsWith(quote, end) && (to > from || text[end + 1] === quote)
    if (isEscaped(text, from, to, quote)) read = end
    else if (isDoubled) read = end + 1
    else if (quote === "'" && matchAt(shellQuote, text, end))
      read = end + (matchAt(shellQuote, text, end)?.[0].length ?? 0)
    else return { quote, from, to, end }
  }
  const end = lineEnd(text, from)
  return { quote, from, to: end, end }
}

/** The end of the line of a position. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** The next position of `sign` on the line of a position, or the line's end; reads no further. */
export function onLine(text: string, sign: '<' | '"' | "'", from: number): number {
  return from + (matchAt(before[sign], text, from)?.[0].length ?? 0)
}

const before = { '<': /[^<\n]*/y, '"': /[^"\n]*/y, "'": /[^'\n]*/y } as const

// One backslash more than at the opening quote means that the quote belongs to the value.
function isEscaped(text: string, from: number, at: number, quote: string): boolean {
  if (quote.startsWith('&') || quote.startsWith('%')) return false
  let backslashes = 0
  while (at - backslashes > from && text[at - backslashes - 1] === '\\') backslashes += 1
  return quote.startsWith('\\') ? backslashes > 0 : backslashes % 2 === 1
}
