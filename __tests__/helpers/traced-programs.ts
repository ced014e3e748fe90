import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One start of a program, as the kernel saw it: arguments and environment as strace quotes them. */
export interface ProgramStart {
  readonly argv: string
  readonly environment: string
}

/** What to put before a command so that each program that it starts is written to `file`, however short it lives. */
export function traceTo(file: string): readonly string[] {
  return ['strace', '-f', '-qq', '--seccomp-bpf', '-s', '65535', '-v', '-e', 'trace=execve', '-o', file]
}

/** Whether this machine has strace and lets it work. */
export function canTrace(): boolean {
  return (
    spawnSync('strace', ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=execve', '-o', '/dev/null', 'true']).status === 0
  )
}

/** What was written to `file`. Throws for a trace without a start. */
export function programStarts(file: string): readonly ProgramStart[] {
  const calls = readFileSync(file, 'latin1').matchAll(/^\d+ +execve\((".*?", \[.*?"\]), \[(.*)$/gm)
  const starts = [...calls].map(([, argv = '', environment = '']) => ({ argv, environment }))
  if (starts.length === 0) throw new Error(`no start of a program in ${file}`)
  return starts
}
