import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../../sandbox/services/find-program.js'

/** How a call fails: it does nothing, or it does all of its work and its answer is lost. */
export type Failing = 'before' | 'lost'

/** A folder for PATH whose git counts its calls and fails at one of them. */
export interface FailingGit {
  readonly folder: string
  /** Begins to count anew; the call with this number fails, none with 0. */
  arm(call: number, how: Failing): void
  calls(): number
  /** The arguments of the call that failed; '' for none. */
  failed(): string
}

/** Makes one in `folder`. */
export function failingGit(folder: string): FailingGit {
  const at = (name: string): string => join(folder, name)
  mkdirSync(folder)
  const body = `#!/bin/bash
exec 9>'${at('lock')}'; flock 9
n=$(($(<'${at('count')}') + 1)); echo "$n" >'${at('count')}'
read -r call how <'${at('armed')}'
exec 9>&-
if [ "$n" = "$call" ]; then
  echo "$@" >'${at('failed')}'
  [ "$how" = before ] || '${findProgram(['git'])}' "$@" >/dev/null 2>&1
  exit 128
fi
exec '${findProgram(['git'])}' "$@"
`
  const text = (name: string): string => readFileSync(at(name), 'utf8').trim()
  const write = (name: string, content: string): void => {
    writeFileSync(at(name), `${content}\n`)
  }
  write('git', body)
  chmodSync(at('git'), 0o755)
  const arm: FailingGit['arm'] = (call, how) => {
    write('count', '0')
    write('failed', '')
    write('armed', `${call} ${how}`)
  }
  arm(0, 'before')
  return { folder, arm, calls: () => Number(text('count')), failed: () => text('failed') }
}
