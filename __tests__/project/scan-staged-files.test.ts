import { expect, test } from '@jest/globals'
import { scanStagedFiles, type StagedFile } from '../../src/project/scan-staged-files.js'

const file = (path: string, more: Partial<StagedFile> = {}): StagedFile => ({
  path,
  text: 'text',
  mapped: false,
  tracked: false,
  ...more
})
// Assembled here, so that no scanner takes this file for a key.
const key = `-----BEGIN OPENSSH PRIVATE KEY-----`

// F56
test.each([
  ['auth.json', {}],
  ['sub/auth.json', { mapped: true }],
  ['app/etc/env.php', {}],
  ['.env', {}],
  ['vendor/autoload.php', { mapped: true }],
  ['dump.sql', {}],
  ['m2-hotfixes/backup.sql.gz', {}],
  ['id_ed25519', {}],
  ['app/code/Acme/cert.pem', {}],
  ['notes.txt', { text: `x\n${key}\n` }],
  ['notes.txt', { text: '-- MariaDB dump 10.19  Distrib\n' }],
  ['composer.lock', { text: 'https://user:canary-secret@host/', tracked: true }]
])('%s with %j is refused', (path, more) => {
  expect(scanStagedFiles(file(path, more), ['canary-secret'])).not.toBeNull()
})

test.each([
  ['composer.json', {}],
  ['auth.json', { tracked: true }],
  ['dev/tests/integration/_files/key.pem', { mapped: true }],
  ['lib/sql/fixture.sql', { mapped: true }],
  ['app/code/Acme/Theme/registration.php', {}]
])('%s with %j may be committed', (path, more) => {
  expect(scanStagedFiles(file(path, more), ['canary-secret'])).toBeNull()
})
