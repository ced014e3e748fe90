import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import { UpgradeError } from '../errors.js'

/** Parses a JSON file of the project; throws UpgradeError `preflight-failed` that names the file and the line. */
export function readJson<T>(file: string, text: string, schema: z.ZodType<T>): T {
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text)
  if (conflict) throw broken(file, text, conflict.index, 'holds the markers of an unfinished merge')
  const errors: ParseError[] = []
  const value: unknown = parse(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true })
  const [error] = errors
  if (error) throw broken(file, text, error.offset, `is not valid JSON (${printParseErrorCode(error.error)})`)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const where = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw unusable(`${file} has an unexpected shape: ${where.slice(0, 3).join('; ')}.`, `Correct ${file}.`)
}

/** The error for a project file that an upgrade cannot start from. */
export function unusable(message: string, next: string): UpgradeError {
  return new UpgradeError('preflight-failed', { message, unchanged: 'Nothing was changed.', next })
}

function broken(file: string, text: string, offset: number, what: string): UpgradeError {
  const line = text.slice(0, offset).split('\n').length
  return unusable(`${file} ${what}, line ${line}.`, `Mend ${file} at line ${line} and commit it.`)
}
