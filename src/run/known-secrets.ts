import { camelCase, type GivenOptions } from './normalize-options.js'
import { optionTable, type OptionDefinition } from '../options.js'
import { urlCredentials } from '../secrets/url-credentials.js'
import { Secret } from '../secrets/secret.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What the secret options and COMPOSER_AUTH hold; where that is JSON, each of its values as well. */
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

/** Credentials in addresses: those of a storefront, a proxy, a git configuration; `texts` may hold anything. */
export function addressSecrets(texts: readonly unknown[]): Secret[] {
  return texts
    .filter((text) => typeof text === 'string')
    .flatMap((text) => urlCredentials(text))
    .map((value) => new Secret(value))
}

/** A secret that is JSON counts with each of its values: those are what leaks. */
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

/** All that can be secret before a run has begun: what `environment` holds, and the addresses among `texts`. */
export function surroundingSecrets(environment: Environment, texts: readonly string[] = []): readonly Secret[] {
  return [
    ...secretLeaves(environment['COMPOSER_AUTH'] ?? ''),
    ...addressSecrets([...Object.values(environment), ...texts])
  ]
}
