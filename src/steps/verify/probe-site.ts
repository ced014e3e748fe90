import type { Problem } from '../../errors.js'
import { compareVersions } from '../../project/product-version.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Clock } from '../../tools/clock.js'
import type { Probe, ProbeAnswer } from '../../tools/http/http.js'
import { withoutCredentials } from '../../secrets/url-credentials.js'

/** One address of the site and its answer. */
interface PageAnswer {
  readonly url: string
  readonly answer: ProbeAnswer
}

/** Answers of the site: its first page and, if that succeeds, its endpoints. */
export interface SiteAnswer {
  readonly storefront: PageAnswer
  readonly endpoints: readonly PageAnswer[]
}

/** Probes the storefront, then `/graphql` and `/rest`: they can be broken while pages still come from a cache. */
export async function probeSite(probe: Probe, clock: Clock, url: string, version: string): Promise<SiteAnswer> {
  const ask = async (page: string): Promise<PageAnswer> => ({
    url: withoutCredentials(page),
    answer: await probePage(probe, clock, page)
  })
  const storefront = await ask(url)
  if (isFailing(storefront.answer)) return { storefront, endpoints: [] }
  return { storefront, endpoints: await Promise.all(endpointsOf(url, version).map(ask)) }
}

/** Problems shown by the answers. */
export function judgeSite({ storefront, endpoints }: SiteAnswer): readonly Problem[] {
  return [...judgeStorefront(storefront), ...endpoints.flatMap(judgeEndpoint)]
}

// Both are public unless the shop's owner closed them.
function endpointsOf(url: string, version: string): readonly string[] {
  const graphql = compareVersions(version, '2.3.0') >= 0 ? ['/graphql?query=%7B__typename%7D'] : []
  return [...graphql, '/rest/V1/store/storeConfigs'].map((path) => new URL(path, url).href)
}

function judgeStorefront({ url, answer }: PageAnswer): readonly Problem[] {
  const { status } = answer
  if (status !== null && status < 400) return []
  if (isFailing(answer)) {
    const fix =
      'On the server (magento-cloud ssh): tail -n 50 var/log/exception.log, and the newest file in var/report. If only this machine cannot reach the site, set storefront-url: off.'
    return [{ id: 'storefront-failing', severity: 'error', message: saying(url, answer), fix }]
  }
  const fix = 'Set storefront-url to a public address, or to off.'
  return [{ id: 'storefront-refused', severity: 'warning', message: saying(url, answer), fix }]
}

function judgeEndpoint({ url, answer }: PageAnswer): readonly Problem[] {
  const { status } = answer
  if (isFailing(answer)) {
    const fix = 'See var/log/exception.log and the newest file in var/report on the server.'
    return [{ id: 'endpoint-failing', severity: 'error', message: saying(url, answer), fix }]
  }
  // A login page is an answer of the application, too.
  if (status === null || status < 400 || status === 401 || status === 403) return []
  const fix = 'Check the routes and the module behind it.'
  return [{ id: 'endpoint-missing', severity: 'warning', message: saying(url, answer), fix }]
}

function saying(url: string, { status, failure }: ProbeAnswer): string {
  const page = url.replace(/\?.*/, '')
  return status === null
    ? `${page} does not answer: ${failure === null ? 'no reason given' : redactEvidence(failure)}.`
    : `${page} answers with HTTP ${status}.`
}

const attempts = 4
const pauseSeconds = 5
const timeoutSeconds = 30

/** Requests a page until it succeeds, a few times at most: caches may still be cold. */
export async function probePage(probe: Probe, clock: Clock, url: string): Promise<ProbeAnswer> {
  let answer = await probe(url, { timeoutSeconds })
  for (let attempt = 1; attempt < attempts && isFailing(answer); attempt += 1) {
    await clock.pause(pauseSeconds)
    answer = await probe(url, { timeoutSeconds })
  }
  return answer
}

/** Whether an answer means that the application is broken: no answer, or HTTP 5xx. */
export function isFailing({ status }: ProbeAnswer): boolean {
  return status === null || status >= 500
}
