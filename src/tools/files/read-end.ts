import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { withoutCutLine } from '../../project/last-characters.js'

// Opening a pipe without a writer would wait.
const plainly = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
// The limit for the unpacked size of a downloaded archive.
const mostUnpacked = 1024 * 1024 * 1024

/**
 * The last `most` bytes of a file as UTF-8 from the beginning of a line on, unpacked if it is gzip; null if there is no
 * such file or it is not text. Throws for a link, and reads no pipe or device, which a foreign archive may contain.
 */
export async function readEnd(path: string, most: number): Promise<string | null> {
  const file = await open(path, plainly).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  })
  if (file === null) return null
  try {
    if (!(await file.stat()).isFile()) return null
    const begin = Buffer.alloc(2)
    await file.read(begin, 0, 2, 0)
    if (begin[0] === 0x1f && begin[1] === 0x8b) return await unpackEnd(path, most)
    const { size } = await file.stat()
    const length = Math.min(size, most)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return textOf(buffer.subarray(0, bytesRead), size > most)
  } finally {
    await file.close()
  }
}

async function unpackEnd(path: string, most: number): Promise<string | null> {
  let end = Buffer.alloc(0)
  let total = 0
  try {
    for await (const chunk of createReadStream(path).pipe(createGunzip())) {
      const bytes = chunk as Buffer
      total += bytes.length
      if (total > mostUnpacked) return null
      end = Buffer.concat([end, bytes]).subarray(-most)
    }
  } catch {
    return null
  }
  return textOf(end, total > most)
}

// A log has no zero bytes; a database file or an archive does.
function textOf(bytes: Buffer, isCut: boolean): string | null {
  if (bytes.subarray(0, 8192).includes(0)) return null
  return isCut ? withoutCutLine(bytes.toString('utf8')) : bytes.toString('utf8')
}
