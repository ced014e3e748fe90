import { plainLines } from '../../project/terminal-text.js'

/** How the database stands to the code. `ahead`: it belongs to newer code. */
export type DatabaseStatus = 'current' | 'behind' | 'ahead' | 'unknown'

/** What `bin/magento setup:db:status` found: its verdict and the lines that say so. */
export interface DatabaseState {
  readonly status: DatabaseStatus
  readonly evidence: readonly string[]
  /** Of the program, where the status is unknown. */
  readonly exitCode?: number
}

const ahead =
  /Please update your modules|code versions newer or older than the database|code version - .{0,300}database version -|installed by a newer version/i
const behind =
  /Declarative Schema is not up to date|(?:Schema|Data) patches are not up to date|Run 'setup:upgrade'|module code base doesn't match the DB schema and data|setup:upgrade/i

// What tells why there is no verdict, before what only tells where.
const thisRun =
  /SQLSTATE|Connection refused|gone away|Access denied|not installed|Fatal|Killed|Allowed memory|Could not open input file|command not found|\b(?:Error|Exception)\b/i
const place = /^(?:In \S+ line \d+:|setup:db:status\b.*|#\d+ .*)$/

/**
 * Why a status is unknown: the line of the output that says most, or the last one; empty where there is none. Not
 * redacted.
 */
export function whyUnknown(text: string): string {
  const lines = plainLines(text).filter((line) => !place.test(line))
  return lines.find((line) => thisRun.test(line)) ?? lines.at(-1) ?? ''
}

/**
 * Classifies output and exit code (0 good, 2 upgrade needed, 1 not installed or mismatch). A 2 without a telling
 * line is `unknown`: some database versions make it a false alarm.
 */
export function parseDatabaseStatus(text: string, exitCode: number): DatabaseState {
  const lines = plainLines(text)
  const tell = (status: DatabaseStatus, pattern: RegExp): DatabaseState | null => {
    const evidence = lines.filter((line) => pattern.test(line))
    return evidence.length > 0 ? { status, evidence } : null
  }
  const said = whyUnknown(text)
  const unknown: DatabaseState = { status: 'unknown', evidence: said === '' ? [] : [said], exitCode }
  if (exitCode === 0) return tell('current', /^All modules are up to date\.$/) ?? unknown
  return tell('ahead', ahead) ?? (exitCode === 2 ? tell('behind', behind) : null) ?? unknown
}
