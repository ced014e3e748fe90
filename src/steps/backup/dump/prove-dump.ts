import { UpgradeError } from '../../../errors.js'
import { compareObjects, isHeader, isTrailer } from '../../../tools/dump/dump-scan.js'
import { markerTable } from '../../../tools/dump/restore-marker.js'
import type { Backup } from '../../../report/report.js'

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

type Proof = Backup['proofs'][number]

const optionFiles = 'an option file of the server, such as ~/.my.cnf,'
const banner = 'the login prints something before it, a banner in ~/.bashrc or ~/.profile perhaps'

const refusedText = 'which no dump program writes'
const readAnyway = ['exit-codes', 'gzip', 'header', 'statements']
// The main database of a shop has these, and rows in each; a dump without them is of something else, or of no rows.
const sentinels = ['setup_module', 'core_config_data', 'store']

/** Every proof of a dump, passed or not. One failed proof makes the dump worthless. */
export function proveDump(evidence: DumpEvidence): readonly Proof[] {
  const { statuses, gzipFailure, firstLine, lastLine, before, sha256 } = evidence
  // What says how the stages ended comes behind the dump, and is lost with the end of one that is damaged.
  const bad = Object.values(statuses).filter((status) => (status === null ? gzipFailure === null : status !== 0))
  const list = Object.entries(statuses).map(([stage, status]) => `${stage} ${status ?? 'unknown'}`)
  const statements = judgeStatements(evidence)
  const objects =
    unfinishedRestore(before) ??
    missingSentinels(evidence) ??
    compareObjects(before, evidence.dumped, evidence.after) ??
    judgeRows(evidence)
  return [
    {
      id: 'exit-codes',
      passed: bad.length === 0,
      detail: [list.join(', '), evidence.message].filter(Boolean).join(': ')
    },
    { id: 'gzip', passed: gzipFailure === null, detail: gzipFailure ?? 'decodes from the first byte to the last' },
    {
      id: 'header',
      passed: isHeader(firstLine),
      detail: isHeader(firstLine) ? firstLine.trim() : badHeader(firstLine)
    },
    {
      id: 'trailer',
      passed: isTrailer(lastLine),
      detail: isTrailer(lastLine) ? lastLine.trim() : badTrailer(evidence)
    },
    {
      id: 'statements',
      passed: statements === null,
      detail: statements ?? 'every statement is closed, is one that dump programs write, and none chooses a database'
    },
    {
      id: 'tables',
      passed: objects === null,
      detail: objects ?? `${before.length} tables and views, as in information_schema before and after`
    },
    { id: 'sha256', passed: /^[0-9a-f]{64}$/.test(sha256), detail: sha256 }
  ]
}

function badTrailer({ statuses, gzipFailure, closed }: DumpEvidence): string {
  const isWhole = gzipFailure === null && closed && Object.values(statuses).every((status) => status === 0)
  const why = isWhole ? `, although nothing was cut off: ${optionFiles} may set skip-comments or compact` : ''
  return `the last line is not \`-- Dump completed\`${why}`
}

function badHeader(firstLine: string): string {
  const why = /^(?:\/\*!|DROP |CREATE |SET )/.test(firstLine)
    ? `${optionFiles} may set skip-comments or compact`
    : banner
  return `the first line is not how mysqldump begins: ${why}`
}

function judgeStatements({ closed, choosesDatabase, refused = null }: DumpEvidence): string | null {
  if (choosesDatabase) return 'the dump chooses a database by itself, so it could be loaded into the wrong one'
  if (refused !== null) return `${refused}, ${refusedText}; nothing of the dump was loaded anywhere`
  return closed ? null : 'the last statement is not closed'
}

function unfinishedRestore(names: readonly string[]): string | null {
  if (!names.includes(markerTable)) return null
  return `a restore of this database has not ended (it has the table ${markerTable}): it may hold a part of a shop`
}

function judgeRows({ isPartial, isMain, filled, before }: DumpEvidence): string | null {
  if (isPartial) return `a condition chose its rows: ${optionFiles} sets where`
  if (!isMain) return null
  const withRows = [...filled]
  const empty = sentinels.filter((wanted) => !withRows.some((name) => name.endsWith(wanted)))
  return empty.length === 0
    ? null
    : `there are no rows of ${empty.join(', ')} in it, of ${before.length} tables and views; ${optionFiles} may set no-data or where`
}

function missingSentinels({ isMain, before }: DumpEvidence): string | null {
  if (!isMain) return null
  const missing = sentinels.filter((wanted) => !before.some((name) => name.endsWith(wanted)))
  return missing.length === 0 ? null : `the database has no ${missing.join(', ')}: it is not the one of a shop`
}

/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, else `backup-unproven`. */
export function expectProven(proofs: readonly Proof[]): void {
  const failing = proofs.filter(({ passed }) => !passed)
  // Behind what was refused no statement was read, so that what is missing there says nothing. The bytes were: what is
  // cut off may look like any statement at its end.
  const refused = failing.filter(({ id, detail }) => id === 'statements' && detail.includes(refusedText))
  const failed = refused.length > 0 ? failing.filter(({ id }) => readAnyway.includes(id)) : failing
  const [first] = failed
  if (!first) return
  throw new UpgradeError(first.id === 'exit-codes' ? 'backup-failed' : 'backup-unproven', {
    message: `The database dump cannot be trusted (${failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ')}).`,
    next: adviceFor(failed.map(({ detail }) => detail).join(' '))
  })
}

function adviceFor(text: string): string {
  if (text.includes(banner))
    return 'Take out what the login prints (backup: auto and ssh-dump leave it out by themselves); if it prints nothing, look at the server, which may be broken into.'
  if (text.includes(refusedText))
    return 'Look at the server, which may be broken into, and at what mysqldump writes there: dumps of a sound one hold nothing else.'
  if (text.includes(markerTable))
    return 'Finish the restore, or go back: magento-cloud-upgrade backup list names the commands.'
  if (text.includes(optionFiles)) return 'Correct the option file of the server; backup: auto and ssh-dump read none.'
  if (/1356|definer|references invalid/i.test(text)) return 'Repair or drop the view named above, then run again.'
  if (/1412|changed while|schema change/i.test(text))
    return 'Wait until no deployment or schema change is running, then run again.'
  if (/denied|1044|1045|1142|1227/i.test(text))
    return 'Give the database user the privilege named above, or ask support for it.'
  return 'Run again; if it fails again, look at the database server and the free space.'
}
