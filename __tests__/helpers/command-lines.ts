import { readdirSync, readFileSync } from 'node:fs'

/** The command lines of all processes that this machine runs now, their arguments ended by NUL. */
export function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')]
      } catch {
        return []
      }
    })
}
