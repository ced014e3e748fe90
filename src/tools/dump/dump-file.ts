import { Decrypter } from 'age-encryption'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { createBesideDump } from './beside-dump.js'
import { createSqlScan, type SqlScan } from './sql-scan.js'
import { readDump, type DumpFacts } from './read-dump.js'

export type { DumpFacts }

/** Dump files on this machine. */
export interface DumpFiles {
  /**
   * Reads the whole file as a stream in bounded memory, decrypted with `identity` (text of an age identity file) if
   * given. Never throws for a damaged file.
   */
  inspect(path: string, identity?: string | null): Promise<DumpFacts>
  /** Size and sha256 of a file on the disk, and why it could not be read. */
  sum(path: string): Promise<{ readonly bytes: number; readonly sha256: string; readonly failure: string | null }>
  /**
   * The output of {@link DumpFiles.sql}, compressed for a restore. `last` is our own SQL, appended only if all was read
   * and the SQL has the expected checksum (hexadecimal SHA-256).
   */
  loadable(path: string, identity: string | null, end: LoadableEnd): AsyncIterable<Buffer>
  /**
   * Like {@link DumpFiles.loadable}, for a load next to the present tables: tables and rows under the names of {@link
   * createBesideDump}; `end.rest` gets its remaining SQL when all was read.
   */
  beside(path: string, identity: string | null, end: LoadableBeside): AsyncIterable<Buffer>
  /** Our own SQL, as a restore sends it to a server. */
  compress(sql: Uint8Array): AsyncIterable<Buffer>
  /**
   * The CREATE TABLE statements of a dump, each as latin1 of its bytes. Throws for a refused statement, and at the end
   * if the checksum of the SQL is not the expected one.
   */
  tables(path: string, identity: string | null, sqlSha256: string): AsyncIterable<string>
  /**
   * The loadable SQL of a dump: read again statement by statement, passing only statements that dump programs write.
   * Without definers, and without the line that old clients do not know. Throws for a refused statement.
   */
  sql(path: string, identity?: string | null): AsyncIterable<Uint8Array>
  /** Gives a proven file its final name, safe against a power cut: file and folder are flushed. */
  settle(partial: string, final: string): Promise<void>
}

/** The expected checksum of a dump to load, and the SQL after it. */
interface LoadableEnd {
  readonly sqlSha256: string
  readonly last: string
}

/**
 * Which tables of a dump are loaded next to the present ones, the SQL before and after, and the receiver of the rest.
 */
interface LoadableBeside extends LoadableEnd {
  /** Names of the tables, in the order of their numbers. */
  readonly tables: readonly string[]
  readonly first: string
  readonly rest: (sql: Uint8Array) => void
}

/** The real {@link DumpFiles}. */
export const dumpFiles: DumpFiles = { inspect, sum, loadable, beside, compress, sql, tables, settle }

const piece = { highWaterMark: 256 * 1024 }

async function inspect(path: string, identity: string | null = null): Promise<DumpFacts> {
  const failures: string[] = []
  const facts = await readDump(untilFailure(compressed(path, identity), failures))
  const tail = facts.rest.length > 0 ? 'there is data after the compressed dump' : null
  return { ...facts, gzipFailure: failures[0] ?? facts.gzipFailure ?? tail }
}

function compressed(path: string, identity: string | null): AsyncIterable<Buffer> {
  const file = createReadStream(path, piece)
  return identity === null ? (file as AsyncIterable<Buffer>) : decrypted(file, identity)
}

async function sum(path: string): ReturnType<DumpFiles['sum']> {
  const failures: string[] = []
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of untilFailure(createReadStream(path, piece) as AsyncIterable<Buffer>, failures)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex'), failure: failures[0] ?? null }
}

/** Yields from a source until it fails; the failure goes to `failures`. */
async function* untilFailure(source: AsyncIterable<Buffer>, failures: string[]): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield chunk
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error))
  }
}

/** Clear bytes of a file that was encrypted with age. Throws for a wrong identity and for a truncated file. */
async function* decrypted(source: Readable, identity: string): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter()
  for (const line of identity.split('\n').filter((text) => text.trim().startsWith('AGE-SECRET-KEY-')))
    decrypter.addIdentity(line.trim())
  const clear = await decrypter.decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
  for await (const chunk of Readable.fromWeb(clear as never)) yield Buffer.from(chunk as Uint8Array)
}

function sql(path: string, identity: string | null = null): AsyncIterable<Uint8Array> {
  return scanned<Uint8Array>(path, { identity, sqlSha256: null }, createSqlScan)
}

function tables(path: string, identity: string | null, sqlSha256: string): AsyncIterable<string> {
  return scanned<string>(path, { identity, sqlSha256 }, (give) => createSqlScan(undefined, give))
}

function loadable(path: string, identity: string | null, end: LoadableEnd): AsyncIterable<Buffer> {
  return zipped(withEnd(path, identity, end))
}

function zipped(source: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  const gzip = createGzip({ level: 1 })
  // The reader throws the error.
  pipeline(Readable.from(source), gzip, () => undefined)
  return gzip as AsyncIterable<Buffer>
}

function compress(sql: Uint8Array): AsyncIterable<Buffer> {
  return zipped(Readable.from([sql]))
}

function beside(path: string, identity: string | null, end: LoadableBeside): AsyncIterable<Buffer> {
  return zipped(besideParts(path, identity, end))
}

async function* besideParts(
  path: string,
  identity: string | null,
  { tables: names, sqlSha256, first, last, rest }: LoadableBeside
): AsyncGenerator<Uint8Array> {
  const dump = createBesideDump(names)
  yield Buffer.from(first)
  yield* scanned<Uint8Array>(path, { identity, sqlSha256 }, (give) =>
    createSqlScan((sql, part) => {
      const piece = dump.beside(sql, part)
      if (piece !== null) give(piece)
    })
  )
  yield Buffer.from(last)
  rest(dump.rest())
}

async function* withEnd(
  path: string,
  identity: string | null,
  { sqlSha256, last }: LoadableEnd
): AsyncGenerator<Uint8Array> {
  yield* scanned<Uint8Array>(path, { identity, sqlSha256 }, createSqlScan)
  yield Buffer.from(last)
}

/**
 * Yields what a scan passes while a dump is read; throws at its end unless the dump is complete and the expected one.
 */
async function* scanned<T>(
  path: string,
  { identity, sqlSha256 }: { readonly identity: string | null; readonly sqlSha256: string | null },
  begin: (give: (piece: T) => void) => SqlScan
): AsyncGenerator<T> {
  let ready: T[] = []
  const scan = begin((piece) => void ready.push(piece))
  const sum = createHash('sha256')
  const gunzip = createGunzip()
  pipeline(Readable.from(compressed(path, identity)), gunzip, () => undefined)
  for await (const chunk of gunzip) {
    if (sqlSha256 !== null) sum.update(chunk as Buffer)
    scan.add(chunk as Buffer)
    yield* ready
    ready = []
  }
  const { refused, closed } = scan.end()
  yield* ready
  if (refused !== null || !closed) throw new Error(refused ?? 'the last statement is incomplete')
  if (sqlSha256 !== null && sum.digest('hex') !== sqlSha256)
    throw new Error('the dump is no longer the one that was checked')
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
