import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'

/** The user, the machine and the process that this run belongs to, by name. */
export function currentHost(): {
  readonly user: string
  readonly host: string
  readonly pid: number
  readonly process: RunningProcess | null
} {
  return { user: userName(), host: hostname(), pid: process.pid, process: runningProcess(process.pid) }
}

/** Whether a process has ended: known of this very machine alone, and of Linux. */
export function isProcessGone(other: RunningProcess): boolean {
  const machine = machineId()
  return machine !== null && machine === other.machine && beginOf(other.pid) !== other.began
}

function runningProcess(pid: number): RunningProcess | null {
  const [machine, began] = [machineId(), beginOf(pid)]
  return machine === null || began === null ? null : { machine, pid, began }
}

// Containers of one machine share its boot id but not their processes; the name tells clones in other places apart.
function machineId(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return null
  }
}

// The 22nd field, counted behind the name, which may hold blanks and parentheses. The ids of processes come again.
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // One that has ended stays listed until its parent has asked for it.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

/** Largest memory of this process so far, in megabytes. */
export function peakMegabytes(): number {
  return Math.round((ownPeakKilobytes() ?? process.resourceUsage().maxRSS) / 1024)
}

// What the system counts for a process begins with the peak of the parent that started it, so Linux is asked otherwise.
function ownPeakKilobytes(): number | null {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return peak === undefined ? null : Number(peak)
  } catch {
    return null
  }
}

// A container may run as a user id that has no name.
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'somebody'
  }
}

/** A process that nobody can mistake for another one. */
export interface RunningProcess {
  /** The machine, its start and the room for process ids: two with the same one see each other's processes. */
  readonly machine: string
  readonly pid: number
  /** When it began, in the clock of that machine's kernel. */
  readonly began: string
}
