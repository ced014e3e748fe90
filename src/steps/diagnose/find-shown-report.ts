import { readNodeRoutes, routesCommand } from '../../tools/magento-cloud/primary-route.js'
import type { Probe } from '../../tools/http/http.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'

/** The id of the error report that one of the pages names, or null. */
export async function findShownReport(probe: Probe, urls: readonly string[]): Promise<string | null> {
  const pages = await Promise.all(urls.map((url) => probe(url, { timeoutSeconds: 30 })))
  return pages.flatMap(({ body }) => parseReportId(body) ?? [])[0] ?? null
}

/** The main address of the storefront, as configured on a node, or null. */
export async function askStorefront(ssh: Ssh, host: SshHost): Promise<string | null> {
  const { stdout } = await ssh.script(host, routesCommand, { timeoutSeconds: 60 })
  return readNodeRoutes(stdout)
}

/** The number on the error page of a shop, which is the name of a file in `var/report`; null for other pages. */
export function parseReportId(page: string): string | null {
  return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null
}
