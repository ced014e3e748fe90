import { expect, test } from '@jest/globals'
import { describeBackup } from '../../src/report/describe-backup.js'
import type { Backup } from '../../src/report/report.js'

const made: Backup = {
  strategy: 'ssh-dump',
  state: 'proven',
  finishedAt: '2026-11-23T08:00:00Z',
  reused: false,
  manifest: '/backups/one/manifest.json',
  location: '/backups/one/database.sql.gz',
  downloadedTo: '/backups/one/database.sql.gz',
  bytes: 1,
  sha256: 'aa',
  tables: 13,
  dumps: [{ relationship: 'database', location: '/backups/one/database.sql.gz', bytes: 1, sha256: 'aa' }],
  proofs: [],
  extras: [],
  problems: []
}
const check = 'To check it again: magento-cloud-upgrade backup verify /backups/one/manifest.json'

test('a backup on this machine says where each dump lies, and how to check it', () => {
  const sales = { relationship: 'database-sales', location: '/backups/one/sales.sql.gz', bytes: 1, sha256: 'bb' }
  expect(describeBackup({ ...made, dumps: [...made.dumps, sales] })).toEqual([
    '/backups/one/database.sql.gz',
    'sha256 aa',
    '/backups/one/sales.sql.gz',
    'sha256 bb',
    check
  ])
})

test('a backup on both machines names both places', () => {
  const location = '/tmp/private/main.sql.gz'
  const both = { ...made, location, dumps: made.dumps.map((dump) => ({ ...dump, location })) }
  expect(describeBackup(both)).toEqual([
    '/tmp/private/main.sql.gz (on the server)',
    'sha256 aa',
    '/backups/one/database.sql.gz (on this machine)',
    check
  ])
  const remote = { ...both, downloadedTo: null, manifest: '/tmp/private/manifest.json' }
  expect(describeBackup(remote)).toEqual(['/tmp/private/main.sql.gz (on the server)', 'sha256 aa'])
})

test('a snapshot is named where no dump was asked for', () => {
  const snapshot: Backup = {
    ...made,
    ...{ strategy: 'off', state: 'none', manifest: null, location: null, downloadedTo: null, dumps: [] },
    extras: [{ kind: 'snapshot', location: 'abc123' }]
  }
  expect([describeBackup(snapshot), describeBackup(null)]).toEqual([['snapshot: abc123'], []])
})
