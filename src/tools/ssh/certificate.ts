import { UpgradeError } from '../../errors.js'
import type { SshIdentity } from './options.js'
import type { RunCommand, RunOptions } from '../process/command.js'

/** The source of certificates, and the clock. */
interface CertificateSource {
  readonly run: RunCommand
  readonly env: RunOptions['env']
  /** Issues a certificate if there is none, or renews one that is about to expire. */
  readonly issue: () => Promise<SshIdentity>
  readonly remove: (file: string) => Promise<void>
  /** Milliseconds since 1970; the system's clock if omitted. */
  readonly now?: () => number
}

/** An identity that is valid now. `refused`: a server has not accepted the previous one. */
export type CurrentIdentity = (told?: { readonly refused: boolean }) => Promise<SshIdentity>

// The same margin as in magento-cloud, which does not renew a certificate that is valid for longer.
const spareMilliseconds = 120_000

/**
 * Checks the expiry of the certificate before each use, and renews it in time: it is valid for an hour, and a
 * deployment may take longer. Throws UpgradeError `bad-secret` if a new one has already expired.
 */
export function renewingIdentity({ run, env, issue, remove, now = Date.now }: CertificateSource): CurrentIdentity {
  let current: SshIdentity | null = null
  // Null if unreadable: then a new one is issued each time.
  const timeLeft = async ({ certificateFile }: SshIdentity): Promise<number | null> => {
    const end = certificateFile === null ? Infinity : await certificateEnd(run, env, certificateFile)
    return end === null ? null : end - now()
  }
  const identity = async (refused: boolean): Promise<SshIdentity> => {
    if (current !== null && !refused && ((await timeLeft(current)) ?? 0) > spareMilliseconds) return current
    // One that is still valid by its dates would not be renewed.
    if (refused && current?.certificateFile) await remove(current.certificateFile)
    const fresh = await issue()
    if (((await timeLeft(fresh)) ?? 1) <= 0) throw endedAlready()
    current = fresh
    return fresh
  }
  // One after the other: the nodes of an environment are asked at the same time.
  let last: Promise<unknown> = Promise.resolve()
  return (told) => {
    const next = last.then(() => identity(told?.refused === true))
    last = next.catch(() => undefined)
    return next
  }
}

/** The expiry of a certificate in milliseconds since 1970: Infinity for never, null if ssh-keygen cannot read it. */
export async function certificateEnd(run: RunCommand, env: RunOptions['env'], file: string): Promise<number | null> {
  const { stdout } = await run(['ssh-keygen', '-L', '-f', file], { env: { ...env, TZ: 'UTC', LC_ALL: 'C' } })
  // `from … to …`, `before …`, `after …` or `forever`.
  const valid = /^\s*Valid: (.*)$/m.exec(stdout)?.[1] ?? ''
  if (valid === 'forever' || valid.startsWith('after ')) return Infinity
  const end = Date.parse(`${/(?:to|before) (\S+)$/.exec(valid)?.[1] ?? ''}Z`)
  return Number.isNaN(end) ? null : end
}

function endedAlready(): UpgradeError {
  return new UpgradeError('bad-secret', {
    message: 'The SSH certificate that magento-cloud has just issued has already expired.',
    next: "Set this machine's clock, or set ssh-private-key."
  })
}
