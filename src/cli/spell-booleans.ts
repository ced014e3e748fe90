import { optionTable, type OptionDefinition } from '../options.js'

const rows: readonly [string, OptionDefinition][] = Object.entries(optionTable)
const booleans = new Set(rows.filter(([, { type }]) => type === 'boolean').map(([name]) => name))

/** The command line with `--push=false` as `--no-push` and `--push=true` as `--push`, up to a `--`. */
export function spellBooleans(argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  return argv.map((word, index) => (end >= 0 && index >= end ? word : spelled(word)))
}

function spelled(word: string): string {
  const [, name = '', value = ''] = /^--([a-z-]+)=(true|false)$/i.exec(word) ?? []
  if (!booleans.has(name)) return word
  return value.toLowerCase() === 'true' ? `--${name}` : `--no-${name}`
}
