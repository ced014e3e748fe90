import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deflateRawSync, crc32, gzipSync } from 'node:zlib'
import { readGzipMember, type GzipEnd } from '../../../src/tools/dump/gzip-member.js'

async function read(
  bytes: Buffer,
  size: number
): Promise<GzipEnd & { readonly plain: Buffer; readonly member: Buffer }> {
  const [plain, member]: [Buffer[], Buffer[]] = [[], []]
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
  }
  const end = await readGzipMember(pieces(), {
    plain: (chunk) => void plain.push(chunk),
    member: (chunk) => void member.push(chunk)
  })
  return { ...end, plain: Buffer.concat(plain), member: Buffer.concat(member) }
}

test('one member is read whatever its size and the size of the pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 6000 }), async (content, size) => {
      const bytes = gzipSync(content)
      const { failure, rest, plain, member } = await read(bytes, size)
      expect([failure, rest.length, plain.equals(content), member.equals(bytes)]).toEqual([null, 0, true, true])
    }),
    { numRuns: 200 }
  )
})

test('a first piece of any size is taken', async () => {
  const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * index) % 251))
  const bytes = gzipSync(content, { level: 1 })
  for (const size of [bytes.length, 100_000, 65_537]) expect((await read(bytes, size)).failure).toBeNull()
})

test('what follows a member is told, wherever the pieces are cut', async () => {
  const bytes = gzipSync('content')
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 80 }),
      async (tail, size) => {
        const { failure, rest, member } = await read(Buffer.concat([bytes, tail]), size)
        expect([failure, rest.equals(tail), member.equals(bytes)]).toEqual([null, true, true])
      }
    ),
    { numRuns: 300 }
  )
})

test('a header may have a name, a comment, an extra field and a checksum', async () => {
  const body = deflateRawSync('content')
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32('content'), 0)
  trailer.writeUInt32LE(7, 4)
  const head = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 65, 66])
  const bytes = Buffer.concat([head, Buffer.from('name\0comment\0'), Buffer.from([1, 2]), body, trailer])
  for (const size of [1, 3, 7, 100]) expect(await read(bytes, size)).toMatchObject({ failure: null, plainBytes: 7 })
})

test.each([
  ['nothing', Buffer.alloc(0), /too early/],
  ['text', Buffer.from('mysqldump: Error'), /start like/],
  ['half a header', gzipSync('content').subarray(0, 8), /too early/],
  ['half a body', gzipSync('content '.repeat(100)).subarray(0, 20), /too early/],
  ['no trailer', gzipSync('content').subarray(0, -1), /too early/],
  ['a wrong length', Buffer.concat([gzipSync('content').subarray(0, -1), Buffer.from([1])]), /length/],
  [
    'an endless header',
    Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]), Buffer.alloc(200_000, 65)]),
    /start like/
  ]
])('%s is none', async (_name, bytes, expected) => {
  for (const size of [1000, 64 * 1024]) expect((await read(bytes, size)).failure).toMatch(expected)
})
