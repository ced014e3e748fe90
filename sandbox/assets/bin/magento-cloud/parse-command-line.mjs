import { parseArgs } from 'node:util'
import { CliError } from './cli-error.mjs'

const flag = (short) => ({ type: 'boolean', ...(short && { short }) })
const text = (short) => ({ type: 'string', ...(short && { short }) })
const list = (short) => ({ type: 'string', multiple: true, ...(short && { short }) })

/** Options that each command has, and groups that several share. */
const everywhere = {
  project: text('p'),
  yes: flag('y'),
  no: flag('n'),
  'no-interaction': flag(),
  ansi: flag(),
  'no-ansi': flag()
}
export const groups = {
  environment: { environment: text('e') },
  app: { app: text('A') },
  wait: { wait: flag(), 'no-wait': flag('W') },
  table: { format: text(), columns: list('c'), 'no-header': flag(), 'date-fmt': text() },
  property: { property: text('P') }
}
export { flag, list, text }

/** `{options, positionals}`; throws what Symfony Console says of arguments it does not know. */
export function parseCommandLine(command, args) {
  const { options = {}, positionals: most = 0 } = command
  let parsed
  try {
    parsed = parseArgs({ args, options: { ...everywhere, ...options }, allowPositionals: true })
  } catch (error) {
    const unknown = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(-[^' ]+)/.exec(error.message)?.[1] : undefined
    const told = unknown === undefined ? error.message : `The "${unknown}" option does not exist.`
    throw new CliError(told, { type: 'RuntimeException' })
  }
  if (parsed.positionals.length > most) throw new CliError('Too many arguments.', { type: 'RuntimeException' })
  return { options: parsed.values, positionals: parsed.positionals }
}
