import { hostname, userInfo } from 'node:os'

/** The user, the machine and the process that this run belongs to, by name. */
export function thisMachine(): { readonly user: string; readonly host: string; readonly pid: number } {
  return { user: userName(), host: hostname(), pid: process.pid }
}

/** Largest memory of this process so far, in megabytes. */
export function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

// A container may run as a user id that has no name.
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'somebody'
  }
}
