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

/** Whether a process has ended; known only for this machine, and only on Linux. */
export function isProcessGone(other: RunningProcess): boolean {
  const machine = machineId()
  return machine !== null && machine === other.machine && beginOf(other.pid) !== other.began
}

function runningProcess(pid: number): RunningProcess | null {
  const [machine, began] = [machineId(), beginOf(pid)]
  return machine === null || began === null ? null : { machine, pid, began }
}

// Containers of one machine share its boot id but not their processes; the name distinguishes clones elsewhere.
function machineId(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${hostname()} ${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return null
  }
}

// The 22nd field (start time), counted from after the name, which may contain blanks and parentheses. Process ids are
// reused.
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie stays listed until its parent collects it.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

/** Largest memory of this process so far, in megabytes. */
export function peakMegabytes(): number {
  return Math.round((ownPeakKilobytes() ?? process.resourceUsage().maxRSS) / 1024)
}

// On Linux, getrusage begins with the peak of the parent process, so /proc is read instead.
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

/** A process, identified without ambiguity. */
export interface RunningProcess {
  /** The machine, its boot and PID namespace: two processes with equal values see each other. */
  readonly machine: string
  readonly pid: number
  /** Its start time by that machine's kernel clock. */
  readonly began: string
}
