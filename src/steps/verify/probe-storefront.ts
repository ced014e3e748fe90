import type { Problem } from '../../errors.js'
import type { Clock } from '../../tools/clock.js'
import type { Probe, ProbeAnswer } from '../../tools/http.js'

const attempts = 4
const pauseSeconds = 5
const timeoutSeconds = 30

/** Asks for the first page until it does not fail any more, a few times at most: caches may still be cold. */
export async function probeStorefront(probe: Probe, clock: Clock, url: string): Promise<ProbeAnswer> {
  let answer = await probe(url, { timeoutSeconds })
  for (let attempt = 1; attempt < attempts && isFailing(answer); attempt += 1) {
    await clock.pause(pauseSeconds)
    answer = await probe(url, { timeoutSeconds })
  }
  return answer
}

/** What the answer of the storefront means. */
export function judgeStorefront(url: string, answer: ProbeAnswer): readonly Problem[] {
  const { status, failure } = answer
  if (status !== null && status < 400) return []
  const message =
    status === null ? `${url} does not answer: ${failure ?? 'no reason given'}.` : `${url} answers with HTTP ${status}.`
  if (isFailing(answer)) {
    const fix = 'Look at the site; set storefront-url: off where this machine cannot reach it.'
    return [{ id: 'storefront-failing', severity: 'error', message, fix }]
  }
  const fix = 'Set storefront-url to an address that everybody may see, or off.'
  return [{ id: 'storefront-refused', severity: 'warning', message, fix }]
}

function isFailing({ status }: ProbeAnswer): boolean {
  return status === null || status >= 500
}
