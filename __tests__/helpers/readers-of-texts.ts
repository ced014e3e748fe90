import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

// Commands, entry points and what puts a report into words get values that were read before.
const rooms = ['project', 'secrets', 'steps', 'tools', 'run']
const pure = ['node:path', 'node:crypto', 'node:util', 'node:buffer']
const foreign = /^(?:readonly )?(?:string(?:\[\])?(?: \| null)?|Uint8Array|Buffer)$/

/**
 * The modules of `src/` that read texts and do nothing else, by their paths without `src/` and `.ts`: one of their
 * exported functions takes a text, and they use no tool and nothing of Node that does input or output.
 */
export function readersOfTexts(): readonly string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && rooms.includes(file.split('/')[0] ?? '')
  )
  return files.filter(readsTexts).map((file) => file.slice(0, -3))
}

function readsTexts(file: string): boolean {
  const path = join('src', file)
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  return statements.some(takesText) && !statements.some(doesMore)
}

function takesText(statement: ts.Statement): boolean {
  if (!ts.isFunctionDeclaration(statement)) return false
  const kinds = statement.modifiers?.map(({ kind }) => kind) ?? []
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.AsyncKeyword)) return false
  return statement.parameters.some(({ type }) => foreign.test(type?.getText() ?? ''))
}

function doesMore(statement: ts.Statement): boolean {
  if (!ts.isImportDeclaration(statement) || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    return false
  const bindings = statement.importClause?.namedBindings
  if (bindings && ts.isNamedImports(bindings) && bindings.elements.every(({ isTypeOnly }) => isTypeOnly)) return false
  const from = (statement.moduleSpecifier as ts.StringLiteral).text
  return (from.startsWith('node:') && !pure.includes(from)) || from.includes('tools/')
}
