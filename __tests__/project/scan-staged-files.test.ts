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
const keyOf = (kind: string): string => ['-----BEGIN ', kind, 'PRIVATE KEY-----'].join('')
const secrets = ['another-secret', 'canary-secret']

// F56
test.each([
  ['auth.json', {}, 'looks like repository keys'],
  ['sub/auth.json', { mapped: true }, 'looks like repository keys'],
  ['app/etc/env.php', {}, 'looks like the crypt key and database password'],
  ['app/etc/env.php.bak', {}, 'looks like the crypt key and database password'],
  ['.env', {}, 'looks like environment secrets'],
  ['docker/php/.env', { mapped: true }, 'looks like environment secrets'],
  ['vendor/autoload.php', { mapped: true }, 'looks like installed packages'],
  ['vendor/.htaccess', {}, 'looks like installed packages'],
  ['dump.sql', {}, 'looks like a database dump'],
  ['var/shop.DUMP', {}, 'looks like a database dump'],
  ...['gz', 'zst', 'bz2', 'xz', 'zip'].map(
    (packed) => [`m2-hotfixes/backup.sql.${packed}`, {}, 'looks like a database dump'] as const
  ),
  ...['rsa', 'dsa', 'ecdsa', 'ed25519'].map((kind) => [`id_${kind}`, {}, 'looks like a private SSH key'] as const),
  ['.ssh/id_rsa', {}, 'looks like a private SSH key'],
  ...['pem', 'key', 'p12', 'PFX'].map(
    (kind) => [`app/code/Acme/cert.${kind}`, {}, 'looks like a private key'] as const
  ),
  ...['', 'RSA ', 'OPENSSH ', 'ANY RSA '].map(
    (kind) => ['notes.txt', { text: `x\n${keyOf(kind)}\n` }, 'contains a private key'] as const
  ),
  ['notes.txt', { text: keyOf('EC '), tracked: true }, 'contains a private key'],
  ['notes.txt', { text: '-- MariaDB dump 10.19  Distrib\n' }, 'is a database dump'],
  ['notes.txt', { text: '/*M!999999 sandbox */\n-- MySQL dump 10.13  Distrib\n' }, 'is a database dump'],
  ['composer.lock', { text: 'https://user:canary-secret@host/', tracked: true }, 'contains a secret of this run'],
  ['lib/x.js', { text: 'another-secret', mapped: true }, 'contains a secret of this run']
] as const)('%s with %j is refused: %s', (path, more, reason) => {
  expect(scanStagedFiles(file(path, more), secrets)).toBe(reason)
})

test.each([
  ['composer.json', {}],
  ['auth.json', { tracked: true }],
  ['auth.json.sample', {}],
  ['.env.sample', {}],
  ['.envrc', {}],
  ['app/etc/env.php.dist', {}],
  ['dev/tests/app/etc/env.php', {}],
  ['lib/vendor/jquery.js', {}],
  ['vendor/.htaccess', { mapped: true }],
  ['docs/schema.sql.md', {}],
  ['id_rsa.pub', {}],
  ['solid_rsa', {}],
  ['keys.pem.md', {}],
  ['dev/tests/integration/_files/key.pem', { mapped: true }],
  ['lib/sql/fixture.sql', { mapped: true }],
  ['lib/fixture.txt', { mapped: true, text: keyOf('RSA ') }],
  ['lib/fixture.txt', { mapped: true, text: '-- MySQL dump 10.13  Distrib\n' }],
  ['docs/keys.md', { text: '-----BEGIN PUBLIC KEY-----' }],
  ['docs/dumps.md', { text: 'It begins with -- MySQL dump 10.13' }],
  ['docs/dumps.md', { text: `${'x'.repeat(4096)}\n-- MySQL dump 10.13` }],
  ['app/code/Acme/Theme/registration.php', {}]
])('%s with %j may be committed', (path, more) => {
  expect(scanStagedFiles(file(path, more), secrets)).toBeNull()
})
