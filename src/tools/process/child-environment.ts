import type { RunOptions } from './command.js'
import { UpgradeError } from '../../errors.js'
import { Secret } from '../../secrets/secret.js'

/** Environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

// Variables that a child needs to find programs, use proxies and trust the machine's certificates.
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
 * The environment of a child process: allow-listed variables of `parent` and those that the tool adds. Everything else
 * is left out, above all INPUT_*, ACTIONS_*, tokens and MAGENTO_CLOUD_*, which change what Composer and magento-cloud
 * do.
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

type MixedEnvironment = Readonly<Record<string, string | Secret>>

/** The variables that are not secrets, which every process around a command may have. */
export function withoutSecrets(env: MixedEnvironment): Record<string, string> {
  const open = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(open)
}

/**
 * The secret variables as lines `NAME=value`, each with its line end; '' for none. Throws UpgradeError `bad-secret` for
 * a value of several lines, which no credential in a variable has.
 */
export function secretLines(env: MixedEnvironment): string {
  return Object.entries(env)
    .flatMap(([name, value]) => (value instanceof Secret ? [`${name}=${oneLine(name, value.reveal())}\n`] : []))
    .join('')
}

function oneLine(name: string, value: string): string {
  if (!/[\n\0]/.test(value)) return value
  throw new UpgradeError('bad-secret', {
    message: `The value for ${name} contains a line break.`,
    next: 'Set it to a single line, without quotes around it.'
  })
}
