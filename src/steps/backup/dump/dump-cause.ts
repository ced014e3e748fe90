import { UpgradeError, type ErrorCode, type ErrorFacts } from '../../../errors.js'

/** What prevents a dump or makes it untrustworthy; the first that applies decides the next step. */
export const dumpCauses = [
  'login-prints',
  'refused-statement',
  'unfinished-restore',
  'option-file',
  'broken-view',
  'schema-change',
  'rights'
] as const

/** See {@link dumpCauses}. */
export type DumpCause = (typeof dumpCauses)[number]

/** The error of a dump, with its causes if they are known. */
export class DumpError extends UpgradeError {
  readonly causes: readonly DumpCause[]

  constructor(code: ErrorCode, facts: ErrorFacts, causes: readonly DumpCause[]) {
    super(code, facts)
    this.causes = causes
  }
}

/** Recognises errors of mysqldump, mariadb-dump or ece-tools; null for an unknown cause. */
export function causeOfOutput(text: string): DumpCause | null {
  if (/\b1356\b|definer|references invalid/i.test(text)) return 'broken-view'
  if (/\b1412\b|schema change/i.test(text)) return 'schema-change'
  return /denied|\b(?:1044|1045|1142|1227)\b/i.test(text) ? 'rights' : null
}
