import type { CommandResult } from './run-command.js'

/** One remote login, as `magento-cloud ssh --pipe` prints it: `user@host`. */
export type SshHost = string

/** What a remote script answered; the exit code is the remote one, sent in-band, never ssh's own 255. */
export interface RemoteResult {
  /** Exit code of the script; null where the connection failed or ended before the script did. */
  readonly exitCode: number | null
  /** stdout of the script alone: banners and notices before it are dropped. */
  readonly stdout: string
  readonly stderr: string
  /** Why there is no exit code, in words, or null. */
  readonly failure: string | null
}

/** Options of one remote script. */
export interface RemoteOptions {
  readonly timeoutSeconds: number
  readonly onLine?: (line: string) => void
}

/** The `ssh` program, with pinned host keys and one identity, nothing read from or written to `~/.ssh`. */
export interface Ssh {
  /** Runs a bash script (sent on stdin, so that nothing of it is on any argv) on `host`. Never throws for a remote failure. */
  script(host: SshHost, script: string, options: RemoteOptions): Promise<RemoteResult>
  /** Streams a remote file into a new local file (mode 0600). */
  download(host: SshHost, remotePath: string, localFile: string, timeoutSeconds: number): Promise<CommandResult>
}
