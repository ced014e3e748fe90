import type { ProxyAgent } from 'undici'
import { proxyOf } from './proxy-of.js'
import type { Environment } from '../process/child-environment.js'

/** The parts of an answer that our requests read. */
export type WebAnswer = Pick<Response, 'status' | 'headers' | 'body'>

/** The parts of fetch that our requests use. */
export type Fetch = (url: string | URL, init?: RequestInit) => Promise<WebAnswer>

/**
 * fetch that honours HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY of `environment`; plain http in absolute form,
 * https through CONNECT. The library is loaded when a proxy is first needed, since that takes a while. Node's own fetch
 * takes no proxy from the environment before Node 24, and there only for the whole process.
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
    // The library's own fetch: Node's fetch belongs to another release of it, which does not accept this one's agents.
    return undici.fetch(url, { ...(init as object), dispatcher: await agent })
  }
}

/** Neither this library nor Composer supports other kinds of proxy; curl and git do. */
function unusable(scheme: string): string {
  return `the environment names a proxy of the kind ${scheme}, and only HTTP proxies are supported: set HTTPS_PROXY and HTTP_PROXY to one, or name this host in NO_PROXY`
}

async function openAgent(proxy: string): Promise<ProxyAgent> {
  const { ProxyAgent } = await import(/* webpackChunkName: "proxy" */ 'undici')
  // An open connection would keep the process alive.
  return new ProxyAgent({ uri: proxy, proxyTunnel: false, keepAliveTimeout: 1, keepAliveMaxTimeout: 1 })
}
