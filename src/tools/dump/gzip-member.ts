import { crc32, createInflateRaw } from 'node:zlib'
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Callbacks for a gzip member while it is read. */
interface GzipListener {
  /** Compressed bytes of the member, header and trailer included. Awaited, so that a slow disk slows the source. */
  readonly member: (chunk: Buffer) => Promise<void> | void
  /** Plain bytes, in order. */
  readonly plain: (chunk: Buffer) => void
}

/** How the reading of one gzip member ended. */
export interface GzipEnd {
  /** Why the bytes are not one whole gzip member, or null. */
  readonly failure: string | null
  /** What follows the member, up to its first 64 KiB; without a whole member, the last 8 KiB of all. */
  readonly rest: Buffer
  readonly plainBytes: number
}

const restLimit = 64 * 1024
const trailerLength = 8
const tailLength = 8 * 1024

/**
 * Reads exactly one gzip member (RFC 1952) and checks its CRC and length over all of it. Node's own gunzip continues
 * with further members and silently skips zero padding; here whatever follows is reported. Memory is bounded, and the
 * source is read no faster than the listener takes it. Throws only what the source or the listener throws.
 */
export async function readGzipMember(source: AsyncIterable<Buffer>, listener: GzipListener): Promise<GzipEnd> {
  const state = { crc: 0, plainBytes: 0, failure: null as string | null }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.on('error', (error) => (state.failure ??= error.message))
  const look = (chunk: Buffer): void => {
    state.crc = crc32(chunk, state.crc)
    state.plainBytes += chunk.length
    listener.plain(chunk)
  }
  // Processed one turn later, while zlib's thread works on the next piece.
  const turns = { last: Promise.resolve() }
  inflate.on('data', (chunk: Buffer) => {
    turns.last = Promise.all([
      turns.last,
      nextTurn().then(() => {
        look(chunk)
      })
    ]).then(() => undefined)
    // Awaited after the feed; until then a rejection must not be reported as unhandled.
    turns.last.catch(() => undefined)
  })
  let head: Buffer | null = Buffer.alloc(0)
  let fed = 0
  let after: Buffer | null = null
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    tail = Buffer.concat([tail.subarray(-tailLength), chunk.subarray(-tailLength)])
    if (after !== null) {
      after = keep(after, chunk)
      continue
    }
    if (state.failure !== null) continue
    let body: Buffer = chunk
    if (head !== null) {
      head = Buffer.concat([head, chunk])
      const length = headerLength(head)
      if (length === null) continue
      if (length < 0) {
        state.failure = 'it does not start like a gzip file'
        continue
      }
      await listener.member(head.subarray(0, length))
      body = head.subarray(length)
      head = null
    }
    fed += body.length
    await feed(inflate, body)
    await turns.last
    const unread = fed - inflate.bytesWritten
    await listener.member(body.subarray(0, body.length - unread))
    if (unread > 0) after = keep(Buffer.alloc(0), body.subarray(body.length - unread))
  }
  if (after === null || after.length < trailerLength || state.failure !== null) {
    inflate.destroy()
    return { failure: state.failure ?? 'it ends too early', rest: tail, plainBytes: state.plainBytes }
  }
  if (!inflate.readableEnded) await once(inflate, 'end')
  await turns.last
  await listener.member(after.subarray(0, trailerLength))
  return {
    failure: judge(after, state),
    rest: after.subarray(trailerLength),
    plainBytes: state.plainBytes
  }
}

/** Resolves when the chunk is taken, or when an error (reported by its event) ended the reading before. */
function feed(inflate: ReturnType<typeof createInflateRaw>, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      inflate.off('close', done)
      resolve()
    }
    inflate.once('close', done)
    inflate.write(chunk, done)
  })
}

function judge(trailer: Buffer, { crc, plainBytes }: { crc: number; plainBytes: number }): string | null {
  if (trailer.readUInt32LE(0) !== crc) return 'its checksum (CRC) does not match its contents'
  if (trailer.readUInt32LE(4) !== plainBytes % 2 ** 32) return 'its length field does not match its contents'
  return null
}

function keep(kept: Buffer, chunk: Buffer): Buffer {
  const room = restLimit + trailerLength - kept.length
  return room > 0 ? Buffer.concat([kept, chunk.subarray(0, room)]) : kept
}

/** Length of the gzip header that `bytes` begin with, -1 if they are not one, null if more bytes are needed. */
function headerLength(bytes: Buffer): number | null {
  const magic = Buffer.from([0x1f, 0x8b, 8])
  const seen = Math.min(bytes.length, magic.length)
  if (!bytes.subarray(0, seen).equals(magic.subarray(0, seen))) return -1
  const more = bytes.length > restLimit ? -1 : null
  if (bytes.length < 10) return more
  const flags = bytes.readUInt8(3)
  if ((flags & 0xe0) !== 0) return -1
  let at = 10
  if (flags & 4) {
    if (bytes.length < at + 2) return more
    at += 2 + bytes.readUInt16LE(at)
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue
    const zero = bytes.indexOf(0, at)
    if (zero < 0) return more
    at = zero + 1
  }
  if (flags & 2) at += 2
  return bytes.length >= at ? at : more
}
