import { appendFileSync } from 'node:fs'

/** What a fault made of our ways of backing up, and of the plain script in the same run. */
export interface Outcome {
  readonly id: string
  readonly fault: string
  /** By name of the way. */
  readonly ours: Readonly<Record<string, string>>
  /** Exit code of the plain script, and what is wrong if it is 0. */
  readonly plain: number | 'it hangs'
  readonly flaw?: string
}

/** Adds an outcome to the table of docs/backups.md, if it is being written. */
export function recordOutcome(outcome: Outcome): void {
  const path = process.env['FAULT_TABLE']
  if (path) appendFileSync(path, `${JSON.stringify(outcome)}\n`)
}
