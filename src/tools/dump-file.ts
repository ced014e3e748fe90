import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { createDumpScan } from '../project/dump-scan.js'

/** What reading a compressed dump from end to end found. */
export interface DumpFacts {
  readonly bytes: number
  /** Of the compressed file, in hexadecimal. */
  readonly sha256: string
  /** Why the file is not one whole gzip member without a tail, or null. */
  readonly gzipFailure: string | null
  readonly lastLine: string
  readonly objects: ReadonlySet<string>
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

async function inspect(path: string): Promise<DumpFacts> {
  const sha256 = createHash('sha256')
  const counted = { compressed: 0, plain: 0 }
  let tail = Buffer.alloc(0)
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sha256.update(chunk)
      counted.compressed += chunk.length
      tail = Buffer.concat([tail, chunk.subarray(-4)]).subarray(-4)
      done(null, chunk)
    }
  })
  const scan = createDumpScan()
  const heads = lineHeads((head) => {
    scan.line(head)
  })
  const read = new Writable({
    write(chunk: Buffer, _encoding, done) {
      counted.plain += chunk.length
      heads.add(chunk)
      done()
    }
  })
  let gzipFailure: string | null = null
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: 256 * 1024 }),
      watch,
      createGunzip({ chunkSize: 256 * 1024 }),
      read
    )
    // The last four bytes hold the plain length: another member or a tail of zeros decodes in silence otherwise.
    if (tail.length < 4 || tail.readUInt32LE() !== counted.plain % 2 ** 32)
      gzipFailure = 'there is something behind the compressed data'
  } catch (error) {
    gzipFailure = error instanceof Error ? error.message : String(error)
  }
  heads.end()
  return {
    bytes: counted.compressed,
    sha256: sha256.digest('hex'),
    gzipFailure,
    lastLine: scan.lastLine,
    objects: scan.objects
  }
}

const headLength = 400

/** Tells the first characters of each line, however long the lines are. */
function lineHeads(tell: (head: string) => void): { add(chunk: Buffer): void; end(): void } {
  let head = ''
  const take = (piece: Buffer): void => {
    if (head.length < headLength) head += piece.subarray(0, headLength - head.length).toString('latin1')
  }
  return {
    add: (chunk) => {
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        take(chunk.subarray(start, end))
        tell(Buffer.from(head, 'latin1').toString('utf8'))
        head = ''
        start = end + 1
      }
      take(chunk.subarray(start))
    },
    end: () => {
      if (head !== '') tell(Buffer.from(head, 'latin1').toString('utf8'))
    }
  }
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
