import { Decrypter } from 'age-encryption'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readDump, type DumpFacts } from './dump-file/read-dump.js'

export type { DumpFacts }

/** Dump files on this machine. */
export interface DumpFiles {
  /**
   * Reads the whole file in a stream of bounded memory, decrypted with `identity` (the text of an age identity file)
   * where there is one. Never throws for a damaged file.
   */
  inspect(path: string, identity?: string | null): Promise<DumpFacts>
  /** Size and sha256 of a file as it lies there, and why it could not be read. */
  sum(path: string): Promise<{ readonly bytes: number; readonly sha256: string; readonly failure: string | null }>
  /** The compressed bytes of a dump, decrypted where there is an identity. */
  compressed(path: string, identity: string | null): AsyncIterable<Buffer>
  /** The SQL of a dump as the oldest clients can load it: without the line that switches the sandbox mode on. */
  sql(path: string): AsyncIterable<Buffer>
  /** Gives a proven file its final name, safe against a power cut: file and folder are flushed. */
  settle(partial: string, final: string): Promise<void>
}

/** The real {@link DumpFiles}. */
export const dumpFiles: DumpFiles = { inspect, sum, compressed, sql, settle }

const piece = { highWaterMark: 256 * 1024 }

async function inspect(path: string, identity: string | null = null): Promise<DumpFacts> {
  const failures: string[] = []
  const facts = await readDump(untilFailure(compressed(path, identity), failures))
  const tail = facts.rest.length > 0 ? 'there is something behind the compressed data' : null
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

/** What a source gives until it fails; the failure goes into `failures`. */
async function* untilFailure(source: AsyncIterable<Buffer>, failures: string[]): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield chunk
  } catch (error) {
    failures.push(error instanceof Error ? error.message : String(error))
  }
}

/** Clear bytes of a file that was encrypted with age. Throws for a wrong identity and for a file that was cut. */
async function* decrypted(source: Readable, identity: string): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter()
  for (const line of identity.split('\n').filter((text) => text.trim().startsWith('AGE-SECRET-KEY-')))
    decrypter.addIdentity(line.trim())
  const clear = await decrypter.decrypt(Readable.toWeb(source) as ReadableStream<Uint8Array>)
  for await (const chunk of Readable.fromWeb(clear as never)) yield Buffer.from(chunk as Uint8Array)
}

const sandboxMode = Buffer.from('/*M!999999')

async function* sql(path: string): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, piece).pipe(createGunzip())) {
    if (head === null) {
      yield chunk as Buffer
      continue
    }
    head = Buffer.concat([head, chunk as Buffer])
    const end = head.indexOf(10)
    if (end < 0 && head.length < 1000) continue
    yield head.subarray(0, sandboxMode.length).equals(sandboxMode) ? head.subarray(end + 1) : head
    head = null
  }
  if (head !== null) yield head
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
