import { BlockList, isIP } from 'node:net'

/** Environment variables of a process. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * The proxy for an address, or null, by the rules of curl (its manual, ENVIRONMENT, 8.x): `http_proxy`, `https_proxy`,
 * else `all_proxy`, the lower-case name first, and `no_proxy` with `*`, names that also mean what lies below them,
 * addresses and networks. Requests to this machine also go through the proxy unless NO_PROXY names it. Unlike in curl,
 * upper-case HTTP_PROXY counts too, as it does for Composer.
 */
export function proxyOf(url: string, environment: Environment): string | null {
  const { protocol, hostname } = new URL(url)
  const names = protocol === 'https:' ? ['https_proxy', 'all_proxy'] : ['http_proxy', 'all_proxy']
  const proxy = names.map((name) => variable(environment, name)).find((value) => value !== '') ?? ''
  if (proxy === '' || isExempt(hostname, variable(environment, 'no_proxy'))) return null
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`
}

function variable(environment: Environment, name: string): string {
  return (environment[name] ?? environment[name.toUpperCase()] ?? '').trim()
}

function isExempt(hostname: string, noProxy: string): boolean {
  const host = bare(hostname)
  const entries = noProxy.split(/[\s,]+/).filter((entry) => entry !== '')
  return noProxy === '*' || entries.some((entry) => (isIP(host) ? covers(entry, host) : isBelow(host, entry)))
}

function isBelow(host: string, entry: string): boolean {
  const name = bare(entry).replace(/^\.+/, '')
  return name !== '' && (host === name || host.endsWith(`.${name}`))
}

/** Whether an address equals the entry, or is in its network (`10.0.0.0/8`). */
function covers(entry: string, address: string): boolean {
  const [network = '', bits] = bare(entry).split('/')
  const family = isIP(network)
  if (family === 0 || family !== isIP(address)) return false
  const width = family === 4 ? 32 : 128
  const prefix = bits === undefined ? width : Number(bits)
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > width) return false
  const list = new BlockList()
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  list.addSubnet(network, prefix, kind)
  return list.check(address, kind)
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\[([^\]]*)\]/, '$1')
    .replace(/\.$/, '')
}
