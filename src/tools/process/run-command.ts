import type { RunCommand, RunOptions, CommandResult } from './command.js'
import { exec } from '@actions/exec'
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { Secret } from '../../secrets/secret.js'
import { captureLines, redactedStderr } from './capture-output.js'
import { createGroupLine, type GroupLine, createStop } from './process-group.js'
import { secretLines, withoutSecrets } from './child-environment.js'
import { sessionLauncher } from './session-launcher.js'

/**
 * The one place where processes start. `signal` ends all of them; `redact` hides secrets in their stderr. Each runs in
 * its own process group, so that grandchildren can be ended too. The group's id comes as a line of stderr, because
 * `@actions/exec` does not give it, and a file could be removed by a cleaner.
 */
export function createRunCommand(signal?: AbortSignal, redact?: (text: string) => string): RunCommand {
  // Many commands may run at once, one per node and check: this is not a leak.
  if (signal) setMaxListeners(0, signal)
  const run: RunCommand = (argv, options) =>
    supervise(argv, { ...options, signal: eitherSignal(signal, options.signal) })
  return redact ? redactedStderr(run, redact) : run
}

function eitherSignal(all: AbortSignal | undefined, own: AbortSignal | null | undefined): AbortSignal | null {
  return own && all ? AbortSignal.any([all, own]) : own === null ? null : (own ?? all ?? null)
}

// POSIX sh, all data in "$@". Input that the command leaves is read to its end: `@actions/exec` does not catch the
// error of writing to a closed pipe. Secrets come as the first lines of stdin and are exported where the command
// starts.
const common = `echo "$1 $$" >&2; secrets=$2 mode=$3
start() { while [ "$secrets" -gt 0 ]; do IFS= read -r secret; export "$secret"; secrets=$((secrets - 1)); done
if [ "$mode" = input ]; then exec "$@"; else exec "$@" </dev/null; fi; }`
const runScript = `${common}
shift 3; if [ "$mode" = input ]; then (start "$@"); status=$?; cat >/dev/null; exit "$status"; else start "$@"; fi`
// The statuses of both stages go to the outer stdout, which nothing else uses: no portable shell option gives both.
const pipeScript = `${common}
file=$4 n=$5; shift 5; umask 077; set -C; exec 3>&1
producer() { shift "$n"; (start "$@"); status=$?; [ "$mode" = closed ] || cat >/dev/null; return "$status"; }
through() { case $n in 0) exec cat ;; 1) "$1" ;; 2) "$1" "$2" ;; 3) "$1" "$2" "$3" ;; *) exit 126 ;; esac; }
{ producer "$@" 3>&-; echo "producer $?" >&3; } | { (through "$@" >"$file" 3>&-); echo "through $?" >&3; }`

async function supervise(argv: readonly [string, ...string[]], options: RunOptions): Promise<CommandResult> {
  if (options.signal?.aborted)
    return { exitCode: 130, stdout: '', stderr: 'stopped before it started', timedOut: false }
  const mark = randomUUID()
  const groupLine = createGroupLine(mark)
  const stop = createStop(() => groupLine.group)
  const onAbort = (): void => {
    stop.now(false)
  }
  options.signal?.addEventListener('abort', onAbort)
  const onDeadline = (): void => {
    stop.now(true)
  }
  const timer = options.timeoutSeconds ? setTimeout(onDeadline, options.timeoutSeconds * 1000) : undefined
  try {
    const { code, stdout, stderr } = await start(wrap(argv, options, mark), options, groupLine)
    // exec types the code as a number, but returns null for a child that a signal ended.
    const ended = code ?? (stop.asked ? 143 : 137)
    const { timedOut } = stop
    if (!options.stdoutTo) return { exitCode: ended, stdout, stderr, timedOut }
    const status = (stage: string): number => statusOf(stdout, stage) ?? (ended || 137)
    return { exitCode: status('producer'), stdout: '', stderr, timedOut, throughExitCode: status('through') }
  } finally {
    stop.settle()
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', onAbort)
  }
}

async function start(
  command: readonly string[],
  options: RunOptions,
  groupLine: GroupLine
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const stdout = captureLines(16 * 1024 * 1024, options.onStdoutLine)
  const stderr = captureLines(1024 * 1024, options.onStderrLine)
  const [program, ...launcher] = sessionLauncher()
  const input = secretLines(options.env) + textOf(options.input ?? '')
  const code = (await exec(`"${program}"`, [...launcher, ...command], {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: withoutSecrets(options.env),
    silent: true,
    ignoreReturnCode: true,
    ...((input !== '' || options.input !== undefined) && { input: Buffer.from(input) }),
    listeners: {
      stdout: (chunk) => {
        stdout.add(chunk)
      },
      stderr: (chunk) => {
        stderr.add(groupLine.pass(chunk))
      }
    }
  })) as number | null
  stderr.add(groupLine.end())
  return { code, stdout: stdout.end(), stderr: stderr.end() }
}

function wrap(argv: readonly string[], options: RunOptions, mark: string): string[] {
  const mode = options.input === undefined ? 'closed' : 'input'
  const secrets = String(secretLines(options.env).split('\n').length - 1)
  if (!options.stdoutTo) return ['/bin/sh', '-c', runScript, 'run', mark, secrets, mode, ...argv]
  const { file, through = [] } = options.stdoutTo
  const pipe = [mark, secrets, mode, file, String(through.length), ...through]
  return ['/bin/sh', '-c', pipeScript, 'pipe', ...pipe, ...argv]
}

function statusOf(stdout: string, stage: string): number | null {
  const found = new RegExp(`^${stage} (\\d+)$`, 'm').exec(stdout)
  return found === null ? null : Number(found[1])
}

function textOf(value: string | Secret): string {
  return typeof value === 'string' ? value : value.reveal()
}
