import type { ProofId } from '../../../ids.js'
import { compareObjects, isHeader, isTrailer } from '../../../tools/dump/dump-scan.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { Backup } from '../../../report/report.js'
import { causeOfOutput, type DumpCause } from './dump-cause.js'

/** What is known of one dump, wherever it lies. */
export interface DumpEvidence {
  /** Exit status of every stage, by name; null where it is not known. */
  readonly statuses: Readonly<Record<string, number | null>>
  /** What the first failing stage said, without data. */
  readonly message: string
  /** Why the compressed file does not decode as a whole, or null. */
  readonly gzipFailure: string | null
  readonly firstLine: string
  readonly lastLine: string
  /** Whether every statement is closed. */
  readonly closed: boolean
  /** What stands in the dump that no dump program writes, or null; what follows it was not read. */
  readonly refused?: string | null
  /** Whether the dump chooses a database by itself. */
  readonly choosesDatabase: boolean
  /** Whether a condition chose the rows. */
  readonly isPartial: boolean
  /** Whether it is the database that every shop has; a split one has others beside it. */
  readonly isMain: boolean
  readonly before: readonly string[]
  readonly dumped: Iterable<string>
  /** Tables with rows in the dump. */
  readonly filled: Iterable<string>
  readonly after: readonly string[]
  readonly sha256: string
}

/** A proof of a dump; `cause` only where it failed for a known one. */
export type DumpProof = Backup['proofs'][number] & { readonly id: ProofId; readonly cause?: DumpCause }

interface Fault {
  readonly words: string
  readonly cause: DumpCause | null
}

const optionFiles = 'an option file of the server, such as ~/.my.cnf,'
const banner = 'the login prints something before it, a banner in ~/.bashrc or ~/.profile perhaps'

// The main database of a shop has these, and rows in each; a dump without them is of something else, or of no rows.
const sentinels = ['setup_module', 'core_config_data', 'store']

/** Every proof of a dump, passed or not. One failed proof makes the dump worthless. */
export function proveDump(evidence: DumpEvidence): readonly DumpProof[] {
  const { statuses, gzipFailure, firstLine, lastLine, before, sha256 } = evidence
  // What says how the stages ended comes behind the dump, and is lost with the end of one that is damaged.
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
    { id: 'gzip', passed: gzipFailure === null, detail: gzipFailure ?? 'decodes from the first byte to the last' },
    proof('header', isHeader(firstLine) ? null : badHeader(firstLine), firstLine.trim()),
    proof('trailer', isTrailer(lastLine) ? null : badTrailer(evidence), lastLine.trim()),
    proof(
      'statements',
      statements,
      'every statement is closed, is one that dump programs write, and none chooses a database'
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
    words: `the first line is not how mysqldump begins: ${why}`,
    cause: isCut ? 'option-file' : 'login-prints'
  }
}

function judgeStatements({ closed, choosesDatabase, refused = null }: DumpEvidence): Fault | null {
  const fault = (words: string, cause: DumpCause | null = null): Fault => ({ words, cause })
  if (choosesDatabase) return fault('the dump chooses a database by itself, so it could be loaded into the wrong one')
  if (refused !== null)
    return fault(
      `${refused}, which no dump program writes; nothing of the dump was loaded anywhere`,
      'refused-statement'
    )
  return closed ? null : fault('the last statement is not closed')
}

function unfinishedRestore(names: readonly string[]): Fault | null {
  if (!names.includes(markerTable)) return null
  const words = `a restore of this database has not ended (it has the table ${markerTable}): the dump may hold a part of a shop, or tables of both`
  return { words, cause: 'unfinished-restore' }
}

function judgeRows({ isPartial, isMain, filled, before }: DumpEvidence): Fault | null {
  if (isPartial) return { words: `a condition chose its rows: ${optionFiles} sets where`, cause: 'option-file' }
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
  return { words: `the database has no ${missing.join(', ')}: it is not the one of a shop`, cause: null }
}
