import type { Token } from './lex-statement.js'

/** A table or view that a statement names together with its schema. */
export interface QualifiedTable {
  readonly schema: string
  readonly name: string
  /** Columns that a view reads from it; null for the parent of a foreign key. */
  readonly columns: readonly string[] | null
}

/** The parents of foreign keys that CREATE TABLE names with their schema. */
export function qualifiedParents(tokens: readonly Token[]): readonly QualifiedTable[] {
  return tokens.flatMap((token, at) => {
    const [schema, name] = token.kind === 'word' && token.text === 'REFERENCES' ? namesAt(tokens, at + 1) : []
    return schema === undefined || name === undefined ? [] : [{ schema, name, columns: null }]
  })
}

/**
 * The tables that a view reads and that its definition names with their schema. A server writes their columns as
 * schema, table and column, or as alias and column, however the view was typed.
 */
export function qualifiedSources(tokens: readonly Token[]): readonly QualifiedTable[] {
  const named = tokens.flatMap((_, at) => (continues(tokens, at) ? [] : [{ at, names: namesAt(tokens, at) }]))
  const sources = named.filter(({ at, names }) => names.length === 2 && isSource(tokens, at))
  const aliases = new Map<string, QualifiedTable[]>()
  const found: QualifiedTable[] = []
  for (const { at, names } of sources) {
    const [schema = '', name = ''] = names
    found.push({ schema, name, columns: [] })
    const alias = tokens[at + 3]
    if (alias?.kind === 'name')
      aliases.set(alias.text, [...(aliases.get(alias.text) ?? []), { schema, name, columns: [] }])
  }
  for (const { names } of named) {
    const [first = '', second = '', third] = names
    if (third !== undefined) found.push({ schema: first, name: second, columns: [third] })
    else if (names.length === 2) found.push(...(aliases.get(first) ?? []).map((one) => ({ ...one, columns: [second] })))
  }
  return found
}

/** Whether the token at `at` is not the first part of a name. */
function continues(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind !== 'name' || (isPoint(tokens[at - 1]) && tokens[at - 2]?.kind === 'name')
}

/** The parts of the name that begins at `at`, up to three. */
function namesAt(tokens: readonly Token[], at: number): readonly string[] {
  const names: string[] = []
  for (let next = at; names.length < 3 && tokens[next]?.kind === 'name'; next += 2) {
    names.push(tokens[next]?.text ?? '')
    if (!isPoint(tokens[next + 1])) break
  }
  return names
}

function isPoint(token: Token | undefined): boolean {
  return token?.kind === 'sign' && token.text === '.'
}

/** Whether a table is named here: after FROM or JOIN, possibly with parentheses between. */
function isSource(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (tokens[before]?.text === '(' && tokens[before]?.kind === 'sign') before -= 1
  const token = tokens[before]
  return token?.kind === 'word' && /^(?:FROM|JOIN|STRAIGHT_JOIN)$/.test(token.text)
}

/** Tables by schema and name, with all columns that any statement reads from them. */
export interface QualifiedTables {
  add(tables: readonly QualifiedTable[]): void
  all(): readonly QualifiedTable[]
}

// A shop's views name far fewer; the limit stops dumps made to fill the memory.
const most = 100_000

/** An empty collection. Names beyond 100,000 are ignored. */
export function createQualifiedTables(): QualifiedTables {
  const known = new Map<string, { readonly schema: string; readonly name: string; columns: Set<string> | null }>()
  let size = 0
  return {
    add: (tables) => {
      for (const { schema, name, columns } of tables) {
        const key = JSON.stringify([schema, name])
        const one = known.get(key) ?? { schema, name, columns: null }
        const before = one.columns?.size ?? 0
        if (size >= most) return
        known.set(key, one)
        if (columns === null) continue
        one.columns ??= new Set()
        for (const column of columns) one.columns.add(column)
        size += 1 + one.columns.size - before
      }
    },
    all: () =>
      [...known.values()].map(({ columns, ...one }) => ({ ...one, columns: columns === null ? null : [...columns] }))
  }
}
