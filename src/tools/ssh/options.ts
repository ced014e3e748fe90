import { shellQuote } from '../../shell-quote.js'

/** The key and certificate of a login, as paths. */
export interface SshIdentity {
  readonly keyFile: string
  readonly certificateFile: string | null
}

/** A login with one identity. */
export interface SshLogin {
  readonly identity: SshIdentity
  readonly knownHostsFile: string
  readonly hostKey: 'pinned' | 'accept-new'
  /** The program; `ssh` if omitted. The one that `withPinnedSsh` writes accepts no second key of a known host. */
  readonly program?: string
  readonly connectTimeoutSeconds: number
  /** Seconds between two keep-alive messages to a silent server; 15 if omitted. After four the connection is closed. */
  readonly keepAliveSeconds?: number
}

/** The login as a command line for GIT_SSH_COMMAND, which git hands to a shell. */
export function gitSshCommand(input: SshLogin): string {
  return [input.program ?? 'ssh', ...sshOptions(input)].map(shellQuote).join(' ')
}

/** Options of ssh for a login. */
export function sshOptions({
  identity,
  knownHostsFile,
  hostKey,
  connectTimeoutSeconds,
  keepAliveSeconds
}: SshLogin): string[] {
  const options = {
    ...ownOptions(knownHostsFile, keepAliveSeconds),
    StrictHostKeyChecking: hostKey === 'pinned' ? 'yes' : 'accept-new',
    ForwardAgent: 'no',
    ConnectTimeout: String(connectTimeoutSeconds),
    IdentityFile: identity.keyFile,
    ...(identity.certificateFile !== null && { CertificateFile: identity.certificateFile })
  }
  return ['-F', 'none', '-T', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])]
}

/** Options of all our connections: only our known hosts, and no prompts. */
export function ownOptions(knownHostsFile: string, keepAliveSeconds = 15): Readonly<Record<string, string>> {
  return {
    BatchMode: 'yes',
    // An agent with many keys would use up the attempts that a server allows.
    IdentitiesOnly: 'yes',
    IdentityAgent: 'none',
    UserKnownHostsFile: knownHostsFile,
    GlobalKnownHostsFile: '/dev/null',
    UpdateHostKeys: 'no',
    // The connection to a frozen peer ends after a minute instead of never.
    ServerAliveInterval: String(keepAliveSeconds),
    ServerAliveCountMax: '4'
  }
}
