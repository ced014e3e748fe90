import { accessSync, chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** How a call fails: it does nothing, it does all of its work and its answer is lost, or the run is stopped while it is at work. */
export type Failing = 'before' | 'lost' | 'stopped'

/** A folder for PATH whose programs count their calls and fail at one of them. */
export interface FailingPrograms {
  readonly folder: string
  /** Restarts the count; the call with this number fails, none with 0. */
  arm(call: number, how: Failing): void
  calls(): number
  /** The program that failed, and its arguments; '' for none. */
  failed(): string
  /** Whether the run is to be stopped now. */
  isStopping(): boolean
}

/** The exit code of each if it fails: ssh of a lost connection, magento-cloud of an answer that is no success. */
const codes = { git: 128, composer: 1, ssh: 255, 'magento-cloud': 1 } as const

/** Makes one in `folder` of `names`, which are found on `path`. */
export function failingPrograms(folder: string, names: readonly (keyof typeof codes)[], path: string): FailingPrograms {
  const at = (name: string): string => join(folder, name)
  mkdirSync(folder)
  const body = (name: keyof typeof codes): string => `#!/bin/bash
real='${programOn(path, name)}'
exec 9>'${at('lock')}'; flock 9
n=$(($(<'${at('count')}') + 1)); echo "$n" >'${at('count')}'
read -r call how <'${at('armed')}'
exec 9>&-
if [ "$n" = "$call" ]; then
  echo '${name}' "$@" >'${at('failed')}'
  case $how in
    before) exit ${codes[name]} ;;
    lost) "$real" "$@" >/dev/null 2>&1; exit ${codes[name]} ;;
    stopped) echo now >'${at('stop')}' ;;
  esac
fi
exec "$real" "$@"
`
  const text = (name: string): string => readFileSync(at(name), 'utf8').trim()
  const write = (name: string, content: string): void => {
    writeFileSync(at(name), `${content}\n`)
  }
  for (const name of names) {
    write(name, body(name))
    chmodSync(at(name), 0o755)
  }
  const arm: FailingPrograms['arm'] = (call, how) => {
    write('count', '0')
    write('failed', '')
    write('armed', `${call} ${how}`)
    rmSync(at('stop'), { force: true })
  }
  arm(0, 'before')
  return {
    folder,
    arm,
    calls: () => Number(text('count')),
    failed: () => text('failed'),
    isStopping: () => existsSync(at('stop'))
  }
}

function programOn(path: string, name: string): string {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, 1)
        return true
      } catch {
        return false
      }
    })
  if (found === undefined) throw new Error(`There is no ${name} on ${path}`)
  return found
}
