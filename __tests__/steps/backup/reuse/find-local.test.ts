import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseManifest } from '../../../../src/steps/backup/manifest/manifest.js'
import { planRetention } from '../../../../src/steps/backup/manifest/retention.js'
import { isReusable, type WantedBackup } from '../../../../src/steps/backup/reuse/is-reusable.js'
import { earlierBackups } from '../../../../src/steps/backup/reuse/find-local.js'
import { expectSameApplication } from '../../../../src/steps/backup/restore/expect-restorable.js'
import { files } from '../../../../src/tools/files.js'
import { writeBackup } from '../../../helpers/written-backup.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-of-application-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const baseCommit = 'c'.repeat(40)
for (const application of ['blog', 'mymagento', null])
  writeBackup(join(folder, application ?? 'old'), { application, baseCommit })
const place = { project: 'abcdefghijklm', environment: 'staging' }
const earlier = async (application: string | null): Promise<readonly (string | null)[]> =>
  (await earlierBackups(files, folder, { ...place, application })).map(({ manifest }) => manifest.application).sort()

test('an earlier backup is one of the same application, or of an environment that was taken to hold one', async () => {
  expect(await earlier('mymagento')).toEqual(['mymagento', null])
  expect(await earlier('blog')).toEqual(['blog', null])
  expect(await earlier(null)).toEqual(['blog', 'mymagento', null])
})

test('a manifest from before applications were written down is read', async () => {
  const text = await files.read(join(folder, 'old', 'manifest.json'))
  const { application, ...before } = JSON.parse(text ?? '') as Record<string, unknown>
  expect(application).toBeNull()
  expect(parseManifest(JSON.stringify(before), 'it').application).toBeNull()
})

test('none but a backup of the very application is used instead of a new one', async () => {
  const all = await earlierBackups(files, folder, { ...place, application: null })
  const wanted: WantedBackup = {
    ...{ baseCommit, application: 'mymagento', strategy: 'ssh-dump', here: true, onServer: false, encrypted: false },
    ...{ exclude: [], media: false, level: 'off', minutes: 60, now: new Date('2026-01-01T10:10:00Z') }
  }
  const reusable = all.map(({ manifest }) => manifest).filter((manifest) => isReusable(manifest, wanted))
  expect(reusable.map(({ application }) => application)).toEqual(['mymagento'])
})

test('the newest proven backup of each application stays', async () => {
  const all = (await earlierBackups(files, folder, { ...place, application: null })).map(({ manifest }) => manifest)
  expect(planRetention(all, { keep: null, days: 1 }, new Date('2026-11-01')).kept.size).toBe(3)
})

test('a backup of one application is not loaded into another', () => {
  for (const [backedUp, target] of [
    ['blog', 'blog'],
    ['blog', null],
    [null, 'blog']
  ] as const)
    expectSameApplication(backedUp, target)
  expect(() => {
    expectSameApplication('blog', 'mymagento')
  }).toThrow('of the application blog, but would be loaded into mymagento')
})
