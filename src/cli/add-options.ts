import { InvalidArgumentError, Option, type Command } from 'commander'
import { optionGroups, optionTable, type Command as CommandName, type OptionDefinition } from '../options.js'

/** The options of a command that are flags: all but secrets, which are read from environment variables. */
export function flagsOf(command: CommandName): readonly (readonly [string, OptionDefinition])[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  return rows.filter(([, row]) => row.commands.includes(command) && !row.secret)
}

/** Adds the flags to `command`. Defaults are set by the library, not here. */
export function addOptions(command: Command, name: CommandName): void {
  for (const [flag, row] of flagsOf(name)) {
    const description = `${row.description} ${row.default === '' ? '' : `(default: ${String(row.default)})`}`.trim()
    if (row.type === 'boolean') {
      const [on, off] = [new Option(`--${flag}`, description), new Option(`--no-${flag}`, `not: ${row.description}`)]
      // The help shows the form that changes the default.
      if (row.default === true) on.hideHelp()
      else off.hideHelp()
      for (const option of [on, off]) command.addOption(option.helpGroup(`${optionGroups[row.group]}:`))
      continue
    }
    const option = new Option(
      `--${flag} <${row.list ? 'path...' : row.type === 'number' ? 'number' : 'value'}>`,
      description
    )
    if (row.list) option.argParser(addLine)
    if (row.choices) option.choices([...row.choices])
    if (row.type === 'number') option.argParser(parseNumber)
    command.addOption(option.helpGroup(`${optionGroups[row.group]}:`))
  }
}

// The library takes one text with one value per line, as inputs do.
function addLine(value: string, before: string | undefined): string {
  return before === undefined ? value : `${before}\n${value}`
}

function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('This is not a number.')
  return value
}
