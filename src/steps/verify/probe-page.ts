import type { Clock } from '../../tools/clock.js'
import type { Probe, ProbeAnswer } from '../../tools/http/http.js'

const attempts = 4
const pauseSeconds = 5
const timeoutSeconds = 30

/** Asks for a page until it does not fail any more, a few times at most: caches may still be cold. */
export async function probePage(probe: Probe, clock: Clock, url: string): Promise<ProbeAnswer> {
  let answer = await probe(url, { timeoutSeconds })
  for (let attempt = 1; attempt < attempts && isFailing(answer); attempt += 1) {
    await clock.pause(pauseSeconds)
    answer = await probe(url, { timeoutSeconds })
  }
  return answer
}

/** Whether an answer means that the application is broken: none at all, or HTTP 5xx. */
export function isFailing({ status }: ProbeAnswer): boolean {
  return status === null || status >= 500
}
