import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../../src/secrets/secret.js'
import { openSealedCache, type SealedCache } from '../../../src/tools/cache/sealed-cache.js'

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'sealed-cache-'))
  folder = join(parent, 'below', 'plans')
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(parent, { recursive: true, force: true })
})

async function open(password = 'private key'): Promise<SealedCache> {
  const cache = await openSealedCache(folder, new Secret(password))
  if (cache === null) throw new Error('not opened')
  return cache
}

function entry(): string {
  const [name] = readdirSync(folder).filter((found) => found !== 'salt')
  return join(folder, name ?? 'missing')
}

test('what was kept is read again, by another run with the same password', async () => {
  await (await open()).write('a project', 'what Composer said')
  expect(await (await open()).read('a project')).toBe('what Composer said')
  expect(await (await open()).read('another project')).toBeNull()
  expect(await (await open('another key')).read('a project')).toBeNull()
})

test('nothing on the disk tells the text, the identity or the password', async () => {
  await (await open()).write('identity-canary', 'text-canary')
  const all = readdirSync(folder).map((name) => name + readFileSync(join(folder, name), 'latin1'))
  expect(all.join('')).not.toMatch(/canary|private key/)
  expect(lstatSync(folder).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(folder)) expect(lstatSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test.each<[string, (path: string) => void]>([
  [
    'changed',
    (path) => {
      const content = readFileSync(path)
      content.writeUInt8(content.readUInt8(content.length - 1) ^ 1, content.length - 1)
      writeFileSync(path, content)
    }
  ],
  [
    'cut off',
    (path) => {
      writeFileSync(path, readFileSync(path).subarray(0, 20))
    }
  ],
  [
    'empty',
    (path) => {
      writeFileSync(path, '')
    }
  ],
  [
    'text of somebody else',
    (path) => {
      writeFileSync(path, JSON.stringify({ proofs: [], calls: [] }))
    }
  ],
  [
    'a link',
    (path) => {
      renameSync(path, join(parent, 'elsewhere'))
      symlinkSync(join(parent, 'elsewhere'), path)
    }
  ],
  [
    'a folder',
    (path) => {
      rmSync(path)
      mkdirSync(path)
    }
  ],
  [
    'a pipe',
    (path) => {
      rmSync(path)
      execFileSync('mkfifo', ['-m', '600', path])
    }
  ],
  [
    'open to others',
    (path) => {
      chmodSync(path, 0o644)
    }
  ],
  [
    'older than a day',
    (path) => {
      utimesSync(path, new Date(Date.now() - 25 * 3600_000), new Date(Date.now() - 25 * 3600_000))
    }
  ],
  [
    'of the day after tomorrow',
    (path) => {
      utimesSync(path, new Date(Date.now() + 48 * 3600_000), new Date(Date.now() + 48 * 3600_000))
    }
  ]
])('an entry that is %s is none, and the next one takes its place', async (_, spoil) => {
  await (await open()).write('a project', 'what Composer said')
  const path = entry()
  spoil(path)
  expect(await (await open()).read('a project')).toBeNull()
  if (!lstatSync(path).isDirectory()) {
    await (await open()).write('a project', 'anew')
    expect(await (await open()).read('a project')).toBe('anew')
  }
})

test('an entry below the name of another one is none', async () => {
  const cache = await open()
  await cache.write('one', 'of one')
  const first = entry()
  renameSync(first, `${first}.kept`)
  await cache.write('two', 'of two')
  const second = join(folder, readdirSync(folder).find((name) => /^[0-9a-f]{64}$/.test(name)) ?? '')
  rmSync(second)
  renameSync(`${first}.kept`, second)
  expect(await cache.read('two')).toBeNull()
})

test('a folder of somebody else, or one that others may enter, is not used', async () => {
  await (await open()).write('a project', 'what Composer said')
  chmodSync(folder, 0o755)
  expect(await openSealedCache(folder, new Secret('private key'))).toBeNull()
  chmodSync(folder, 0o700)
  jest.spyOn(process, 'getuid').mockReturnValue(4242)
  expect(await openSealedCache(folder, new Secret('private key'))).toBeNull()
})

test('a folder that is only a link is not used', async () => {
  mkdirSync(join(parent, 'elsewhere'), { mode: 0o700 })
  mkdirSync(join(parent, 'below'))
  symlinkSync(join(parent, 'elsewhere'), folder)
  expect(await openSealedCache(folder, new Secret('private key'))).toBeNull()
  expect(readdirSync(join(parent, 'elsewhere'))).toEqual([])
})

test('a file where the folder should be, or no right to make it, is no error', async () => {
  writeFileSync(join(parent, 'below'), '')
  expect(await openSealedCache(folder, new Secret('private key'))).toBeNull()
})

test('sixteen entries stay, the newest, and nothing that is not ours is touched', async () => {
  const cache = await open()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  for (let index = 0; index < 18; index += 1) {
    await cache.write(`project ${index}`, 'text')
    const newest = entriesOf().find((name) => lstatSync(join(folder, name)).mtimeMs > Date.now() - 3_600_000 + 1)
    const time = new Date(Date.now() - 3_600_000 + index * 1000)
    if (newest) utimesSync(join(folder, newest), time, time)
  }
  expect(entriesOf()).toHaveLength(16)
  expect(await cache.read('project 0')).toBeNull()
  expect(await cache.read('project 17')).toBe('text')
  expect(existsSync(join(folder, 'notes.txt'))).toBe(true)
})

test('what is too large is not kept', async () => {
  const cache = await open()
  await cache.write('a project', 'x'.repeat(33 * 1024 * 1024))
  expect(await cache.read('a project')).toBeNull()
})

function entriesOf(): string[] {
  return readdirSync(folder).filter((name) => /^[0-9a-f]{64}$/.test(name))
}
