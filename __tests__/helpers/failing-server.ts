import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../../sandbox/services/find-program.js'
import type { Programs } from './backup-server.js'
import { until } from './until.js'

/**
 * How a program on the server fails: it has no room, is killed, or the connection is gone before it or behind it. `stopped`: the
 * run is stopped while it is at work.
 */
export const failings = ['refused', 'killed', 'dropped', 'lost', 'stopped'] as const

/** See {@link failings}. */
export type ServerFailing = (typeof failings)[number]

/** Programs of a server that count their calls and fail at one of them. */
export interface FailingServer {
  readonly programs: Programs
  /** Shell code for the beginning of each session. */
  readonly first: string
  /** Restarts the count; the call with this number fails, none with 0. Aborts `stop` if the run is to be stopped. */
  arm(call: number, how: ServerFailing): void
  calls(): number
  /** The arguments of the call that failed; '' for none. */
  failed(): string
  /** Whether the run is to be stopped now. */
  isStopping(): boolean
  /** Folders for dumps that scripts made and that are still there. */
  folders(): readonly string[]
  /** Waits until nothing that a session began is at work. */
  idle(): Promise<void>
}

const names = ['mktemp', 'mariadb-dump', 'mariadb', 'gzip', 'df', 'mv', 'rm', 'sync', 'sha256sum', 'wc', 'tail', 'cat']

/** Makes them; `folder` must not exist, `more` are programs that are not the machine's own, as bodies of bash scripts. */
export function failingServer(folder: string, more: Programs = {}): FailingServer {
  mkdirSync(folder)
  const at = (name: string): string => join(folder, name)
  const text = (name: string): string => (existsSync(at(name)) ? readFileSync(at(name), 'utf8').trim() : '')
  const write = (name: string, content: string): void => {
    writeFileSync(at(name), `${content}\n`)
  }
  const body = (name: string, run: string): string => `state='${folder}'
exec 9>"$state/lock"; '${findProgram(['flock'])}' 9
n=$(($(<"$state/count") + 1)); echo "$n" >"$state/count"
read -r call how <"$state/armed"
exec 9>&-
work() {
  ${run}
}
if [ "$n" = "$call" ]; then
  echo "${name} $*" >"$state/failed"
  case $how in
    refused) echo "${name}: No space left on device" >&2; exit 1 ;;
    killed) kill -9 $$ ;;
    dropped) kill -9 "$server"; exit 1 ;;
    lost) work "$@"; kill -9 "$server"; exit 1 ;;
    stopped) echo now >"$state/stop"; while kill -0 "$server" 2>/dev/null; do read -rt 0.05 <>"$state/never"; done ;;
  esac
fi
work "$@"`
  const own = Object.fromEntries(names.map((name) => [name, body(name, '"$real" "$@"')]))
  own['mktemp'] = body('mktemp', 'made=$("$real" "$@") || exit 1; echo "$made" >>"$state/made"; echo "$made"')
  const others = Object.entries(more).map(([name, run]) => [name, body(name, run)] as const)
  // A pipe that nobody writes to: bash waits on it; on a file it would spin.
  execFileSync(findProgram(['mkfifo']), [at('never')])
  const arm: FailingServer['arm'] = (call, how) => {
    write('count', '0')
    write('failed', '')
    write('armed', `${call} ${how}`)
    rmSync(at('stop'), { force: true })
  }
  arm(0, 'refused')
  const lines = (name: string): readonly string[] =>
    text(name)
      .split('\n')
      .filter((line) => line !== '')
  const isAtWork = (pid: string): boolean => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    } catch {
      return false
    }
  }
  return {
    programs: { ...own, ...Object.fromEntries(others) },
    first: `echo $$ >>'${at('sessions')}'`,
    arm,
    calls: () => Number(text('count')),
    failed: () => text('failed'),
    isStopping: () => existsSync(at('stop')),
    folders: () => lines('made').filter((path) => existsSync(path)),
    idle: async () => {
      await until(() => !lines('sessions').some(isAtWork))
      rmSync(at('sessions'), { force: true })
    }
  }
}
