import { packagesUrl } from '../../project/composer-repositories.js'
import { failureWords } from '../../project/failure-words.js'
import type { Clock } from '../clock.js'
import type { Fetch, WebAnswer } from '../http/proxied-fetch.js'

/** What a Composer repository answered. */
export interface RepositoryAnswer {
  /** HTTP status of packages.json, or null if the repository did not answer. */
  readonly status: number | null
  /** Why the answer is unusable, in words, or null: no connection, a web page, a truncated answer. */
  readonly failure: string | null
  /** Seconds that the repository asks to wait (Retry-After), or null. */
  readonly retryAfterSeconds: number | null
}

/** What a probe needs. */
export interface RepositoryProbe {
  readonly fetch: Fetch
  readonly clock: Clock
  /** Seconds without a byte after which a repository counts as stalled. */
  readonly idleSeconds?: number
}

const attempts = 3
const longestPause = 60

/**
 * Asks a Composer repository only for its index, with these headers; an overloaded one (429, 5xx) up to three times,
 * after the time that it asks for. Redirects are not followed: the headers are for this host. Never throws.
 */
export async function probeRepository(
  tools: RepositoryProbe,
  url: string,
  headers: Readonly<Record<string, string>>
): Promise<RepositoryAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await askOnce(tools, url, headers)
    const pause = pauseBefore(answer, attempt)
    if (pause === null) return answer
    await tools.clock.pause(pause)
  }
}

function pauseBefore({ status, retryAfterSeconds }: RepositoryAnswer, attempt: number): number | null {
  const overloaded = status === 429 || (status !== null && status >= 500)
  const pause = Math.max(retryAfterSeconds ?? 0, 2 * attempt)
  return overloaded && attempt < attempts && pause <= longestPause ? pause : null
}

/** One request to a repository; see {@link probeRepository}. */
export async function askOnce(
  { fetch, idleSeconds = 30 }: RepositoryProbe,
  url: string,
  headers: Readonly<Record<string, string>>
): Promise<RepositoryAnswer> {
  const stalled = new AbortController()
  const timer = setTimeout(() => {
    stalled.abort(new Error(`it sent nothing for ${idleSeconds} seconds`))
  }, idleSeconds * 1000)
  try {
    const response = await fetch(packagesUrl(url), { headers, redirect: 'manual', signal: stalled.signal })
    const { status } = response
    const failure = await judgeBody(response, () => timer.refresh())
    return { status, failure, retryAfterSeconds: retryAfter(response.headers) }
  } catch (error) {
    const reason = stalled.signal.aborted ? (stalled.signal.reason as unknown) : error
    return { status: null, failure: failureWords(reason), retryAfterSeconds: null }
  } finally {
    clearTimeout(timer)
  }
}

/** Reads a body to its end, since it may be truncated, but checks only its first character: indexes may be large. */
async function judgeBody(response: WebAnswer, alive: () => void): Promise<string | null> {
  if (response.status !== 200) {
    await response.body?.cancel()
    return null
  }
  let first = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    alive()
    if (first === '')
      first = decoder
        .decode(chunk as Uint8Array, { stream: true })
        .trimStart()
        .slice(0, 1)
  }
  return first === '{' ? null : 'it does not send a list of packages, but for example the page of a proxy or login'
}

function retryAfter(headers: Headers): number | null {
  const asked = headers.get('retry-after') ?? ''
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  const until = Date.parse(asked) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil(until / 1000))
}
