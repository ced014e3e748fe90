import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareVersions,
  isStable,
  nextLine,
  parseProductVersion,
  releaseLine
} from '../../src/project/product-version.js'

const released = [
  ...['2.0.4', '2.1.18', '2.2.0', '2.3.5-p1-2', '2.3.7-p4', '2.4.0-p1', '2.4.3-p3', '2.4.4-p18', '2.4.7-beta1'],
  ...['2.4.7-beta3', '2.4.7', '2.4.7-p1', '2.4.7-p9', '2.4.7-p10', '2.4.8-alpha1', '2.4.8-beta1', '2.4.8-RC1', '2.4.8'],
  ...['2.4.9-beta1', '2.4.9-beta111', '2.4.9', '2.4.10', '2.4.8-dev']
]

function composerPath(): string {
  const folder = (process.env['PATH'] ?? '').split(':').find((entry) => existsSync(join(entry, 'composer')))
  return folder === undefined ? '' : realpathSync(join(folder, 'composer'))
}

function composerOrder(versions: readonly string[]): string[] {
  const script = join(import.meta.dirname, 'semver-oracle.php')
  const { status, stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=0', script, composerPath()], {
    input: JSON.stringify(versions),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'] }
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return stdout.trimEnd().split('\n')
}

const suffix = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('alpha', 'beta', 'RC', 'rc', 'p', 'patch', 'dev'), fc.option(fc.nat(120), { nil: null }))
    .map(([stage, number]) => `-${stage}${stage === 'dev' ? '' : (number ?? '')}`),
  fc.tuple(fc.nat(12), fc.constantFrom('.', '-'), fc.nat(12)).map(([a, separator, b]) => `-p${a}${separator}${b}`)
)
const version = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(11), fc.nat(11), suffix)
  .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`)

test('orders versions exactly as composer/semver does', () => {
  const size = Number(process.env['MASS'] ?? 120)
  const generated = fc.sample(version, { numRuns: size, seed: 20260512 })
  const versions = [...released, ...generated]
  const ours = versions.map((a) => versions.map((b) => ['<', '=', '>'][Math.sign(compareVersions(a, b)) + 1]).join(''))
  expect(ours).toEqual(composerOrder(versions))
})

describe('parseProductVersion', () => {
  test.each(released)('reads %s', (text) => {
    expect(parseProductVersion(text)?.text).toBe(text)
  })

  test.each(['', 'v2.4.8', '2.4', '2.4.8.1', '2.4.6-2024-02-aug', '2.4.٨', '2.4.8\n', ' 2.4.8', '2.4.8-', 'dev-main'])(
    'refuses %j',
    (text) => {
      expect(parseProductVersion(text)).toBeNull()
    }
  )

  test('answers every text without an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => [undefined, text].includes(parseProductVersion(text)?.text)))
  })
})

test('tells finished releases from others', () => {
  expect(['2.4.8', '2.4.8-p1'].map(isStable)).toEqual([true, true])
  expect(['2.4.8-beta1', '2.4.8-RC1', '2.4.8-alpha2', '2.4.8-dev'].map(isStable)).toEqual([false, false, false, false])
})

test('knows release lines', () => {
  expect(releaseLine('2.4.7-p10')).toBe('2.4.7')
  expect(nextLine('2.4.9')).toBe('2.4.10')
  expect(() => releaseLine('latest')).toThrow(TypeError)
})
