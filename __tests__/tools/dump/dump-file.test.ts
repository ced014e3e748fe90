import { afterAll, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { ManifestDump } from '../../../src/steps/backup/manifest/manifest.js'
import { compareDump } from '../../../src/steps/backup/manifest/compare-dump.js'
import { isTrailer } from '../../../src/tools/dump/dump-scan.js'
import { dumpFiles } from '../../../src/tools/dump/dump-file.js'

const folder = mkdtempSync(join(tmpdir(), 'dump-file-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const file = join(folder, 'dump.sql.gz')
const random = seeded(Number(process.env['SEED'] ?? 20))
const rows = Array.from({ length: 3000 }, (_, id) => `(${id},'${Math.floor(random() * 1e9).toString(36)} Grüße')`)
const plain = `CREATE TABLE \`größe\` (\n);\nINSERT INTO \`größe\` VALUES ${rows.join(',')};\n-- Dump completed on 2026-01-01\n`
const good = gzipSync(plain)

async function inspect(bytes: Buffer): ReturnType<typeof dumpFiles.inspect> {
  writeFileSync(file, bytes)
  return dumpFiles.inspect(file)
}

test('a good dump is read as a whole', async () => {
  const facts = await inspect(good)
  const sha256 = createHash('sha256').update(good).digest('hex')
  expect(facts).toMatchObject({ gzipFailure: null, bytes: good.length, sha256 })
  expect([[...facts.scan.objects], isTrailer(facts.scan.lastLine)]).toEqual([['größe'], true])
})

test('no corrupted dump passes', async () => {
  for (let round = 0; round < Number(process.env['MASS'] ?? 200); round += 1) {
    const bytes = corrupt(good, round % 6)
    const { gzipFailure, scan } = await inspect(bytes)
    // The header's time and system are no part of what is dumped.
    const harmless = isTrailer(scan.lastLine) && gzipFailure === null && bytes.subarray(10).equals(good.subarray(10))
    expect([round, gzipFailure !== null || harmless]).toEqual([round, true])
  }
}, 600_000)

test('a verification finds what stands before the first line', async () => {
  const head = '-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)\n'
  for (const [before, found] of [
    ['', false],
    ['-- Welcome\n', true],
    ['\n', true]
  ] as const) {
    const read = await inspect(gzipSync(before + head + plain))
    const dump = { ...read, tables: ['größe'], views: [], rows: { größe: 3000 } } as unknown as ManifestDump
    expect(compareDump(dump, read)).toEqual(found ? ['its first line is not one that mysqldump writes'] : [])
  }
})

test('a missing and an empty file are damaged, not thrown', async () => {
  expect((await dumpFiles.inspect(join(folder, 'none'))).gzipFailure).toMatch(/ENOENT/)
  expect((await inspect(Buffer.alloc(0))).gzipFailure).not.toBeNull()
})

test('a settled dump has its final name alone', async () => {
  await inspect(good)
  await dumpFiles.settle(file, join(folder, 'final'))
  expect(readdirSync(folder)).toEqual(['final'])
})

function corrupt(whole: Buffer, kind: number): Buffer {
  const at = Math.floor(random() * whole.length)
  const some = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 600) }, () => Math.floor(random() * 256)))
  const bytes = Buffer.from(whole)
  if (kind === 0) return bytes.subarray(0, at)
  if (kind === 1) return Buffer.concat([bytes, Buffer.alloc(1 + Math.floor(random() * 4096))])
  if (kind === 2) return Buffer.concat([bytes, some])
  if (kind === 3) return Buffer.concat([bytes, gzipSync(some)])
  if (kind === 4) return Buffer.concat([bytes.subarray(0, at), some, bytes.subarray(at)])
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  return bytes
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
