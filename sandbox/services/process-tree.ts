import { readdirSync, readFileSync } from 'node:fs'

/** One line of the kernel's process table. */
interface Entry {
  readonly pid: number
  readonly parent: number
  readonly state: string
}

/** All processes below `pid`, deepest last: those that left its group as well, such as the sessions of sshd. */
export function descendantsOf(pid: number): number[] {
  const entries = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readEntry(Number(name)) ?? [])
  const found: number[] = []
  for (let level = [pid]; level.length > 0;) {
    level = entries.filter(({ parent }) => level.includes(parent)).map((entry) => entry.pid)
    found.push(...level)
  }
  return found
}

/** Whether the process still runs; one that has ended and only waits to be reaped does not. */
export function isRunning(pid: number): boolean {
  const entry = readEntry(pid)
  return entry !== null && entry.state !== 'Z' && entry.state !== 'X'
}

function readEntry(pid: number): Entry | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name stands in parentheses and may hold anything.
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(parent), state }
  } catch {
    return null
  }
}
