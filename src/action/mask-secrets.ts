import * as core from '@actions/core'
import { optionTable, type Command, type OptionDefinition } from '../options.js'
import { Secret } from '../secrets/secret.js'

/**
 * Masks every secret input of a command: as a whole, each line, and each value of a JSON text; returns what was masked.
 */
export function maskSecrets(command: Command): readonly Secret[] {
  const rows = Object.entries(optionTable) as [string, OptionDefinition][]
  const mine = rows.filter(([, row]) => row.commands.includes(command) && row.secret)
  const values = mine.map(([name]) => core.getInput(name)).flatMap(partsOf)
  const masked = [...new Set(values)].filter((value) => value.length >= 6)
  for (const value of masked) core.setSecret(value)
  return masked.map((value) => new Secret(value))
}

/** A secret, each line of a key, and each value of a JSON text, since those appear in logs. */
function partsOf(text: string): string[] {
  return [text, ...text.split('\n'), ...leaves(text)].map((value) => value.trim())
}

function leaves(text: string): string[] {
  const found: string[] = []
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'username') found.push(value)
      return value
    })
  } catch {
    // Not JSON: the whole text is masked already.
  }
  return found
}
