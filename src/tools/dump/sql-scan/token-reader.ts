import type { Token } from './lex-statement.js'
import { RefusedStatement } from './refused-statement.js'

/** Reads tokens one after the other. Unexpected tokens are refused. */
export interface TokenReader {
  readonly at: number
  peek(): Token | undefined
  next(): Token | undefined
  /** Consumes the next token if it is this word or sign. */
  take(text: string): boolean
  /** Consumes the next token, which must be one of these words or signs; returns it. */
  expect(...texts: readonly string[]): string
  /** A name, quoted or not, with or without schema; returns the last part. */
  name(): string
  /** A parenthesised part with its contents. */
  parentheses(): void
}

/** A reader that begins with the first token. */
export function createTokenReader(tokens: readonly Token[]): TokenReader {
  const state = { at: 0 }
  const peek = (): Token | undefined => tokens[state.at]
  const next = (): Token | undefined => tokens[state.at++]
  const is = (token: Token | undefined, text: string): boolean =>
    token !== undefined && (token.kind === 'word' || token.kind === 'sign') && token.text === text
  const take = (text: string): boolean => {
    const found = is(peek(), text)
    if (found) state.at += 1
    return found
  }
  const expect = (...texts: readonly string[]): string => {
    const found = texts.find(take)
    if (found === undefined) throw new RefusedStatement('CREATE of a program in an unknown form')
    return found
  }
  const plainName = (): string => {
    const token = next()
    if (token?.kind !== 'name' && token?.kind !== 'word')
      throw new RefusedStatement('CREATE of something without a name')
    return token.kind === 'name' ? token.text : Buffer.from(token.raw, 'latin1').toString('utf8')
  }
  return {
    get at() {
      return state.at
    },
    peek,
    next,
    take,
    expect,
    name: () => {
      const first = plainName()
      return take('.') ? plainName() : first
    },
    parentheses: () => {
      expect('(')
      for (let depth = 1; depth > 0;) {
        const token = next()
        if (token === undefined || is(token, ';')) throw new RefusedStatement('CREATE of a program in an unknown form')
        depth += is(token, '(') ? 1 : is(token, ')') ? -1 : 0
      }
    }
  }
}
