import * as core from '@actions/core'
import { badInput, type Problem } from '../errors.js'
import { camelCase, type GivenOptions } from '../run/normalize-options.js'
import { maskSecrets } from './mask-secrets.js'
import { optionTable, type Command, type OptionDefinition } from '../options.js'

/** Reads the inputs of a command; secrets are masked before anything else. Throws one `bad-input` for all mistakes. */
export function readInputs(command: Command): GivenOptions {
  const rows = Object.entries(optionTable) as [string, OptionDefinition][]
  const mine = rows.filter(([, row]) => row.commands.includes(command))
  maskSecrets(command)
  const problems: Problem[] = []
  const values = mine.flatMap(([name, row]) => {
    const text = core.getInput(name)
    if (text === '') return []
    const value = parse(row, text)
    if (value === null) problems.push(badInputValue(name, row, text))
    return [[camelCase(name), value]]
  })
  if (problems.length > 0) throw badInput(problems)
  return Object.fromEntries(values) as GivenOptions
}

function parse(row: OptionDefinition, text: string): string | number | boolean | null {
  if (row.type === 'boolean') return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null
  if (row.type === 'number') return Number.isFinite(Number(text)) ? Number(text) : null
  return text
}

function badInputValue(name: string, row: OptionDefinition, text: string): Problem {
  const fix = row.type === 'boolean' ? 'Use true or false.' : 'Use a number.'
  return { id: 'bad-input', severity: 'error', message: `The input ${name} is ${text}.`, fix }
}
