import type { ErrorCode } from '../../errors.js'
import { visibleText } from '../../visible-text.js'

/**
 * Kinds of failure in which a remote script gives no exit code: the `host-key` is not the pinned one, the `login` was
 * refused, the `connection` failed (which may pass), or the `script` began and was not seen to end.
 */
export type SshFailureKind = 'host-key' | 'login' | 'connection' | 'script'

/** A failure without an exit code: its kind, and the reason in words. */
interface SshFailure {
  readonly kind: SshFailureKind
  readonly words: string
}

const causes: readonly (readonly [RegExp, SshFailureKind, string])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    'host-key',
    'the host key has changed; if that was announced, add the new key to known-hosts, otherwise somebody may be intercepting the connection'
  ],
  [
    /Host key verification failed|No .{1,100} host key is known/,
    'host-key',
    'the host key is unknown; compare it with the one from its owner, then add it to known-hosts, or set ssh-host-key: accept-new once'
  ],
  [
    /Permission denied/,
    'login',
    'the key or certificate was rejected; check ssh-private-key or cloud-token, and that the user has SSH access'
  ],
  [/Could not resolve hostname/, 'connection', 'the host name cannot be resolved'],
  [/Connection refused/, 'connection', 'the connection was refused'],
  [/timed out|Timeout, server/i, 'connection', 'the host does not answer'],
  [/error in libcrypto|invalid format|bad permissions/i, 'login', 'the private key cannot be read']
]

// The platform's text about a refusal: before ssh's line, after it, or in its brackets.
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /access requires MFA/i,
    'its user needs multi-factor authentication: set cloud-token to an API token of a user who has it enabled, so that a certificate is issued'
  ],
  [
    /service (?:'[\w.-]+' )?doesn't exist or you do not have access to it/i,
    'check that the environment is active, and that the user has SSH access to it'
  ]
]

function refusalReason(stderr: string): { readonly words: string; readonly advice: string } | null {
  for (const [pattern, advice] of reasons) {
    const words = pattern.exec(stderr)?.[0]
    if (words !== undefined) return { words, advice }
  }
  const told = /\breason: ([^()\r\n]{1,120})/i.exec(stderr)?.[1]?.trim()
  if (told === undefined || !stderr.includes('Permission denied')) return null
  return { words: visibleText(told), advice: 'check ssh-private-key or cloud-token, and that the user has SSH access' }
}

/** The facts about a remote script that gave no exit code. */
interface LostScript {
  readonly stderr: string
  /** Whether the login succeeded; then stderr is the script's own and says nothing about ssh. */
  readonly begun: boolean
  /** The deadline if that ended it, else null. */
  readonly deadlineSeconds: number | null
}

/** Why a remote script gave no exit code. The fingerprint in ssh's message is kept: the user has to compare it. */
export function explainSshFailure({ stderr, begun, deadlineSeconds }: LostScript): SshFailure {
  if (deadlineSeconds !== null) return { kind: 'script', words: `it did not end within ${deadlineSeconds} seconds` }
  const lost = 'the connection was lost before the script ended'
  if (begun) return { kind: 'script', words: lost }
  const refusal = refusalReason(stderr)
  if (refusal !== null) return { kind: 'login', words: `the login was refused (${refusal.words}); ${refusal.advice}` }
  const [, kind, words] = causes.find(([pattern]) => pattern.test(stderr)) ?? [null, 'connection', lost]
  const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(stderr)?.[0]
  return { kind, words: fingerprint === undefined ? words : `${words} (${fingerprint})` }
}

/** The error code of a run that first fails in this way; null if it depends on the step. */
export function sshFailureCode(kind: SshFailureKind): Extract<ErrorCode, 'preflight-failed' | 'bad-secret'> | null {
  if (kind === 'host-key') return 'preflight-failed'
  return kind === 'login' ? 'bad-secret' : null
}

/** What to do about it, one sentence. */
export function sshFailureFix(kind: SshFailureKind, host: string): string {
  if (kind === 'host-key')
    return 'Compare the fingerprint with the one from the owner of the host. Only if they match, add its line to known-hosts.'
  if (kind === 'login')
    return 'Check ssh-private-key or cloud-token, and that its user has SSH access to this environment.'
  return `Try by hand: ssh ${host}; then run again.`
}
