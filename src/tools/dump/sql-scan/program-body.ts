import type { Token } from './lex-statement.js'
import { RefusedStatement } from './refused-statement.js'

type Block =
  'BEGIN' | 'IF' | 'LOOP' | 'REPEAT' | 'WHILE' | 'FOR' | 'WHILE head' | 'FOR head' | 'CASE' | 'CASE expression'

const openers: ReadonlySet<string> = new Set(['BEGIN', 'IF', 'LOOP', 'REPEAT', 'WHILE', 'FOR', 'CASE'])
// THEN is reserved, DO is not: it ends the head of a loop once, and after that may be a column's name.
const headed: Readonly<Record<string, string>> = { IF: 'THEN', CASE: 'THEN', 'WHILE head': 'DO', 'FOR head': 'DO' }

/**
 * Throws RefusedStatement unless the tokens from `from` on are one statement to the server. A client sends everything
 * up to its delimiter at once, and the server would run what follows a body as another statement. Anything unclear does
 * not count as the beginning of a block: a body may be refused, but its end is never placed too late.
 */
export function expectOneBody(tokens: readonly Token[], from: number): void {
  const blocks: Block[] = []
  let begins = true
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (token.kind === 'sign' && token.text === ';') {
      if (blocks.length === 0 || blocks.at(-1) === 'CASE expression') throw second()
      begins = true
    } else if (begins && isLabel(tokens, at)) at += 1
    else if (!isKeyword(tokens, at)) begins = false
    else if (token.text === 'END') {
      const expression = blocks.at(-1) === 'CASE expression'
      at = close(tokens, at, { blocks, begins })
      if (!expression && blocks.length === 0 && at < tokens.length - 1) throw second()
      begins = false
    } else ({ at, begins } = step(tokens, at, { blocks, begins }))
  }
  if (blocks.length > 0) throw new RefusedStatement('CREATE of a program whose body does not end')
}

interface Place {
  readonly blocks: Block[]
  /** Whether a statement begins here. */
  readonly begins: boolean
}

/** Reads one word. Returns the index of the last token used, and whether a statement begins after it. */
function step(tokens: readonly Token[], at: number, { blocks, begins }: Place): { at: number; begins: boolean } {
  const { text } = tokens[at] as Token
  const top = blocks.at(-1)
  if (begins && openers.has(text)) {
    const block = (text === 'WHILE' || text === 'FOR' ? `${text} head` : text) as Block
    blocks.push(block)
    return { at: isNotAtomic(tokens, at) ? at + 2 : at, begins: !(block in headed) }
  }
  if (begins && text === 'DECLARE') return declare(tokens, at)
  if (begins) return { at, begins: text === 'ELSE' && (top === 'IF' || top === 'CASE') }
  if (text === 'CASE') blocks.push('CASE expression')
  const headEnds = top !== undefined && headed[top] === text
  if (headEnds && text === 'DO') blocks.splice(-1, 1, top.replace(' head', '') as Block)
  return { at, begins: headEnds }
}

function isNotAtomic(tokens: readonly Token[], at: number): boolean {
  return [...tokens.slice(at, at + 3)].map(({ text }) => text).join(' ') === 'BEGIN NOT ATOMIC'
}

/** A handler has a statement after its conditions. */
function declare(tokens: readonly Token[], at: number): { at: number; begins: boolean } {
  const words = tokens.slice(at + 1, at + 4).map(({ text }) => text)
  if (!/^(?:CONTINUE|EXIT|UNDO) HANDLER FOR$/.test(words.join(' '))) return { at, begins: false }
  let next = at + 4
  for (;;) {
    const { text } = tokens[next] ?? { text: '' }
    if (text === 'SQLSTATE') next += tokens[next + 1]?.text === 'VALUE' ? 3 : 2
    else next += text === 'NOT' ? 2 : 1
    if (tokens[next]?.text !== ',') return { at: next - 1, begins: true }
    next += 1
  }
}

/** Reads END and what belongs to it; returns the index of its last token. */
function close(tokens: readonly Token[], at: number, { blocks, begins }: Place): number {
  const block = blocks.pop()
  const word = tokens[at + 1]?.text ?? ''
  if (block === 'CASE expression') return at
  const named = openers.has(word) && word !== 'BEGIN' ? word : 'BEGIN'
  if (block === undefined || named !== block || (!begins && block !== 'REPEAT'))
    throw new RefusedStatement('CREATE of a program whose blocks do not fit')
  const last = block === 'BEGIN' ? at : at + 1
  const label = tokens[last + 1]
  return label?.kind === 'word' || label?.kind === 'name' ? last + 1 : last
}

/** Whether a word may be a keyword: not a part of `a.end`. */
function isKeyword(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && tokens[at - 1]?.text !== '.' && tokens[at + 1]?.text !== '.'
}

function isLabel(tokens: readonly Token[], at: number): boolean {
  const named = tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name'
  return named && tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.text === ':'
}

function second(): RefusedStatement {
  return new RefusedStatement('a second statement behind the body of a program')
}
