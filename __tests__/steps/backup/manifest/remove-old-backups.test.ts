import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createLedger } from '../../../../src/ledger.js'
import { findBackups, type ListedBackup } from '../../../../src/steps/backup/manifest/find-backups.js'
import { removeOldBackups, type Pruned } from '../../../../src/steps/backup/manifest/remove-old-backups.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { files, type Files } from '../../../../src/tools/files.js'
import { writeBackup } from '../../../helpers/written-backup.js'

let parent: string
let folder: string
let effects: { kind: string; what: string; state: string }[]
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'prune-backups-'))
})
afterAll(() => {
  rmSync(parent, { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(parent, 'all-'))
  effects = []
})
const now = new Date('2026-06-30T12:00:00.000Z')
const made = (day: string): { finishedAt: string } => ({ finishedAt: `2026-06-${day}T00:00:00.000Z` })

function prune(given: { keep?: number; days?: number; dryRun?: boolean; files?: Files } = {}): Promise<Pruned> {
  const { keep = null, days = null, dryRun = false, files: own = files } = given
  const ledger = createLedger(effects as never)
  return removeOldBackups({ files: own, dumpFiles, ledger }, folder, { retention: { keep, days }, now, dryRun })
}
const names = (backups: readonly { readonly folder: string }[]): readonly string[] =>
  backups.map((backup) => relative(folder, backup.folder))

test('what no rule keeps goes, and the ledger says so', async () => {
  for (const day of ['20', '21', '22']) writeBackup(join(folder, day), made(day))
  writeFileSync(join(folder, '20', 'notes.txt'), 'mine')
  const { kept, removed, damaged, unreadable } = await prune({ keep: 1 })
  expect([names(kept), names(removed), damaged, unreadable]).toEqual([['22'], ['21', '20'], [], []])
  expect([readdirSync(folder), readdirSync(join(folder, '20'))]).toEqual([['20', '22'], ['notes.txt']])
  expect(effects).toEqual([
    { kind: 'removed-backup', what: `the backup ${join(folder, '21')} was removed`, state: 'done' },
    { kind: 'removed-backup', what: `the backup ${join(folder, '20')} was removed`, state: 'done' }
  ])
})

test('a trial run only tells', async () => {
  for (const day of ['20', '21']) writeBackup(join(folder, day), made(day))
  expect(names((await prune({ keep: 1, dryRun: true })).removed)).toEqual(['20'])
  expect([readdirSync(join(folder, '20')), effects]).toEqual([['database.sql.gz', 'manifest.json'], []])
})

test('the manifest goes last: a stop before leaves a backup that is listed as damaged, not a nameless dump', async () => {
  writeBackup(join(folder, '29'), made('29'))
  const old = writeBackup(join(folder, 'old'), made('01'))
  const media = { folder: 'media', checksums: 'media.sha256', checksumsSha256: 'a'.repeat(64), files: 0, bytes: 0 }
  writeBackup(old, { ...made('01'), media })
  mkdirSync(join(old, 'media'))
  writeFileSync(join(old, 'media.sha256'), '')
  const order: string[] = []
  const remove = async (path: string): Promise<void> => {
    order.push(relative(old, path))
    await files.remove(path)
  }
  await prune({ keep: 1, files: { ...files, remove } })
  expect(order.splice(0)).toEqual(['database.sql.gz', 'media', 'media.sha256', 'manifest.json'])
  expect(existsSync(old)).toBe(false)
  writeBackup(old, made('01'))
  await prune({ keep: 1, files: { ...files, remove } })
  expect(order).toEqual(['database.sql.gz', 'manifest.json'])
})

test('a removal that fails leaves the manifest, and no claim that the backup went', async () => {
  writeBackup(join(folder, '29'), made('29'))
  const old = writeBackup(join(folder, 'old'), made('01'))
  const remove = (): Promise<void> => Promise.reject(new Error('read-only'))
  await expect(prune({ keep: 1, files: { ...files, remove } })).rejects.toThrow('read-only')
  expect([existsSync(join(old, 'manifest.json')), effects[0]?.state]).toEqual([true, 'intended'])
})

test.each(['../../x', '../victim', '/etc/passwd', '..', '.', 'a/b', ''])(
  'a manifest that names %p is none, and nothing that it names goes',
  async (file) => {
    writeFileSync(join(folder, 'victim'), 'x')
    writeBackup(join(folder, '29'), made('29'))
    const old = writeBackup(join(folder, 'old'), { ...made('01'), dump: { file } })
    const { removed, unreadable } = await prune({ keep: 1 })
    expect([removed, unreadable.length, readdirSync(folder)]).toEqual([[], 1, ['29', 'old', 'victim']])
    expect(readdirSync(old)).toEqual(['database.sql.gz', 'manifest.json'])
  }
)

describe('what is not whole', () => {
  test('counts for nothing, and stays', async () => {
    writeBackup(join(folder, '10'), made('10'))
    writeBackup(join(folder, '11'), made('11'))
    writeBackup(join(folder, 'short'), { ...made('28'), dump: { fileBytes: 1 } })
    writeBackup(join(folder, 'other'), { ...made('29'), dump: { fileSha256: 'b'.repeat(64) } })
    writeFileSync(join(writeBackup(join(folder, 'odd')), 'manifest.json'), '{}')
    const { kept, removed, damaged, unreadable } = await prune({ keep: 1 })
    expect([names(kept), names(removed), names(damaged)]).toEqual([['11'], ['10'], ['short', 'other']])
    expect(damaged.map(({ damage }) => damage)).toEqual([
      expect.stringMatching(/^database\.sql\.gz has \d+ bytes instead of 1$/),
      'the sha256 of database.sql.gz differs from its manifest'
    ])
    expect(unreadable).toEqual([expect.stringContaining('is not a manifest of a backup')])
    expect(readdirSync(folder).sort()).toEqual(['11', 'odd', 'other', 'short'])
  })

  test('of several environments at once', async () => {
    for (const environment of ['staging', 'production']) {
      const spoilt = { environment, ...made('29'), dump: { fileSha256: 'b'.repeat(64) } }
      writeBackup(join(folder, `${environment}-other`), spoilt)
      for (const day of ['10', '11']) writeBackup(join(folder, `${environment}-${day}`), { environment, ...made(day) })
    }
    const { removed, damaged } = await prune({ keep: 1 })
    expect([names(removed).toSorted(), names(damaged).toSorted()]).toEqual([
      ['production-10', 'staging-10'],
      ['production-other', 'staging-other']
    ])
  })

  test('only what has to stand in for others is read', async () => {
    writeBackup(join(folder, 'other'), { ...made('20'), dump: { fileSha256: 'b'.repeat(64) } })
    writeBackup(join(folder, '29'), made('29'))
    const { removed, damaged } = await prune({ keep: 1 })
    expect([names(removed), damaged]).toEqual([['other'], []])
  })
})

test.each([
  ['that it loads', { backup: 'old', wayBack: null }],
  ['that it is taken back with', { backup: '29', wayBack: 'old' }]
])('a backup stays while a restore has not ended %s', async (_, named) => {
  writeBackup(join(folder, '29'), made('29'))
  writeBackup(join(folder, 'old'), made('01'))
  writeBackup(join(folder, 'older'), { ...made('01'), finishedAt: '2026-05-01T00:00:00.000Z' })
  const id = '8b73efff-e1b0-49a6-9d73-509642c9cbd9'
  const place = { project: 'abcdefghijklm', environment: 'staging', application: null, flags: [] }
  const note = { schemaVersion: 1, id, ...place, ...named, startedAt: '2026-06-02T00:00:00.000Z' }
  writeFileSync(join(folder, `unfinished-restore-${id}.json`), JSON.stringify(note))
  expect(names((await prune({ keep: 1 })).removed)).toEqual(['older'])
})

describe('the list', () => {
  const list = async (at = folder): Promise<readonly ListedBackup[]> => findBackups(files, at)

  test('has the newest first, and the folder itself', async () => {
    const days = { a: '02', b: '04', c: '01', d: '03' }
    for (const [order, written] of [Object.entries(days), Object.entries(days).toReversed()].entries()) {
      const all = join(folder, String(order))
      for (const [name, day] of written) writeBackup(join(all, name), made(day))
      writeBackup(all, made('05'))
      const found = (await list(all)).map((backup) => relative(all, backup.folder))
      expect(found).toEqual(['', 'b', 'd', 'a', 'c'])
    }
  })

  test('has none from deeper folders, from media, or of another name', async () => {
    writeBackup(join(folder, 'a', 'b'))
    writeBackup(join(folder, 'media'))
    mkdirSync(join(folder, 'c'))
    for (const name of ['manifest.json.partial', 'my-manifest.json', 'manifestXjson'])
      writeFileSync(join(folder, 'c', name), '{}')
    const heard: string[] = []
    expect([await findBackups(files, folder, (reason) => heard.push(reason)), heard]).toEqual([[], []])
    writeBackup(join(folder, 'multimedia'))
    expect(names(await list())).toEqual(['multimedia'])
  })

  test('of a folder that is not there is an error', async () => {
    await expect(list(join(folder, 'none'))).rejects.toMatchObject({
      code: 'bad-input',
      message: `There is no folder ${join(folder, 'none')}.`
    })
  })
})
