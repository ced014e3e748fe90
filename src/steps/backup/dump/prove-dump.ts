import type { ProofId } from '../../../ids.js'
import { compareObjects, isHeader, isTrailer } from '../../../tools/dump/dump-scan.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { Backup } from '../../../report/report.js'
import { causeOfOutput, type DumpCause } from './dump-cause.js'

/** What is known about one dump, wherever it is stored. */
export interface DumpEvidence {
  /** Exit status of every stage, by name; null if it is not known. */
  readonly statuses: Readonly<Record<string, number | null>>
  /** Message of the first failed stage, without data. */
  readonly message: string
  /** Why the compressed file cannot be decompressed completely, or null. */
  readonly gzipFailure: string | null
  readonly firstLine: string
  readonly lastLine: string
  /** Whether every statement is complete. */
  readonly closed: boolean
  /** Content that no dump program writes, or null; nothing after it was read. */
  readonly refused?: string | null
  /** Whether the dump selects a database itself. */
  readonly choosesDatabase: boolean
  /** Whether a condition limited the rows. */
  readonly isPartial: boolean
  /** Whether it is the main database of a shop; a split database has others. */
  readonly isMain: boolean
  readonly before: readonly string[]
  readonly dumped: Iterable<string>
  /** Tables with rows in the dump. */
  readonly filled: Iterable<string>
  readonly after: readonly string[]
  readonly sha256: string
}

/** A proof of a dump; `cause` only for a failed proof with a known cause. */
export type DumpProof = Backup['proofs'][number] & { readonly id: ProofId; readonly cause?: DumpCause }

interface Fault {
  readonly words: string
  readonly cause: DumpCause | null
}

const optionFiles = 'an option file of the server, such as ~/.my.cnf,'
const banner = 'the login prints something first, perhaps a banner in ~/.bashrc or ~/.profile'

// The main database of a shop has these tables, with rows. A dump without them is of something else, or without rows.
const sentinels = ['setup_module', 'core_config_data', 'store']

/** Every proof of a dump, passed or not. A dump with a failed proof is worthless. */
export function proveDump(evidence: DumpEvidence): readonly DumpProof[] {
  const { statuses, gzipFailure, firstLine, lastLine, before, sha256 } = evidence
  // The stages' exit status is sent after the dump, and is lost if the dump is damaged at its end.
  const bad = Object.values(statuses).filter((status) => (status === null ? gzipFailure === null : status !== 0))
  const list = Object.entries(statuses).map(([stage, status]) => `${stage} ${status ?? 'unknown'}`)
  const statements = judgeStatements(evidence)
  const objects =
    unfinishedRestore(before) ?? missingSentinels(evidence) ?? differingObjects(evidence) ?? judgeRows(evidence)
  return [
    {
      ...{ id: 'exit-codes', passed: bad.length === 0 },
      detail: [list.join(', '), evidence.message].filter(Boolean).join(': '),
      ...withCause(bad.length === 0 ? null : causeOfOutput(evidence.message))
    },
    { id: 'gzip', passed: gzipFailure === null, detail: gzipFailure ?? 'decompresses from the first byte to the last' },
    proof('header', isHeader(firstLine) ? null : badHeader(firstLine), firstLine.trim()),
    proof('trailer', isTrailer(lastLine) ? null : badTrailer(evidence), lastLine.trim()),
    proof(
      'statements',
      statements,
      'every statement is complete and of a kind that dump programs write; none selects a database'
    ),
    proof('tables', objects, `${before.length} tables and views, as in information_schema before and after`),
    { id: 'sha256', passed: /^[0-9a-f]{64}$/.test(sha256), detail: sha256 }
  ]
}

function proof(id: ProofId, fault: Fault | null, detail: string): DumpProof {
  return { id, passed: fault === null, detail: fault?.words ?? detail, ...withCause(fault?.cause ?? null) }
}

function withCause(cause: DumpCause | null): { readonly cause?: DumpCause } {
  return cause === null ? {} : { cause }
}

function differingObjects({ before, dumped, after }: DumpEvidence): Fault | null {
  const difference = compareObjects(before, dumped, after)
  return difference && { words: difference.words, cause: difference.kind === 'changed' ? 'schema-change' : null }
}

function badTrailer({ statuses, gzipFailure, closed }: DumpEvidence): Fault {
  const isWhole = gzipFailure === null && closed && Object.values(statuses).every((status) => status === 0)
  const why = isWhole ? `, although nothing was cut off: ${optionFiles} may set skip-comments or compact` : ''
  return { words: `the last line is not \`-- Dump completed\`${why}`, cause: isWhole ? 'option-file' : null }
}

function badHeader(firstLine: string): Fault {
  const isCut = /^(?:\/\*!|DROP |CREATE |SET )/.test(firstLine)
  const why = isCut ? `${optionFiles} may set skip-comments or compact` : banner
  return {
    words: `the first line is not one that mysqldump writes: ${why}`,
    cause: isCut ? 'option-file' : 'login-prints'
  }
}

function judgeStatements({ closed, choosesDatabase, refused = null }: DumpEvidence): Fault | null {
  const fault = (words: string, cause: DumpCause | null = null): Fault => ({ words, cause })
  if (choosesDatabase) return fault('the dump selects a database itself, so it could be loaded into the wrong one')
  if (refused !== null)
    return fault(
      `${refused}, which no dump program writes; nothing of the dump was loaded anywhere`,
      'refused-statement'
    )
  return closed ? null : fault('the last statement is incomplete')
}

function unfinishedRestore(names: readonly string[]): Fault | null {
  if (!names.includes(markerTable)) return null
  const words = `a restore of this database has not ended (it has the table ${markerTable}), so the dump may be incomplete or have tables of both`
  return { words, cause: 'unfinished-restore' }
}

function judgeRows({ isPartial, isMain, filled, before }: DumpEvidence): Fault | null {
  if (isPartial) return { words: `a condition limited its rows: ${optionFiles} sets where`, cause: 'option-file' }
  if (!isMain) return null
  const withRows = [...filled]
  const empty = sentinels.filter((wanted) => !withRows.some((name) => name.endsWith(wanted)))
  if (empty.length === 0) return null
  const words = `there are no rows of ${empty.join(', ')} in it, of ${before.length} tables and views; ${optionFiles} may set no-data or where`
  return { words, cause: 'option-file' }
}

function missingSentinels({ isMain, before }: DumpEvidence): Fault | null {
  if (!isMain) return null
  const missing = sentinels.filter((wanted) => !before.some((name) => name.endsWith(wanted)))
  if (missing.length === 0) return null
  return { words: `the database has no ${missing.join(', ')}: it is not the database of a shop`, cause: null }
}
