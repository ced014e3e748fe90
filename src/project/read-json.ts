import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import { UpgradeError } from '../errors.js'

/** Parses a JSON file of the project; throws UpgradeError `preflight-failed` that names the file and the line. */
export function readJson<T>(file: string, text: string, schema: z.ZodType<T>): T {
  if (text.startsWith('\uFEFF')) throw withMark(file)
  const value = parsed(text)
  if (value === undefined) throw whatIsBroken(file, text)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const where = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw unusable(`${file} has an unexpected shape: ${where.slice(0, 3).join('; ')}.`, `Correct ${file}.`)
}

/**
 * The value of a JSON text, or undefined if it is invalid: Node's own parser is ten times as fast as one with
 * positions.
 */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function withMark(file: string): UpgradeError {
  return unusable(
    `${file} starts with a byte order mark (BOM), which Composer refuses.`,
    `Save ${file} as UTF-8 without BOM and commit it.`
  )
}

function whatIsBroken(file: string, text: string): UpgradeError {
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text)
  if (conflict) return broken(file, text, conflict.index, 'contains the markers of an unfinished merge')
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  const [error] = errors
  const reason = error ? ` (${printParseErrorCode(error.error)})` : ''
  return broken(file, text, error?.offset ?? 0, `is not valid JSON${reason}`)
}

/** The error for a project file that an upgrade cannot start from. */
export function unusable(message: string, next: string): UpgradeError {
  return new UpgradeError('preflight-failed', { message, next })
}

function broken(file: string, text: string, offset: number, what: string): UpgradeError {
  const line = text.slice(0, offset).split('\n').length
  return unusable(`${file} ${what}, line ${line}.`, `Fix ${file} at line ${line} and commit it.`)
}
