import type { ManifestDump } from './manifest.js'
import { compareObjects, isHeader, isTrailer } from '../../../tools/dump/dump-scan.js'
import type { SqlFacts } from '../../../tools/dump/sql-scan.js'

/** Properties of a dump that was read again. */
interface DumpReading extends SqlFacts {
  readonly bytes: number
  readonly sha256: string
  readonly sqlBytes: number
  readonly sqlSha256: string
  readonly gzipFailure: string | null
}

/** All differences between a dump and its manifest, each as half a sentence; empty if there are none. */
export function compareDump(dump: ManifestDump, read: DumpReading): readonly string[] {
  const { scan, rows } = read
  // Nothing after a refused statement was read.
  const whole = read.refused === null
  const objects = compareObjects([...dump.tables, ...dump.views], scan.objects, [...dump.tables, ...dump.views])
  const wrongRows = Object.entries(dump.rows ?? {}).filter(([table, count]) => (rows.get(table) ?? 0) !== count)
  return [
    read.gzipFailure,
    read.refused === null ? null : `${read.refused}, which no dump program writes`,
    read.bytes === dump.bytes ? null : `it has ${read.bytes} bytes instead of ${dump.bytes}`,
    read.sha256 === dump.sha256 ? null : 'its sha256 is different',
    read.sqlBytes === dump.sqlBytes && read.sqlSha256 === dump.sqlSha256 ? null : 'its SQL is different',
    isHeader(read.firstLine) || read.gzipFailure !== null ? null : 'its first line is not one that mysqldump writes',
    isTrailer(scan.lastLine) || !whole ? null : 'its last line is not `-- Dump completed`',
    read.closed || !whole ? null : 'its last statement is incomplete',
    whole ? (objects?.words ?? null) : null,
    wrongRows.length === 0 || !whole
      ? null
      : `it has a different number of rows in ${wrongRows.map(([table]) => table).join(', ')}`
  ].filter((failure) => failure !== null)
}
