import { Encrypter } from 'age-encryption'
import { createHash } from 'node:crypto'
import { open, statfs, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What a sink wrote. */
export interface Written {
  readonly bytes: number
  /** Of the file on the disk, in hexadecimal. */
  readonly sha256: string
}

/** A file that a dump is written to. */
interface DumpSink {
  write(chunk: Buffer): Promise<void>
  /** Ends the file and flushes it to the disk. */
  close(): Promise<Written>
  /** Stops writing; the file stays unchanged. */
  abandon(): Promise<void>
}

const spare = 64 * 1024 * 1024
const checkEvery = 32 * 1024 * 1024

/**
 * A new private file (0600) for one dump, encrypted with age for `recipients` if any are given: clear text then never
 * reaches the disk. Throws if the file exists, a recipient is invalid, or the disk is nearly full.
 */
export async function openDumpSink(path: string, recipients: readonly string[]): Promise<DumpSink> {
  const encrypter = recipients.length > 0 ? createEncrypter(recipients) : null
  const file = await open(path, 'wx', 0o600)
  const sum = createHash('sha256')
  let bytes = 0
  const put = async (chunk: Uint8Array): Promise<void> => {
    if (Math.floor(bytes / checkEvery) !== Math.floor((bytes + chunk.length) / checkEvery)) await watchDisk(path)
    sum.update(chunk)
    bytes += chunk.length
    await writeWhole(file, chunk)
  }
  const stream = encrypter ? await encryptInto(encrypter, put) : { write: put, close: () => Promise.resolve() }
  return {
    write: (chunk) => stream.write(chunk),
    close: async () => {
      await stream.close()
      await file.sync()
      await file.close()
      return { bytes, sha256: sum.digest('hex') }
    },
    abandon: () => file.close().catch(() => undefined)
  }
}

/** An encrypter for all recipients. Throws a TypeError that names the invalid one. */
export function createEncrypter(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new TypeError(`${recipient.slice(0, 80)} is not an age recipient (age1…)`)
    }
  }
  return encrypter
}

async function encryptInto(
  encrypter: Encrypter,
  put: (chunk: Uint8Array) => Promise<void>
): Promise<{ write: (chunk: Buffer) => Promise<void>; close: () => Promise<void> }> {
  const plain = new TransformStream<Uint8Array, Uint8Array>()
  const writer = plain.writable.getWriter()
  const encrypted = await encrypter.encrypt(plain.readable)
  const pumping = encrypted.pipeTo(new WritableStream({ write: put }))
  // A failed write is thrown by the next write or by the close.
  pumping.catch((error: unknown) => writer.abort(error).catch(() => undefined))
  return {
    write: async (chunk) => {
      await Promise.race([writer.ready, pumping])
      await writer.write(chunk)
    },
    close: async () => {
      await writer.close()
      await pumping
    }
  }
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let at = 0
  while (at < chunk.length) at += (await file.write(chunk, at)).bytesWritten
}

async function watchDisk(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path))
  if (bavail * bsize >= spare) return
  // The same error that the file system would throw a moment later.
  throw Object.assign(new Error(`ENOSPC: the disk of ${dirname(path)} is nearly full`), {
    code: 'ENOSPC',
    syscall: 'write'
  })
}
