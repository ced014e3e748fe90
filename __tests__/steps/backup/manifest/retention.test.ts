import { expect, test } from '@jest/globals'
import type { BackupManifest } from '../../../../src/steps/backup/manifest/manifest.js'
import { planRetention, type Retention } from '../../../../src/steps/backup/manifest/retention.js'

const now = new Date('2026-06-30T12:00:00.000Z')
const day = 24 * 3600 * 1000

type Given = Partial<Pick<BackupManifest, 'project' | 'environment' | 'application' | 'state'>>

function backup(daysAgo: number, given: Given = {}): BackupManifest {
  const finishedAt = new Date(now.getTime() - daysAgo * day).toISOString()
  const place = { project: 'one', environment: 'staging', application: null, state: 'proven' }
  return { ...place, ...given, finishedAt } as unknown as BackupManifest
}
/** The numbers of the backups that stay, and of those that must be read first. */
function plan(backups: readonly BackupManifest[], retention: Partial<Retention>): readonly (readonly number[])[] {
  const { kept, proven } = planRetention(backups, { keep: null, days: null, ...retention }, now)
  for (const one of [...kept, ...proven]) expect(backups).toContain(one)
  return [kept, proven].map((set) => backups.flatMap((one, index) => (set.has(one) ? [index] : [])))
}

test('without a rule everything stays, and nothing need be read', () => {
  expect(plan([backup(900), backup(1, { state: 'failed' })], {})).toEqual([[0, 1], []])
})

test('the newest so many stay, in whatever order they come', () => {
  const backups = [backup(3), backup(1), backup(4), backup(2)]
  expect(plan(backups, { keep: 2 })).toEqual([[1, 3], [1]])
  expect(plan(backups, { keep: 0 })).toEqual([[1], [1]])
  expect(plan(backups, { keep: 4 })).toEqual([[0, 1, 2, 3], []])
})

test('those of the last so many days stay, to the second', () => {
  const backups = [backup(9.999), backup(10), backup(10.001)]
  expect(plan(backups, { days: 10 })).toEqual([[0, 1], [0]])
  expect(plan(backups, { days: 11 })).toEqual([[0, 1, 2], []])
})

test('a backup of a clock that goes ahead is counted like any other', () => {
  expect(plan([backup(-1), backup(-2), backup(0)], { keep: 1 })).toEqual([[1], [1]])
})

test('a backup stays that either rule keeps', () => {
  const backups = [backup(1), backup(5), backup(20)]
  expect(plan(backups, { keep: 1, days: 10 })).toEqual([[0, 1], [0]])
  expect(plan(backups, { keep: 2, days: 2 })).toEqual([[0, 1], [0]])
})

test.each([
  ['project', { project: 'two' }],
  ['environment', { environment: 'production' }],
  ['application', { application: 'blog' }]
])('backups of another %s are counted on their own', (_, other) => {
  const backups = [backup(1), backup(2), backup(100, other), backup(200, other)]
  expect(plan(backups, { keep: 1 })).toEqual([
    [0, 2],
    [0, 2]
  ])
  expect(plan(backups, { days: 30 })).toEqual([[0, 1, 2], [2]])
})

test('names that only together read alike are not taken for one place', () => {
  const backups = [backup(1, { project: 'a', environment: 'b-c' }), backup(2, { project: 'a-b', environment: 'c' })]
  expect(plan(backups, { keep: 1 })[0]).toEqual([0, 1])
})

test.each(['proven', 'proven-without-rehearsal'] as const)('the newest that is %s stays, whatever its age', (state) => {
  const backups = [
    backup(1, { state: 'failed' }),
    backup(2, { state: 'inconsistent' }),
    backup(300, { state }),
    backup(400, { state })
  ]
  expect(plan(backups, { keep: 1 })).toEqual([[0, 2], [2]])
  expect(plan(backups, { days: 0 })).toEqual([[2], [2]])
})

test('where none is proven none guards the others', () => {
  const backups = [backup(1, { state: 'failed' }), backup(2, { state: 'inconsistent' })]
  expect(plan(backups, { keep: 1 })).toEqual([[0], []])
})
