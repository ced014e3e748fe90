import type { ErrorCode } from '../../errors.js'
import type { CommandResult } from '../process/command.js'

/** What to report about a failed call. */
interface Judgement {
  readonly code: ErrorCode
  readonly message: string
  readonly next: string
}

/**
 * Why `*:curl` failed if only its curl's exit code shows it: since 4.13 the program hides curl's message. Null if there
 * is a message, or for an unknown code (tried with upstream 4.27.0).
 */
export function judgeCurl(args: readonly string[], { exitCode, stderr }: CommandResult): Judgement | null {
  if (args[0]?.endsWith(':curl') !== true || stderr.trim() !== '') return null
  const again = 'Check the network, then run again.'
  if (network.has(exitCode))
    return { code: 'retry-later', message: `the platform cannot be reached (curl: ${exitCode}).`, next: again }
  if (certificate.has(exitCode))
    return {
      code: 'preflight-failed',
      message: `the platform's certificate is not trusted (curl: ${exitCode}).`,
      next: 'Set SSL_CERT_FILE.'
    }
  if (exitCode !== 2 && exitCode !== 127) return null
  const message = exitCode === 2 ? 'the curl of this machine is too old.' : 'curl, which it needs, is missing.'
  return { code: 'preflight-failed', message, next: 'Install curl 7.76 or newer, e.g. apt-get install curl.' }
}

// curl(1), exit codes: host or proxy unknown, refused, cut off, timed out, TLS, nothing received.
const network = new Set([5, 6, 7, 16, 18, 28, 35, 52, 55, 56, 92])
const certificate = new Set([58, 60, 77])

const next = "Set app: to the name of the shop's application; magento-cloud app:list shows all."

/** Why a command could not choose an application (source of 4.27.0, `selectRemoteContainer`), or null for other failures. */
export function judgeApplication(stderr: string): Judgement | null {
  const name = /Application not found: ([\w.-]+)/i.exec(stderr)?.[1]
  if (name !== undefined)
    return { code: 'preflight-failed', message: `the environment has no application ${name}.`, next }
  if (!/Specifying the --app\b/i.test(stderr)) return null
  return { code: 'preflight-failed', message: 'the environment has several applications.', next }
}
