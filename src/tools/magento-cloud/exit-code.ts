import { UpgradeError, type ErrorCode } from '../../errors.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import { readHttpAnswer, retryAfterSeconds } from './http-answer.js'
import type { CommandResult } from '../process/command.js'
import { judgeApplication, judgeCurl } from './judge-curl.js'

// If PHP lacks the curl extension, only the exception's class shows that a host is unknown.
const network =
  /cURL error (6|7|28|35|52|56)\b|curl: \((6|7|28|35|52|56)\)|Connection refused|timed out|\[ConnectException\]/i
// For an answer that is not JSON the HTTP status, even 200, becomes the exit code.
const notJson = /Unable to parse JSON|Non-JSON response body|Empty response body/i
// 1.47.0 hides curl's error message: only the header on stdout has the status.
const curlHttpError = 22
const certificate = /cURL error (58|60|77)\b|curl: \((58|60|77)\)|certificate verify failed/i

class NotFoundError extends UpgradeError {}

type MakeError = (code: ErrorCode, message: string, next: string, Kind?: typeof UpgradeError) => UpgradeError

/**
 * Why a call of `magento-cloud` failed, as an error that the user can act on. Exit codes alone are ambiguous: 1 is also
 * a refused token; 255 is ssh, any unhandled HTTP status or a crash of PHP.
 */
export function exitError(args: readonly string[], result: CommandResult, program = 'magento-cloud'): UpgradeError {
  const { exitCode, stderr } = result
  const command = `magento-cloud ${args[0] ?? ''}`
  const told = lastWords(result.stderr)
  const answer = args.includes('--include') ? readHttpAnswer(result.stdout) : null
  const asked = answer === null ? null : retryAfterSeconds(answer, new Date())
  const status = httpStatus(stderr) ?? (exitCode === curlHttpError ? (answer?.status ?? null) : null)
  const error: MakeError = (code, message, next, Kind = UpgradeError) =>
    new Kind(code, { message: `${command}: ${message}`, next, retryAfterSeconds: asked })

  if (result.timedOut) return error('retry-later', 'no answer in time.', 'Run again later.')
  const known = judgeCurl(args, result) ?? judgeApplication(stderr)
  if (known !== null) return error(known.code, known.message, known.next)
  if (exitCode === 130 || exitCode === 143) return error('interrupted', 'stopped.', 'Run again.')
  if (exitCode === 127) {
    return program === 'magento-cloud'
      ? error('preflight-failed', 'the program is missing.', 'Set cli-version to have it installed, or put it on PATH.')
      : error('preflight-failed', 'PHP, which it needs, is missing.', 'Install it, e.g. apt-get install php-cli.')
  }
  if (exitCode === 3 || /API token is invalid/i.test(stderr) || status === 401)
    return error('bad-secret', 'the API token is rejected.', 'Create a new API token for cloud-token.')
  if (/Specified project not found/i.test(stderr) || exitCode === 2)
    return error(
      'preflight-failed',
      'the project does not exist, or the token has no access to it.',
      'Check the option project.'
    )
  if (/Specified environment not found/i.test(stderr))
    return error('preflight-failed', 'the environment does not exist.', 'Check the option environment.')
  return judgeTransport({ exitCode, stderr, status }, told, error, asked === null ? '' : `, again in ${asked} s`)
}

/** Whether an error means HTTP 404. */
export function isNotFound(error: unknown): boolean {
  return error instanceof NotFoundError
}

function judgeTransport(
  { exitCode, stderr, status }: Pick<CommandResult, 'exitCode' | 'stderr'> & { readonly status: number | null },
  told: string,
  error: MakeError,
  again: string
): UpgradeError {
  if (exitCode === 6 || status === 403)
    return error('preflight-failed', 'the token has no right to do this.', 'Give its user access to the environment.')
  if (certificate.test(stderr))
    return error('preflight-failed', `the platform's certificate is not trusted: ${told}`, 'Set SSL_CERT_FILE.')
  if (notJson.test(stderr))
    return error('retry-later', "the platform's API did not answer with JSON.", 'Run again later.')
  if (exitCode === 5 || network.test(stderr))
    return error('retry-later', `the platform cannot be reached: ${told}`, 'Check the network, then run again.')
  if (status === 429 || (status !== null && status >= 500) || stderr.includes('[ServerException]'))
    return error('retry-later', `the platform's API fails (HTTP ${status ?? '5xx'}${again}).`, 'Run again later.')
  if (status === 404)
    return error('preflight-failed', 'not found (HTTP 404).', 'Check project and environment.', NotFoundError)
  return error('preflight-failed', `exit code ${exitCode}: ${told}`, 'Run the command by hand to see its whole output.')
}

/** The HTTP status that the program or its curl names on stderr, or null. */
function httpStatus(stderr: string): number | null {
  const match = /(?:status code\]|returned error:|HTTP\/[\d.]+)\s*(\d{3})/i.exec(stderr)
  return match ? Number(match[1]) : null
}

/** The message in the exception's box without its class and the usage lines, on one line of at most 300 characters. */
function lastWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^\[[\w\\]+\]$/.test(line) && !line.startsWith('Usage:'))
  return redactEvidence(lines.slice(-4).join(' ')).slice(0, 300) || 'no message'
}
