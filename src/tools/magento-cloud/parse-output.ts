import { UpgradeError } from '../../errors.js'
import type { SshHost } from '../ssh.js'

/** The error for an answer that the platform's API does not give in good health. */
export function unexpectedAnswer(what: string): UpgradeError {
  return new UpgradeError('retry-later', {
    message: `The platform's API answered with ${what}.`,
    unchanged: 'The environment is as it was.',
    next: 'Run again later.'
  })
}

/** The JSON value in `text`; throws `retry-later` for a cut-off answer or the HTML page of a gateway. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unexpectedAnswer(text.trim() === '' ? 'nothing' : 'something that is not JSON')
  }
}

/** The logins in the output of `environment:ssh --pipe --all`, each once; throws `retry-later` where there is none. */
export function parseHosts(text: string): readonly SshHost[] {
  const hosts = [...new Set(text.split(/\s+/).filter((word) => /^[\w.-]+@[\w.-]+$/.test(word)))]
  if (hosts.length === 0) throw unexpectedAnswer('no SSH login')
  return hosts
}

/** The address in the output of `environment:url --primary --pipe`, or null. */
export function parseUrl(text: string): string | null {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? null
}
