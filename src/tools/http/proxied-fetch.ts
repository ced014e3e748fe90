import type { ProxyAgent } from 'undici'
import { proxyOf } from './proxy-of.js'
import type { Environment } from '../process/child-environment.js'

/** What our own requests read of an answer. */
export type WebAnswer = Pick<Response, 'status' | 'headers' | 'body'>

/** What our own requests use of fetch. */
export type Fetch = (url: string | URL, init?: RequestInit) => Promise<WebAnswer>

/**
 * fetch that honours HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY of `environment`; plain http goes in absolute form,
 * https through CONNECT. The library for it is loaded when a proxy is first needed, since that takes a while: Node's own
 * fetch takes no proxy from the environment before Node 24, and there for the whole process alone.
 */
export function createFetch(environment: Environment): Fetch {
  const agents = new Map<string, Promise<ProxyAgent>>()
  return async (url, init) => {
    const proxy = proxyOf(String(url), environment)
    if (proxy === null) return fetch(url, init)
    const [, scheme = ''] = /^([a-z0-9+.-]*):/i.exec(proxy) ?? []
    if (!/^https?$/i.test(scheme)) throw new Error(unusable(scheme))
    const agent = agents.get(proxy) ?? openAgent(proxy)
    agents.set(proxy, agent)
    const undici = await import(/* webpackChunkName: "proxy" */ 'undici')
    // Its own fetch: that of Node belongs to another release of the same library, which takes no agent of this one.
    return undici.fetch(url, { ...(init as object), dispatcher: await agent })
  }
}

/** Neither this library nor Composer knows another kind; curl and git do, so that they work where we do not. */
function unusable(scheme: string): string {
  return `the environment names a proxy of the kind ${scheme}, and only HTTP proxies are supported: set HTTPS_PROXY and HTTP_PROXY to one, or name this host in NO_PROXY`
}

async function openAgent(proxy: string): Promise<ProxyAgent> {
  const { ProxyAgent } = await import(/* webpackChunkName: "proxy" */ 'undici')
  // A connection that is kept would keep the process from ending.
  return new ProxyAgent({ uri: proxy, proxyTunnel: false, keepAliveTimeout: 1, keepAliveMaxTimeout: 1 })
}
