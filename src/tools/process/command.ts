import type { Secret } from '../../secrets/secret.js'

/** How one process is started. Its environment is `env` only. */
export interface RunOptions {
  /** Working directory; the caller's own if omitted. */
  readonly cwd?: string
  /**
   * The whole environment of the child. Only the named program gets a {@link Secret}, not the shell, the pipe and the
   * `through` stage around it. Secrets belong here or in `input`, never in argv.
   */
  readonly env: Readonly<Record<string, string | Secret>>
  /** Written to stdin; without it stdin is closed at once. */
  readonly input?: string | Secret
  /** The whole process group is ended after this many seconds. */
  readonly timeoutSeconds?: number
  /**
   * Ends the whole process group when it aborts, as a stop of the run does; null for clean-up that a stop must not
   * prevent.
   */
  readonly signal?: AbortSignal | null
  /** Called with each complete line of stdout, decoded as UTF-8, without line end. */
  readonly onStdoutLine?: (line: string) => void
  /** Called with each complete line of stderr. */
  readonly onStderrLine?: (line: string) => void
  /** stdout goes to this new file (mode 0600) instead of being captured, through `through` if given. */
  readonly stdoutTo?: { readonly file: string; readonly through?: readonly string[] }
}

/** The outcome of a process. */
export interface CommandResult {
  /** The exit status; 128 + signal number if a signal ended it; -1 if it could not be started. */
  readonly exitCode: number
  /** The last 16 MiB of stdout as UTF-8 text; empty with `stdoutTo`. */
  readonly stdout: string
  /** The last 1 MiB of stderr. */
  readonly stderr: string
  /** True if our own deadline ended it. */
  readonly timedOut: boolean
  /** Exit status of the `through` stage of `stdoutTo`. */
  readonly throughExitCode?: number
}

/**
 * Starts one process and waits for its end. Never throws for a non-zero exit or a missing program (exit code 127).
 * Throws UpgradeError `preflight-failed` on a machine where processes could not be stopped, see {@link
 * sessionLauncher}.
 */
export type RunCommand = (argv: readonly [string, ...string[]], options: RunOptions) => Promise<CommandResult>

/** Longest time in seconds for a dump, an archive of files or their transfer to this machine. */
export const longestCopySeconds = 4 * 3600
