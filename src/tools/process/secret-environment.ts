import { UpgradeError } from '../../errors.js'
import { Secret } from '../../secrets/secret.js'

type Environment = Readonly<Record<string, string | Secret>>

/** The variables that are no secrets: what every process around a command may have. */
export function withoutSecrets(env: Environment): Record<string, string> {
  const open = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(open)
}

/**
 * The secret variables as lines `NAME=value`, each with its line end; '' for none. Throws UpgradeError `bad-secret` for
 * a value of several lines, which no credential in a variable has.
 */
export function secretLines(env: Environment): string {
  return Object.entries(env)
    .flatMap(([name, value]) => (value instanceof Secret ? [`${name}=${oneLine(name, value.reveal())}\n`] : []))
    .join('')
}

function oneLine(name: string, value: string): string {
  if (!/[\n\0]/.test(value)) return value
  throw new UpgradeError('bad-secret', {
    message: `The value for ${name} has a line break in it.`,
    next: 'Give it as one line, without quotes around it.'
  })
}
