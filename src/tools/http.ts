/** What a web address answered. */
export interface ProbeAnswer {
  /** HTTP status after redirects, or null where there was no answer. */
  readonly status: number | null
  /** The beginning of the page, at most 64 KiB. */
  readonly body: string
  /** Why there is no answer, in words, or null. */
  readonly failure: string | null
}

/** Asks for a page, past every cache. Never throws. */
export type Probe = (url: string, options: { readonly timeoutSeconds: number }) => Promise<ProbeAnswer>

const limit = 64 * 1024

/** {@link Probe} with the built-in fetch. */
export const probe: Probe = async (url, { timeoutSeconds }) => {
  try {
    const fresh = new URL(url)
    // A cached page would look fine long after the site behind it has failed.
    fresh.searchParams.set('probe', String(Date.now()))
    const signal = AbortSignal.timeout(timeoutSeconds * 1000)
    const response = await fetch(fresh, { headers: { 'cache-control': 'no-cache' }, signal })
    return { status: response.status, body: await beginning(response), failure: null }
  } catch (error) {
    return { status: null, body: '', failure: reason(error) }
  }
}

async function beginning(response: Response): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length >= limit) break
  }
  return text.slice(0, limit)
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}
