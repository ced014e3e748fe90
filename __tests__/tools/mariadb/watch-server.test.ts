import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restAfter, serverBounds, watchServer, type ServerBounds } from '../../../src/tools/mariadb/watch-server.js'

const home = mkdtempSync(join(tmpdir(), 'watch-test-'))
beforeAll(() => {
  mkdirSync(join(home, 'data/rehearsal'), { recursive: true })
  writeFileSync(join(home, 'data/rehearsal/a.ibd'), Buffer.alloc(2 ** 20, 'x'))
})
afterAll(() => {
  rmSync(home, { recursive: true })
})

const looks = 4

/** What ends a server within the first looks at it that was given so many bytes, or null. */
async function reasonFor(bounds: Partial<ServerBounds>, given = 0): Promise<string | null> {
  return new Promise((resolve) => {
    let looked = 0
    const count = (): number => {
      looked += 1
      if (looked > looks) {
        unwatch()
        resolve(null)
      }
      return given
    }
    const unwatch = watchServer({ home, given: count, end: resolve }, { ...serverBounds, spareBytes: 0, ...bounds })
  })
}

test('a server ends at a full disk, at files beyond the size of the dump, and after a time that follows it', async () => {
  const small = { diskBytes: 2 ** 19, diskFactor: 2, seconds: 0.1, bytesPerSecond: 1000 }
  const reasons = await Promise.all([
    reasonFor({ spareBytes: Number.MAX_SAFE_INTEGER }),
    reasonFor({ ...small, seconds: 600 }),
    reasonFor({ ...small, seconds: 600 }, 2 ** 19),
    reasonFor({ ...small, diskBytes: 2 ** 30 }, 100),
    reasonFor({ ...small, diskBytes: 2 ** 30 }, 1_000_000),
    reasonFor({})
  ])
  expect(reasons).toEqual([
    expect.stringMatching(/^its disk has less than \d+ MiB free after 0 MiB of SQL$/),
    'its files have grown to 1 MiB after 0 MiB of SQL',
    null,
    expect.stringMatching(/^it has run for \d+ seconds after 0 MiB of SQL$/),
    null,
    null
  ])
})

test('looking at many files takes a twentieth of the time, and is never left for long', () => {
  expect([0, 10, 60, 5000].map(restAfter)).toEqual([0, 200, 1200, 10_000])
})
