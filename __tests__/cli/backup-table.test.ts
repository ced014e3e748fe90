import { expect, test } from '@jest/globals'
import { backupTable } from '../../src/cli/backup-table.js'
import type { ListedBackup } from '../../src/steps/backup/manifest/find-backups.js'
import type { BackupManifest, ManifestDump } from '../../src/steps/backup/manifest/manifest.js'

const now = new Date('2026-11-24T08:00:00Z')

function backup(manifest: Partial<BackupManifest>, more: Partial<ListedBackup> = {}): ListedBackup {
  const dump = { bytes: 1, fileBytes: 412_000_000, serverVersion: '10.6.16-MariaDB' } as ManifestDump
  const known = { environment: 'staging', application: null, state: 'proven', dumps: [dump], media: null }
  const whole = { finishedAt: '2026-11-23T08:00:00.000Z', ...known, ...manifest } as BackupManifest
  return { folder: '/b/1', damage: null, manifest: whole, ...more }
}

test('has a header, age, versions and size, aligned also with wide characters', () => {
  const media = { bytes: 1_100_000_000 } as BackupManifest['media']
  const table = backupTable(
    [
      backup({ productVersion: '2.4.7-p3' }),
      backup({ environment: '測試環境', application: 'shop', media, finishedAt: '2026-11-24T05:00:00.000Z' }),
      backup({ dumps: [], finishedAt: '2026-11-24T08:00:01.000Z' }, { folder: '/b/3', damage: 'a dump is missing' })
    ],
    now
  )
  expect(table).toEqual([
    'FINISHED           AGE            ENVIRONMENT    VERSION   DATABASE         SIZE    STATE    FOLDER',
    '2026-11-23 08:00Z  1d             staging        2.4.7-p3  10.6.16-MariaDB  412 MB  proven   /b/1',
    '2026-11-24 05:00Z  3h             測試環境/shop  unknown   10.6.16-MariaDB  1.5 GB  proven   /b/1',
    '2026-11-24 08:00Z  in the future  staging        unknown   unknown          0 B     damaged  /b/3',
    '  damaged: a dump is missing'
  ])
})

test('says nothing of no backups, and nothing in a cell can steer the terminal', () => {
  expect(backupTable([], now)).toEqual([])
  const [, line = ''] = backupTable([backup({}, { folder: '/b/\u001B[2Jgone\nnext' })], now)
  expect(line).toMatch(/\/b\/gone next$/)
})
