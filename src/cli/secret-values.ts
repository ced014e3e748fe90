import { optionTable, type OptionDefinition } from '../options.js'
import { createRedact } from '../secrets/redact.js'
import { secretLeaves, surroundingSecrets } from '../run/known-secrets.js'
import type { Secret } from '../secrets/secret.js'
import { secretVariable } from './help-texts.js'

/** Every secret in the environment of this process for any command, and those in the given addresses. */
export function secretValues(): readonly Secret[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const names = rows.filter(([, row]) => row.secret).map(([name]) => secretVariable(name))
  const values = names.flatMap((name) => secretLeaves(process.env[name] ?? ''))
  return [...values, ...surroundingSecrets(process.env, process.argv)]
}

/** Redacts them in a text. */
export function redactSecrets(): (text: string) => string {
  return createRedact(secretValues())
}
