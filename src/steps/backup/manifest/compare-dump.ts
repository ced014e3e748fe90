import type { ManifestDump } from './manifest.js'
import { compareObjects, isHeader, isTrailer } from '../../../tools/dump/dump-scan.js'
import type { SqlFacts } from '../../../tools/dump/sql-scan.js'

/** What was read of a dump again. */
interface DumpReading extends SqlFacts {
  readonly bytes: number
  readonly sha256: string
  readonly sqlBytes: number
  readonly sqlSha256: string
  readonly gzipFailure: string | null
}

/** Everything in which a dump differs from what its manifest says, each as half a sentence; empty where nothing does. */
export function compareDump(dump: ManifestDump, read: DumpReading): readonly string[] {
  const { scan, rows } = read
  // Behind what was refused nothing was read.
  const whole = read.refused === null
  const objects = compareObjects([...dump.tables, ...dump.views], scan.objects, [...dump.tables, ...dump.views])
  const wrongRows = Object.entries(dump.rows ?? {}).filter(([table, count]) => (rows.get(table) ?? 0) !== count)
  return [
    read.gzipFailure,
    read.refused === null ? null : `${read.refused}, which no dump program writes`,
    read.bytes === dump.bytes ? null : `it has ${read.bytes} bytes instead of ${dump.bytes}`,
    read.sha256 === dump.sha256 ? null : 'its sha256 is another one',
    read.sqlBytes === dump.sqlBytes && read.sqlSha256 === dump.sqlSha256 ? null : 'its SQL is another one',
    isHeader(read.firstLine) || read.gzipFailure !== null ? null : 'its first line is not how mysqldump begins',
    isTrailer(scan.lastLine) || !whole ? null : 'its last line is not `-- Dump completed`',
    read.closed || !whole ? null : 'its last statement is not closed',
    whole ? (objects?.words ?? null) : null,
    wrongRows.length === 0 || !whole
      ? null
      : `it has another number of rows in ${wrongRows.map(([table]) => table).join(', ')}`
  ].filter((failure) => failure !== null)
}
