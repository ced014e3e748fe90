import { createHash } from 'node:crypto'
import { createSqlScan, type SqlFacts } from './sql-scan.js'
import { readGzipMember } from './gzip-member.js'

/** The result of reading a compressed dump to its end. */
export interface DumpFacts extends SqlFacts {
  /** Size and checksum (hexadecimal) of the compressed dump. */
  readonly bytes: number
  readonly sha256: string
  /** Size and checksum of the SQL. */
  readonly sqlBytes: number
  readonly sqlSha256: string
  /** Why the bytes are not one whole gzip member, or null. */
  readonly gzipFailure: string | null
  /** What follows the member, up to its first 64 KiB. */
  readonly rest: Buffer
}

/**
 * Reads a compressed dump as a stream: checksums, the gzip member, the SQL. `keep` gets the compressed bytes of the
 * member and is awaited. Throws what the source or `keep` throw.
 */
export async function readDump(
  source: AsyncIterable<Buffer>,
  keep: (chunk: Buffer) => Promise<void> | void = () => undefined
): Promise<DumpFacts> {
  const compressed = createHash('sha256')
  const sql = createHash('sha256')
  const scan = createSqlScan()
  let bytes = 0
  const { failure, rest, plainBytes } = await readGzipMember(source, {
    member: async (chunk) => {
      compressed.update(chunk)
      bytes += chunk.length
      await keep(chunk)
    },
    plain: (chunk) => {
      sql.update(chunk)
      scan.add(chunk)
    }
  })
  const sums = { sha256: compressed.digest('hex'), sqlSha256: sql.digest('hex') }
  return { ...scan.end(), ...sums, bytes, sqlBytes: plainBytes, gzipFailure: failure, rest }
}
