import { UpgradeError, type ErrorCode } from '../../errors.js'
import type { CliRelease } from './cli-release.js'
import { childEnvironment, type Environment } from '../process/child-environment.js'
import { redactedLastLine } from '../../secrets/redact-evidence.js'
import type { CommandResult, RunCommand } from '../process/command.js'

/** What downloads need. */
export interface Download {
  readonly run: RunCommand
  readonly environment: Environment
}

const limits = ['--max-filesize', String(100 * 1024 * 1024), '--connect-timeout', '20', '--max-redirs', '5']

/**
 * Downloads the phar of a release into `file`, over https from end to end. Uses curl, which supports company proxies
 * and certificates and which magento-cloud needs anyway. Throws `retry-later` for a network or server out of order,
 * `preflight-failed` for an answer that will not change.
 */
export async function downloadPhar({ run, environment }: Download, release: CliRelease, file: string): Promise<void> {
  const protocols = release.url.startsWith('http:') ? '=http,https' : '=https'
  const how = ['--disable', '--silent', '--show-error', '--fail', '--location', '--proto', protocols, '--retry', '3']
  const result = await run(
    ['curl', ...how, ...limits, '--write-out', '%{http_code} %{content_type}', '--output', file, '--', release.url],
    { env: childEnvironment(environment, {}), timeoutSeconds: 300 }
  )
  const [, status = '000', type = ''] = /^(\d{3}) ?(.*)$/.exec(result.stdout.trim()) ?? []
  if (result.exitCode !== 0 || result.timedOut) throw judgeDownload(release, result, Number(status))
  if (type.startsWith('text/html'))
    throw pharError(
      'preflight-failed',
      release,
      'is a web page instead of the program.',
      'Check cli-url and the proxy.'
    )
}

/** An error about the phar, with its address but without the query, which may be signed. */
export function pharError(code: ErrorCode, { version, url }: CliRelease, what: string, next: string): UpgradeError {
  const { origin, pathname } = new URL(url)
  return new UpgradeError(code, {
    message: `The download of magento-cloud ${version} from ${origin}${pathname} ${what} It was neither run nor kept.`,
    next
  })
}

const certificate = [35, 51, 53, 58, 60, 77, 83, 90, 91]

function judgeDownload(
  release: CliRelease,
  { exitCode, stderr, timedOut }: CommandResult,
  status: number
): UpgradeError {
  const failed = (what: string, next: string): UpgradeError => pharError('preflight-failed', release, what, next)
  const later = (what: string): UpgradeError =>
    pharError('retry-later', release, what, 'Run again later, or set cli-url to a mirror.')
  if (timedOut) return later('did not end in time.')
  if (exitCode === 130 || exitCode === 143) return pharError('interrupted', release, 'was stopped.', 'Run again.')
  if (exitCode === 127) return failed('needs curl, which is missing.', 'Install curl, e.g. apt-get install curl.')
  if (exitCode === 22)
    return status === 429 || status >= 500
      ? later(`failed (HTTP ${status}).`)
      : failed(`failed (HTTP ${status}).`, 'Check cli-version and cli-url.')
  if (exitCode === 1)
    return failed('is redirected to an address that is not https.', 'Set cli-url to the final https address.')
  if (exitCode === 63) return failed('is larger than 100 MiB.', 'Check cli-url.')
  if (certificate.includes(exitCode))
    return failed(`failed: ${redactedLastLine(stderr).slice(0, 300)}`, 'Set SSL_CERT_FILE.')
  return later(`failed: ${redactedLastLine(stderr).slice(0, 300)}`)
}
