import data from '../../data/cli-releases.json' with { type: 'json' }
import { badOption, type Problem } from '../../errors.js'

/** One release of `magento-cloud`, as it is downloaded. */
export interface CliRelease {
  readonly version: string
  /** Of the phar: 64 lower-case hex digits. */
  readonly sha256: string
  /** https, or http on loopback; without credentials. */
  readonly url: string
}

/** The options that name a release, as they were given. */
export interface GivenCli {
  readonly version: string
  readonly sha256: string
  readonly url: string
}

/** The release to install, null if none was asked for, and all problems with the options. */
export function cliRelease(given: GivenCli): { readonly release: CliRelease | null; readonly problems: Problem[] } {
  const version = given.version.trim()
  const sha256 = (given.sha256.trim() || knownSum(version)).toLowerCase()
  const url = (given.url.trim() || data.url).replaceAll('{version}', version)
  const problems =
    version === '' ? withoutVersion(given) : [...ofVersion(version), ...ofSum(version, sha256), ...ofUrl(url)]
  return { release: version === '' || problems.length > 0 ? null : { version, sha256, url }, problems }
}

function knownSum(version: string): string {
  return data.releases.find((release) => release.version === version)?.sha256 ?? ''
}

function withoutVersion({ sha256, url }: GivenCli): Problem[] {
  const given = Object.entries({ 'cli-sha256': sha256, 'cli-url': url }).filter(([, value]) => value.trim() !== '')
  return given.map(([name]) =>
    badOption(name, 'has no effect without cli-version.', 'Set cli-version as well, e.g. 1.47.0.')
  )
}

function ofVersion(version: string): Problem[] {
  // The version becomes part of a path.
  return /^\d+\.\d+\.\d+(-[A-Za-z\d]+)?$/.test(version)
    ? []
    : [badOption('cli-version', `is ${version}.`, 'Write cli-version in full, e.g. 1.47.0.')]
}

function ofSum(version: string, sha256: string): Problem[] {
  if (/^[\da-f]{64}$/.test(sha256)) return []
  const known = data.releases.map((release) => release.version).join(', ')
  return sha256 === ''
    ? [
        badOption(
          'cli-sha256',
          `is empty, and the checksum of magento-cloud ${version} is not built in.`,
          `Set cli-sha256 (sha256sum of a phar that you trust), or use a known cli-version: ${known}.`
        )
      ]
    : [
        badOption(
          'cli-sha256',
          'is not a SHA-256.',
          'Set cli-sha256 to 64 hexadecimal digits, as sha256sum prints them.'
        )
      ]
}

function ofUrl(text: string): Problem[] {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null) return [badOption('cli-url', 'is not an address.', 'Set cli-url to the https address of the phar.')]
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
    return [badOption('cli-url', 'is not https.', 'Set cli-url to an address that starts with https://.')]
  if (url.username !== '' || url.password !== '')
    return [
      badOption('cli-url', 'contains a user or password.', 'Use a mirror that needs none: the address is printed.')
    ]
  return []
}
