import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createSqlScan, type SqlFacts } from '../project/sql-scan.js'
import { readGzipMember } from './gzip-member.js'

/** What reading a compressed dump from end to end found. */
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

/** Dump files on this machine. */
export interface DumpFiles {
  /** Reads the whole file in a stream of bounded memory. Never throws for a damaged file. */
  inspect(path: string): Promise<DumpFacts>
  /** Gives a proven file its final name, safe against a power cut: file and folder are flushed. */
  settle(partial: string, final: string): Promise<void>
}

/** The real {@link DumpFiles}. */
export const dumpFiles: DumpFiles = { inspect, settle }

/**
 * Reads a compressed dump while it flows: checksums, the gzip member, the SQL. `keep` gets the compressed bytes of
 * the member and is awaited. Throws what the source or `keep` throw.
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

async function inspect(path: string): Promise<DumpFacts> {
  let failure: string | null = null
  async function* chunks(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk as Buffer
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
  }
  const facts = await readDump(chunks())
  const tail = facts.rest.length > 0 ? 'there is something behind the compressed data' : null
  return { ...facts, gzipFailure: failure ?? facts.gzipFailure ?? tail }
}

async function settle(partial: string, final: string): Promise<void> {
  await flush(partial)
  await rename(partial, final)
  await flush(dirname(final))
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
