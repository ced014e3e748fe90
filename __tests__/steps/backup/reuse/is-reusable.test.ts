import { expect, test } from '@jest/globals'
import type { BackupManifest } from '../../../../src/steps/backup/manifest/manifest.js'
import { areDifferent, isReusable, type WantedBackup } from '../../../../src/steps/backup/reuse/is-reusable.js'

const dump = { excluded: [], file: 'database.sql.gz', serverFile: null, encryption: 'none' }
const manifest = (given: object = {}, ofDump: object = {}): BackupManifest =>
  ({
    ...{ baseCommit: 'c1', application: 'shop', strategy: 'ssh-dump', state: 'proven', media: null },
    finishedAt: '2026-06-30T12:00:00.000Z',
    dumps: [dump, { ...dump, ...ofDump }],
    ...given
  }) as unknown as BackupManifest
const wanted: WantedBackup = {
  ...{ baseCommit: 'c1', application: 'shop', strategy: 'ssh-dump', here: true, onServer: false, encrypted: false },
  ...{ exclude: [], media: false, level: 'proven', minutes: 60, now: new Date('2026-06-30T12:10:00.000Z') }
}
const at = (time: string): Partial<WantedBackup> => ({ now: new Date(`2026-06-30T${time}Z`) })

test.each<[string, BackupManifest, Partial<WantedBackup>]>([
  ['is as wanted', manifest(), {}],
  ['was made at this very moment', manifest(), at('12:00:00.000')],
  ['is as old as it may be', manifest(), at('12:59:59.999')],
  ['lies on the server alone, where nothing is wanted here', manifest({}, { file: null }), { here: false }],
  ['lies on both', manifest({ dumps: [{ ...dump, serverFile: '/tmp/x' }] }), { onServer: true }],
  ['is encrypted', manifest({ dumps: [{ ...dump, encryption: 'age' }] }), { encrypted: true }],
  ['has the media', manifest({ media: {} }), { media: true }],
  ['leaves out the same', manifest({ dumps: [{ ...dump, excluded: ['a', 'b'] }] }), { exclude: ['a', 'b'] }],
  [
    'was not rehearsed, and need not be',
    manifest({ state: 'proven-without-rehearsal' }),
    { level: 'proven-without-rehearsal' }
  ],
  ['was not rehearsed, with no proof wanted', manifest({ state: 'proven-without-rehearsal' }), { level: 'off' }]
])('a backup that %s is used again', (_, given, want) => {
  expect(isReusable(given, { ...wanted, ...want })).toBe(true)
})

test.each<[string, BackupManifest, Partial<WantedBackup>]>([
  ['is of another commit', manifest({ baseCommit: 'c2' }), {}],
  ['is of no commit', manifest({ baseCommit: null }), {}],
  ['is of another application', manifest({ application: 'blog' }), {}],
  ['is of an application that is not written down', manifest({ application: null }), {}],
  ['was made another way', manifest({ strategy: 'cloud-dump' }), {}],
  ['is too old', manifest(), at('13:00:00.000')],
  ['was made in the future', manifest(), at('11:59:59.999')],
  ['leaves something out', manifest({}, { excluded: ['a'] }), {}],
  ['leaves out something else', manifest({}, { excluded: ['a'] }), { exclude: ['b'] }],
  ['leaves nothing out', manifest(), { exclude: ['a'] }],
  ['lies here by half', manifest({}, { file: null }), {}],
  ['lies on the server by half', manifest({}, { serverFile: '/tmp/x' }), { onServer: true }],
  ['is not encrypted by half', manifest({ dumps: [{ ...dump, encryption: 'age' }, dump] }), { encrypted: true }],
  ['is encrypted where it may not be', manifest({}, { encryption: 'age' }), {}],
  ['has media that are not wanted', manifest({ media: {} }), {}],
  ['lacks the media', manifest(), { media: true }],
  ['was not rehearsed', manifest({ state: 'proven-without-rehearsal' }), {}],
  ['is not of one moment', manifest({ state: 'inconsistent' }), { level: 'off' }],
  ['failed', manifest({ state: 'failed' }), { level: 'off' }]
])('a backup that %s is not used again', (_, given, want) => {
  expect(isReusable(given, { ...wanted, ...want })).toBe(false)
})

test('two applications differ where both are known', () => {
  expect(areDifferent('a', 'b')).toBe(true)
  for (const [one, other] of [
    ['a', 'a'],
    ['a', null],
    [null, 'a'],
    [null, null]
  ] as const)
    expect(areDifferent(one, other)).toBe(false)
})
