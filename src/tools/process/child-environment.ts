import type { RunOptions } from './command.js'

/** Environment variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>

// What a child needs to find programs, reach the network through proxies and trust the machine's certificates.
const allowed = [
  'PATH',
  'TMPDIR',
  'LANG',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'CURL_CA_BUNDLE',
  'GIT_SSL_CAINFO',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy'
]

/**
 * The environment of a child process: an allow-list of `parent` and what the tool adds. Everything else stays
 * out, above all INPUT_*, ACTIONS_*, tokens and MAGENTO_CLOUD_*, which change what Composer and magento-cloud do.
 */
export function childEnvironment(
  parent: Environment,
  extra: RunOptions['env'],
  names: readonly string[] = []
): RunOptions['env'] {
  const inherited = [...allowed, ...names].flatMap((name) => {
    const value = parent[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(inherited), ...extra }
}
