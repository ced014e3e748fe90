import { camelCase, type GivenOptions } from './normalize-options.js'
import { optionTable, type OptionDefinition } from '../options.js'
import { urlCredentials } from '../secrets/url-credentials.js'
import { Secret } from '../secrets/secret.js'

type Environment = Readonly<Record<string, string | undefined>>

/** The values of the secret options and COMPOSER_AUTH; of a value that is JSON, also each value in it. */
export function optionSecrets(given: GivenOptions | null | undefined, environment: Environment): Secret[] {
  const rows: [string, OptionDefinition][] = Object.entries(optionTable)
  const values = rows
    .filter(([, row]) => row.secret)
    .map(([name]) => (given as Record<string, unknown> | null | undefined)?.[camelCase(name)])
  const texts = [...values, environment['COMPOSER_AUTH']].map((value) =>
    value instanceof Secret ? value.reveal() : value
  )
  return texts.flatMap((text) => (typeof text === 'string' ? secretLeaves(text) : []))
}

/** Credentials in addresses: those of a storefront, a proxy, a git configuration; `texts` may be anything. */
export function addressSecrets(texts: readonly unknown[]): Secret[] {
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => urlCredentials(text))
    .map((value) => new Secret(value))
}

/** Each value in a JSON secret counts as a secret, since those leak. */
export function secretLeaves(text: string): readonly Secret[] {
  const found = [text.trim()]
  try {
    JSON.parse(text, (key, value: unknown) => {
      if (typeof value === 'string' && key !== 'username') found.push(value)
      return value
    })
  } catch {
    // Not JSON: the text itself is the secret.
  }
  return found.filter((value) => value !== '').map((value) => new Secret(value))
}

/** All secrets known before a run has begun: from `environment`, and the addresses among `texts`. */
export function surroundingSecrets(environment: Environment, texts: readonly string[] = []): readonly Secret[] {
  return [
    ...secretLeaves(environment['COMPOSER_AUTH'] ?? ''),
    ...addressSecrets([...Object.values(environment), ...texts])
  ]
}
