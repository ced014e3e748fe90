const causes: readonly (readonly [RegExp, string])[] = [
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    'the host key has changed; if that was announced, put the new key into known-hosts, otherwise somebody may be listening'
  ],
  [
    /Host key verification failed|No .* host key is known/,
    'the host key is not known; put it into known-hosts, or set ssh-host-key: accept-new once'
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

/**
 * Why a remote script gave no exit code, in words. `deadlineSeconds` is the deadline where that ended it. The
 * fingerprint that ssh names is kept: it is what has to be compared.
 */
export function explainSshFailure(stderr: string, deadlineSeconds: number | null): string {
  if (deadlineSeconds !== null) return `it did not end within ${deadlineSeconds} seconds`
  const cause =
    causes.find(([pattern]) => pattern.test(stderr))?.[1] ?? 'the connection was lost before the script ended'
  const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(stderr)?.[0]
  return fingerprint === undefined ? cause : `${cause} (${fingerprint})`
}
