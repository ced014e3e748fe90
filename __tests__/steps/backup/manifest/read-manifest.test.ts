import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findDamage, findOtherContent } from '../../../../src/steps/backup/manifest/find-damage.js'
import { readManifest } from '../../../../src/steps/backup/manifest/read-manifest.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { files } from '../../../../src/tools/files.js'
import { writeBackup, type Written } from '../../../helpers/written-backup.js'

let parent: string
let folder: string
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'find-damage-'))
})
afterAll(() => {
  rmSync(parent, { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(parent, 'backup-'))
})
const damage = async (written: Written): Promise<string | null> => {
  writeBackup(folder, written)
  return findDamage(files, await readManifest(files, folder))
}
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')
/** Two pictures of 3 and 4 bytes, and the list of their checksums. */
function media(): NonNullable<Written['media']> {
  mkdirSync(join(folder, 'media', 'b'), { recursive: true })
  writeFileSync(join(folder, 'media', 'a'), 'abc')
  writeFileSync(join(folder, 'media', 'b', 'c'), 'defg')
  const list = `${sumOf('abc')}  a\n${sumOf('defg')}  b/c\n`
  writeFileSync(join(folder, 'media.sha256'), list)
  return { folder: 'media', checksums: 'media.sha256', checksumsSha256: sumOf(list), files: 2, bytes: 7 }
}

test('a whole backup lacks nothing', async () => {
  expect(await damage({})).toBeNull()
  expect(await damage({ media: media() })).toBeNull()
})

test('what a dump lacks is named', async () => {
  expect(await damage({ dump: { file: null } })).toMatch(/dump of database is only on the server/)
  expect(await damage({ dump: { file: 'x.sql.gz' } })).toMatch(/^x\.sql\.gz is missing/)
  expect(await damage({ dump: { fileBytes: 3 } })).toMatch(/^database\.sql\.gz has \d+ bytes instead of 3$/)
  expect(await damage({ dump: { fileBytes: null } })).toMatch(/instead of 0$/)
  const backup = await readManifest(files, writeBackup(folder))
  expect(await findDamage(files, { ...backup, manifest: { ...backup.manifest, dumps: [] } })).toMatch(/names no dump/)
})

test('what the media lack is named', async () => {
  const copy = media()
  expect(await damage({ media: { ...copy, checksums: 'none.sha256' } })).toBe('none.sha256 is missing')
  const other = /^media has 2 files of 7 bytes instead of/
  for (const given of [{ files: 3 }, { files: 1 }, { bytes: 6 }, { bytes: 8 }, { files: 3, bytes: 8 }])
    expect(await damage({ media: { ...copy, ...given } })).toMatch(other)
})

test('other content is found by reading all of it', async () => {
  const tools = { files, dumpFiles }
  const read = async (written: Written): Promise<string | null> => {
    writeBackup(folder, written)
    return findOtherContent(tools, await readManifest(files, folder))
  }
  const copy = media()
  expect([await read({}), await read({ media: copy })]).toEqual([null, null])
  expect(await read({ dump: { fileSha256: 'a'.repeat(64) } })).toMatch(/^the sha256 of database\.sql\.gz differs/)
  writeFileSync(join(folder, 'media', 'a'), 'abd')
  expect(await read({ media: copy })).toMatch(/media .*\(a\)/)
})

test('what is no backup says so', async () => {
  const missing = join(folder, 'none')
  await expect(readManifest(files, missing)).rejects.toMatchObject({
    ...{ code: 'bad-input', message: expect.stringContaining(`no backup at ${missing}: ${missing}/manifest.json`) }
  })
  writeBackup(folder)
  writeFileSync(join(folder, 'manifest.json'), ' '.repeat(32 * 2 ** 20 + 1))
  await expect(readManifest(files, folder)).rejects.toMatchObject({ code: 'backup-unproven' })
})
