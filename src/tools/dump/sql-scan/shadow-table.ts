import { lexStatement, type Token } from './lex-statement.js'
import { RefusedStatement } from './refused-statement.js'

/**
 * A CREATE TABLE under another name, and the foreign keys that it lacks. Both as latin1 of their bytes, without a
 * delimiter.
 */
interface ShadowTable {
  readonly create: string
  /** Adds its foreign keys, whose names are in use while the replaced table exists; null if it has none. */
  readonly addForeignKeys: string | null
}

/**
 * Makes one from an allowed CREATE TABLE, as latin1 of its bytes. It is cut only between tokens, so that a name or text
 * can never become SQL. Throws RefusedStatement for another statement.
 */
export function shadowTable(statement: string, shadow: string): ShadowTable {
  const { tokens } = lexStatement(statement)
  const open = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === '(')
  const name = tokens[open - 1]
  const close = closing(tokens, open)
  if (name?.kind !== 'name' || close === undefined) throw new RefusedStatement('CREATE TABLE in an unknown form')
  const items = itemsIn(tokens.slice(open + 1, tokens.indexOf(close)))
  const said = (item: readonly Token[]): string => statement.slice(item[0]?.from, item.at(-1)?.to)
  const keys = items.filter(isForeignKey).map((item) => `ADD ${said(item)}`)
  const kept = items.filter((item) => !isForeignKey(item)).map(said)
  return {
    create: `CREATE TABLE \`${shadow}\` (${kept.join(', ')}${statement.slice(close.from)}`,
    addForeignKeys: keys.length === 0 ? null : `ALTER TABLE ${name.raw} ${keys.join(', ')}`
  }
}

function depthOf(depth: number, { kind, text }: Token): number {
  return kind !== 'sign' ? depth : text === '(' ? depth + 1 : text === ')' ? depth - 1 : depth
}

function closing(tokens: readonly Token[], open: number): Token | undefined {
  let depth = 0
  return tokens.slice(open).find((token) => (depth = depthOf(depth, token)) === 0)
}

/** Columns, keys and constraints: the comma-separated parts of a table. */
function itemsIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const items: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    depth = depthOf(depth, token)
    if (depth === 0 && token.kind === 'sign' && token.text === ',') items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}

function isForeignKey(item: readonly Token[]): boolean {
  const words = item.slice(0, 3).map(({ kind, text }) => (kind === 'word' ? text : ''))
  return words[0] === 'FOREIGN' || (words[0] === 'CONSTRAINT' && words[2] === 'FOREIGN')
}
