import { failureWords } from '../../project/failure-words.js'
import { decoded, withoutCredentials } from '../../secrets/url-credentials.js'
import type { Fetch, WebAnswer } from './proxied-fetch.js'

/** What a web address answered. */
export interface ProbeAnswer {
  /** HTTP status after redirects, or null without an answer. */
  readonly status: number | null
  /** The beginning of the page, at most 64 KiB. */
  readonly body: string
  /** Why there is no answer, in words, or null. */
  readonly failure: string | null
}

/** Requests a page, bypassing caches. Never throws. */
export type Probe = (url: string, options: { readonly timeoutSeconds: number }) => Promise<ProbeAnswer>

const limit = 64 * 1024

/** {@link Probe} by `fetch`. Credentials in the address are sent as HTTP basic authentication, only to its own host. */
export function createProbe(fetch: Fetch): Probe {
  return (url, options) => ask(fetch, url, options)
}

async function ask(fetch: Fetch, url: string, { timeoutSeconds }: { timeoutSeconds: number }): Promise<ProbeAnswer> {
  try {
    const fresh = new URL(withoutCredentials(url))
    // A cached page may look fine long after its site has failed.
    fresh.searchParams.set('probe', String(Date.now()))
    const signal = AbortSignal.timeout(timeoutSeconds * 1000)
    const headers = { 'cache-control': 'no-cache', ...authorization(new URL(url)) }
    const response = await fetch(fresh, { headers, signal })
    return { status: response.status, body: await beginning(response), failure: null }
  } catch (error) {
    return { status: null, body: '', failure: failureWords(error) }
  }
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {}
  const pair = `${decoded(username)}:${decoded(password)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

async function beginning(response: WebAnswer): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length >= limit) break
  }
  return text.slice(0, limit)
}
