import { exec } from '@actions/exec'
import { setMaxListeners } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Secret } from '../secret.js'
import { captureLines } from './capture-lines.js'
import { createStop, type Stop } from './stop-process-group.js'

/** How one process is started. Nothing of the parent's environment reaches it but `env`. */
export interface RunOptions {
  /** Working directory; the caller's own where left out. */
  readonly cwd?: string
  /** The whole environment of the child. Secrets belong here or in `input`, never in argv. */
  readonly env: Readonly<Record<string, string | Secret>>
  /** Written to stdin, which is closed at once otherwise. */
  readonly input?: string | Secret
  /** The whole process group is ended after this many seconds. */
  readonly timeoutSeconds?: number
  /** Ends the whole process group when it aborts; null for clean-up work that a stop must not keep from running. */
  readonly signal?: AbortSignal | null
  /** Called with each complete line of stdout, decoded as UTF-8, without line end. */
  readonly onStdoutLine?: (line: string) => void
  /** Called with each complete line of stderr. */
  readonly onStderrLine?: (line: string) => void
  /** stdout flows into this new file (mode 0600) instead of being captured, through `through` where given. */
  readonly stdoutTo?: { readonly file: string; readonly through?: readonly string[] }
}

/** What became of a process. */
export interface CommandResult {
  /** The exit status; 128 + signal number where a signal ended it; -1 where it could not be started. */
  readonly exitCode: number
  /** The last 16 MiB of stdout as UTF-8 text; empty with `stdoutTo`. */
  readonly stdout: string
  /** The last 1 MiB of stderr. */
  readonly stderr: string
  /** True where our own deadline ended it. */
  readonly timedOut: boolean
  /** Exit status of the `through` stage of `stdoutTo`. */
  readonly throughExitCode?: number
}

/** Starts one process and waits for its end. Never throws for a non-zero exit or a missing program (exit code 127). */
export type RunCommand = (argv: readonly [string, ...string[]], options: RunOptions) => Promise<CommandResult>

/**
 * The one place where processes start. `signal` ends all of them.
 * Each runs in a process group of its own (setsid), so that an end reaches grandchildren too; the group's id
 * comes back through a file, because `@actions/exec` does not tell it.
 */
export function createRunCommand(signal?: AbortSignal): RunCommand {
  // As many commands may run at once as there are nodes and checks: no sign of a leak.
  if (signal) setMaxListeners(0, signal)
  return (argv, options) => supervise(argv, { ...(signal && { signal }), ...options })
}

// POSIX sh, all data in "$@". Status files tell the stages of a pipe apart, which no shell option does everywhere. What a
// command leaves of its input is read to the end: to write to nobody is an error that `@actions/exec` does not catch.
const runScript = `echo $$ >"$1/pid"; mode=$2; shift 2
if [ "$mode" = input ]; then "$@"; status=$?; cat >/dev/null; exit "$status"; else exec "$@" </dev/null; fi`
const pipeScript = `umask 077; set -C; echo $$ >"$1/pid"; dir=$1 mode=$2 file=$3 n=$4; shift 4
producer() { shift "$n"; if [ "$mode" = input ]; then "$@"; status=$?; cat >/dev/null; return "$status"; else "$@" </dev/null; fi; }
through() { case $n in 0) exec cat ;; 1) "$1" ;; 2) "$1" "$2" ;; 3) "$1" "$2" "$3" ;; *) exit 126 ;; esac; }
{ producer "$@"; echo $? >"$dir/producer"; } | { through "$@" >"$file"; echo $? >"$dir/through"; }`

async function supervise(argv: readonly [string, ...string[]], options: RunOptions): Promise<CommandResult> {
  const folder = await mkdtemp(join(tmpdir(), 'magento-cloud-upgrade-run-'))
  const stop = createStop(folder)
  try {
    return await start(argv, options, folder, stop)
  } finally {
    stop.settle()
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(
  argv: readonly [string, ...string[]],
  options: RunOptions,
  folder: string,
  stop: Stop
): Promise<CommandResult> {
  if (options.signal?.aborted) return { exitCode: 130, stdout: '', stderr: 'stopped before it began', timedOut: false }
  const stdout = captureLines(16 * 1024 * 1024, options.onStdoutLine)
  const stderr = captureLines(1024 * 1024, options.onStderrLine)
  const onAbort = (): void => {
    stop.now(false)
  }
  options.signal?.addEventListener('abort', onAbort)
  const timer = options.timeoutSeconds
    ? setTimeout(() => {
        stop.now(true)
      }, options.timeoutSeconds * 1000)
    : undefined
  try {
    const code = await exec('setsid', wrap(argv, options, folder), {
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: revealed(options.env),
      silent: true,
      ignoreReturnCode: true,
      ...(options.input !== undefined && { input: Buffer.from(textOf(options.input)) }),
      listeners: {
        stdout: (chunk) => {
          stdout.add(chunk)
        },
        stderr: (chunk) => {
          stderr.add(chunk)
        }
      }
    })
    // exec types the code as a number, but hands out null for a child that a signal ended.
    const ended = (code as number | null) ?? (stop.asked ? 143 : 137)
    return {
      exitCode: options.stdoutTo ? await statusOf(folder, 'producer', ended || 137) : ended,
      stdout: stdout.end(),
      stderr: stderr.end(),
      timedOut: stop.timedOut,
      ...(options.stdoutTo && { throughExitCode: await statusOf(folder, 'through', ended || 137) })
    }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', onAbort)
  }
}

function wrap(argv: readonly string[], options: RunOptions, folder: string): string[] {
  const mode = options.input === undefined ? 'closed' : 'input'
  if (!options.stdoutTo) return ['sh', '-c', runScript, 'run', folder, mode, ...argv]
  const { file, through = [] } = options.stdoutTo
  return ['sh', '-c', pipeScript, 'pipe', folder, mode, file, String(through.length), ...through, ...argv]
}

async function statusOf(folder: string, stage: string, otherwise: number): Promise<number> {
  const text = await readFile(join(folder, stage), 'utf8').catch(() => '')
  return /^\d+$/.test(text.trim()) ? Number(text) : otherwise
}

function textOf(value: string | Secret): string {
  return typeof value === 'string' ? value : value.reveal()
}

function revealed(env: RunOptions['env']): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, textOf(value)]))
}
