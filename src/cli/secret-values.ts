import { optionTable, type OptionDefinition } from '../options.js'
import { createRedact } from '../redact.js'
import { Secret } from '../secret.js'
import { secretVariable } from './help-texts.js'

/** Every secret that the environment of this process holds for any command. */
export function secretValues(): readonly Secret[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const names = rows.filter(([, row]) => row.secret).map(([name]) => secretVariable(name))
  const values = [...names, 'COMPOSER_AUTH'].map((name) => process.env[name] ?? '')
  return values.filter((value) => value !== '').map((value) => new Secret(value))
}

/** Takes them out of a text. */
export function redactSecrets(): (text: string) => string {
  return createRedact(secretValues())
}
