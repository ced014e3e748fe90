import { afterAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { staleLock } from '../../../src/steps/plan/stale-lock.js'

const folder = mkdtempSync(join(tmpdir(), 'stale-lock-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const base = { name: 'acme/shop', require: { php: '*' }, repositories: [{ 'packagist.org': false }] }

/** The lock that Composer itself writes for a composer.json. */
function lockFor(composerJson: string): string {
  writeFileSync(join(folder, 'composer.json'), composerJson)
  const env = { PATH: process.env['PATH'], HOME: folder, COMPOSER_HOME: folder, COMPOSER_ALLOW_SUPERUSER: '1' }
  execFileSync('composer', ['update', '--no-install', '--quiet'], { cwd: folder, env })
  return readFileSync(join(folder, 'composer.lock'), 'utf8')
}

test.each([
  ['plain', base],
  ['with every kind of sign', { ...base, extra: { 'ä/ö': 'größe/日本😀 <&>\'"\\', del: '\u007f\u2028', tab: '\t\b' } }],
  ['with empty sections', { ...base, extra: { list: [], object: {}, nothing: null }, 'require-dev': {} }],
  ['with a platform', { ...base, config: { platform: { php: '8.2.0' }, 'sort-packages': true } }],
  ['with an empty configuration', { ...base, config: {}, 'prefer-stable': true }]
])('F51: a lock that Composer made for composer.json is not called stale: %s', (_, root) => {
  const composerJson = JSON.stringify(root)
  const lock = lockFor(composerJson)
  expect(staleLock(composerJson, lock)).toEqual([])
  const edited = JSON.stringify({ ...root, require: { php: '*', 'ext-json': '*' } })
  expect(staleLock(edited, lock)).toMatchObject([{ id: 'composer-lock-stale', severity: 'warning', level: 'before' }])
})

test.each([
  ['keys in an order that is lost', { ...base, extra: { b: 1, 0: 2 } }],
  ['fractions', { ...base, extra: { ratio: 1.5 } }]
])('what Composer would write is not guessed: %s', (_, root) => {
  expect(staleLock(JSON.stringify(root), '"content-hash": "0123456789abcdef0123456789abcdef"')).toEqual([])
})

test('a lock without a hash, and no JSON, are no matter of this', () => {
  expect(staleLock(JSON.stringify(base), '{}')).toEqual([])
  expect(staleLock('{', '"content-hash": "0123456789abcdef0123456789abcdef"')).toEqual([])
})
