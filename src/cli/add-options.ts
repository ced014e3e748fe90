import { InvalidArgumentError, Option, type Command } from 'commander'
import { optionGroups, optionTable, type Command as CommandName, type OptionDefinition } from '../options.js'

/** The rows of the option table that a command has as flags: all but secrets, which come by environment variables. */
export function flagsOf(command: CommandName): readonly (readonly [string, OptionDefinition])[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  return rows.filter(([, row]) => row.commands.includes(command) && !row.secret)
}

/** Gives `command` its flags. No default is set here: the library knows them. */
export function addOptions(command: Command, name: CommandName): void {
  for (const [flag, row] of flagsOf(name)) {
    const description = `${row.description} ${row.default === '' ? '' : `(default: ${String(row.default)})`}`.trim()
    if (row.type === 'boolean') {
      const [on, off] = [new Option(`--${flag}`, description), new Option(`--no-${flag}`, `not: ${row.description}`)]
      // The help shows the one that changes something.
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

// The library takes one text with a value a line, as an input has it.
function addLine(value: string, before: string | undefined): string {
  return before === undefined ? value : `${before}\n${value}`
}

function parseNumber(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('This is not a number.')
  return value
}
