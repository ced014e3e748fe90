import type { Token } from './lex-statement.js'

const signs = { name: '`', text: "'", number: '0', variable: '@', setting: '@@' }

/**
 * A statement as one line for pattern matching: words and signs unchanged, every name as a backtick, every text as a
 * quote, every number as `0`, every variable as `@`, every setting as `@@`, with one blank between.
 */
export function shapeOf(tokens: readonly Token[]): string {
  return tokens.map(({ kind, text }) => (kind === 'word' || kind === 'sign' ? text : signs[kind])).join(' ')
}

/** The definer of a view or program in a shape, as a pattern. */
export const definerShape = String.raw`(?:DEFINER = (?:CURRENT_USER(?: \( \))?|[\`'\w]+(?: @)?) )?`
