import { deniedWords } from './allowed-table.js'
import type { Token } from './lex-statement.js'
import { RefusedStatement, kindOf } from './refused-statement.js'
import type { Session } from './session.js'
import { definerShape, shapeOf } from './shape.js'

const beginning = String.raw`^CREATE (?:ALGORITHM = \w+ )?${definerShape}(?:SQL SECURITY \w+ )?VIEW \``
const head = new RegExp(`${beginning} (?:\\( \`(?: , \`)* \\) )?AS (?:\\( )*(?:SELECT|WITH|VALUES)\\b`)

/** The beginning of a view's statement, as a shape. */
export const viewShape = new RegExp(beginning)

/** Checks the definition of a view, the stand-in before its tables exist or the final one; returns its name. */
export function allowView(tokens: readonly Token[], session: Session): string {
  if (!head.test(shapeOf(tokens.slice(0, 4000)))) throw new RefusedStatement('CREATE VIEW in an unknown form')
  const view = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'VIEW')
  const body = tokens.slice(view + 2)
  const denied = body.find(({ kind, text }) => kind === 'word' && deniedWords.has(text))
  if (denied !== undefined) throw new RefusedStatement(`CREATE VIEW with ${kindOf([denied.text])}`)
  if (body.some(({ kind, text }) => kind === 'variable' || kind === 'setting' || text === ';'))
    throw new RefusedStatement('CREATE VIEW with a variable or another statement')
  const name = tokens[view + 1]?.text ?? ''
  session.closed.add(name.toLowerCase())
  return name
}
