const causes: readonly (readonly [RegExp, string])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    'the host key has changed; if that was announced, put the new key into known-hosts, otherwise somebody may be listening'
  ],
  [
    /Host key verification failed|No .* host key is known/,
    'the host key is not known; compare it with what its owner tells, then put it into known-hosts, or set ssh-host-key: accept-new once'
  ],
  [
    /Permission denied/,
    'the key or certificate was refused; check ssh-private-key or cloud-token, and that the user has SSH access'
  ],
  [/Could not resolve hostname/, 'the host name cannot be resolved'],
  [/Connection refused/, 'the connection was refused'],
  [/timed out|Timeout, server/i, 'the host does not answer'],
  [/error in libcrypto|invalid format|bad permissions/i, 'the private key cannot be read']
]

/** What is known of a remote script that gave no exit code. */
export interface LostScript {
  readonly stderr: string
  /** Whether the login succeeded: stderr is the script's own then, and tells nothing of ssh. */
  readonly begun: boolean
  /** The deadline where that ended it, else null. */
  readonly deadlineSeconds: number | null
}

/**
 * Why a remote script gave no exit code, in words. The fingerprint that ssh names is kept: it is what has to be
 * compared.
 */
export function explainSshFailure({ stderr, begun, deadlineSeconds }: LostScript): string {
  if (deadlineSeconds !== null) return `it did not end within ${deadlineSeconds} seconds`
  const lost = 'the connection was lost before the script ended'
  if (begun) return lost
  const cause = causes.find(([pattern]) => pattern.test(stderr))?.[1] ?? lost
  const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(stderr)?.[0]
  return fingerprint === undefined ? cause : `${cause} (${fingerprint})`
}
