import { RefusedStatement } from './refused-statement.js'

/** One word, name, text, number, variable or sign of a statement. */
export interface Token {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'variable' | 'setting' | 'sign'
  /** Words in upper case, names and texts without their quotes, settings without `@@`. */
  readonly text: string
  /** The original text. */
  readonly raw: string
  /** Start and end in the statement, in bytes. */
  readonly from: number
  readonly to: number
  /** Whether it is in a comment that some servers run and others skip. */
  readonly optional: boolean
}

/** A statement as tokens. `comments` are those that no server runs. */
export interface LexedStatement {
  readonly tokens: readonly Token[]
  readonly comments: readonly { readonly from: number; readonly to: number }[]
}

// Sticky: one of them matches at each place. Text is bytes as latin1; bytes above 127 belong to names.
const forms: readonly (readonly [Token['kind'] | 'space' | 'comment', RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['comment', /\/\*(?![!+]|M!)[^]*?\*\//y],
  ['comment', /(?:#|--(?=[ \t\r\n]))[^\n]*/y],
  ['text', /'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'/y],
  ['text', /"[^"\\]*(?:(?:\\[^]|"")[^"\\]*)*"/y],
  ['name', /`[^`]+(?:``[^`]*)*`|`(?:``[^`]*)+`/y],
  ['setting', /@@(?:(?:global|session|local)\.)?[a-z_]+/iy],
  ['variable', /@(?:[\w$.]+|`[^`]*(?:``[^`]*)*`|'[^'\\]*'|"[^"\\]*")/y],
  ['number', /\d+(?:\.\d*)?(?:e[+-]?\d+)?(?![\w$\x80-\xff])/iy],
  ['word', /[\w$\x80-\xff]+/y],
  ['sign', /[-+*/%=<>!~^&|(){}[\],.:;?@]/y]
]
const opening = /\/\*(?:!(\d{5,6})|M!(\d{6}))(?=\s|\*\/)/y
// Every server since MySQL 5.7 and MariaDB 10.2 runs the contents of comments for an older version.
const alwaysRun = 50_699

/**
 * Splits a statement into tokens. The contents of version comments count as code. Throws RefusedStatement if the text
 * is ambiguous.
 */
export function lexStatement(text: string): LexedStatement {
  const tokens: Token[] = []
  const comments: { from: number; to: number }[] = []
  let [at, inside, optional] = [0, false, false]
  while (at < text.length) {
    opening.lastIndex = at
    const version = opening.exec(text)
    if (version !== null || (inside && text.startsWith('*/', at))) {
      if (version !== null && inside) throw new RefusedStatement('a comment in a comment')
      inside = version !== null
      optional = version !== null && (version[2] !== undefined || Number(version[1]) > alwaysRun)
      at += version?.[0].length ?? 2
      continue
    }
    const { kind, to } = match(text, at)
    if (kind === 'comment') comments.push({ from: at, to })
    else if (kind !== 'space') {
      const raw = text.slice(at, to)
      tokens.push({ kind, text: plain(kind, raw), raw, from: at, to, optional })
    }
    at = to
  }
  if (inside) throw new RefusedStatement('a comment that does not end')
  return { tokens, comments }
}

function match(text: string, at: number): { kind: Token['kind'] | 'space' | 'comment'; to: number } {
  for (const [kind, form] of forms) {
    if (kind === 'sign' && text.startsWith('/*', at))
      throw new RefusedStatement('a comment that no dump program writes')
    form.lastIndex = at
    if (form.test(text)) return { kind, to: form.lastIndex }
  }
  throw new RefusedStatement('a character that does not belong into SQL')
}

function plain(kind: Token['kind'], text: string): string {
  if (kind === 'word') return text.toUpperCase()
  if (kind === 'name') return Buffer.from(text.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8')
  if (kind === 'text') return text.slice(1, -1)
  return kind === 'setting' ? text.slice(2).toUpperCase() : text
}
