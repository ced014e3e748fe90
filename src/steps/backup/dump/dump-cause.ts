import { UpgradeError, type ErrorCode, type ErrorFacts } from '../../../errors.js'

/** What keeps a dump from being made or trusted; the first of these that applies decides what to do about it. */
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

/** The error of a dump, with its causes where they are known. */
export class DumpError extends UpgradeError {
  readonly causes: readonly DumpCause[]

  constructor(code: ErrorCode, facts: ErrorFacts, causes: readonly DumpCause[]) {
    super(code, facts)
    this.causes = causes
  }
}

/** What mysqldump, mariadb-dump or ece-tools say of their own failure; null where it is none of the known causes. */
export function causeOfOutput(text: string): DumpCause | null {
  if (/\b1356\b|definer|references invalid/i.test(text)) return 'broken-view'
  if (/\b1412\b|schema change/i.test(text)) return 'schema-change'
  return /denied|\b(?:1044|1045|1142|1227)\b/i.test(text) ? 'rights' : null
}
