import type { SshIdentity } from './identity.js'

/** A login with one identity. */
export interface SshLogin {
  readonly identity: SshIdentity
  readonly knownHostsFile: string
  readonly hostKey: 'pinned' | 'accept-new'
  /** The program; `ssh` where left out. What `withPinnedSsh` writes takes no second key of a known host. */
  readonly program?: string
  readonly connectTimeoutSeconds: number
  /** Seconds between two questions to a silent server; 15 where left out. It is given up after four of them. */
  readonly keepAliveSeconds?: number
}

/** The login as a command line for GIT_SSH_COMMAND, which git hands to a shell. */
export function gitSshCommand(input: SshLogin): string {
  return [input.program ?? 'ssh', ...sshOptions(input)].map(quote).join(' ')
}

/** The options of ssh for a login. */
export function sshOptions({
  identity,
  knownHostsFile,
  hostKey,
  connectTimeoutSeconds,
  keepAliveSeconds = 15
}: SshLogin): string[] {
  const options = {
    BatchMode: 'yes',
    IdentitiesOnly: 'yes',
    IdentityAgent: 'none',
    StrictHostKeyChecking: hostKey === 'pinned' ? 'yes' : 'accept-new',
    UserKnownHostsFile: knownHostsFile,
    GlobalKnownHostsFile: '/dev/null',
    UpdateHostKeys: 'no',
    ForwardAgent: 'no',
    ConnectTimeout: String(connectTimeoutSeconds),
    // A frozen peer is given up after a minute instead of never.
    ServerAliveInterval: String(keepAliveSeconds),
    ServerAliveCountMax: '4',
    IdentityFile: identity.keyFile,
    ...(identity.certificateFile !== null && { CertificateFile: identity.certificateFile })
  }
  return ['-F', 'none', '-T', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])]
}

/** A word as a shell reads it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
