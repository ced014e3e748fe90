import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { classifyComposerFailure, groupComposerProblems } from '../../src/project/composer-problems.js'

// Written by Composer 2.5.5 on PHP 8.2 against a small repository of its own.
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'recorded/composer', `${name}.txt`), 'utf8')

test.each([
  ['blocked', 2, 'unsatisfiable'],
  ['many', 2, 'unsatisfiable'],
  ['noversion', 2, 'unsatisfiable'],
  ['http401', 255, 'composer-credentials'],
  ['http403', 255, 'composer-credentials'],
  ['http404', 255, 'composer-network'],
  ['http429', 255, 'composer-network'],
  ['http503', 255, 'composer-network'],
  ['refused', 1, 'composer-network'],
  ['dns', 1, 'composer-network'],
  ['plugin', 1, 'composer-policy'],
  ['memory', 255, 'composer-crashed'],
  ['badjson', 1, 'composer-crashed']
])('knows what %s is', (name, exitCode, kind) => {
  expect(classifyComposerFailure(recorded(name), exitCode)).toBe(kind)
})

test('goes by the exit code where the text says nothing', () => {
  expect([2, 100, 137, 255].map((exitCode) => classifyComposerFailure('', exitCode))).toEqual([
    'unsatisfiable',
    'composer-network',
    'composer-crashed',
    'composer-crashed'
  ])
})

test('knows versions that security advisories block', () => {
  const text =
    'Your requirements could not be resolved to an installable set of packages.\n\n  Problem 1\n    - Root composer.json requires acme/a 1.0 (exact version match: 1.0 or 1.0.0.0), found acme/a[1.0] but these were not loaded, because they are affected by security advisories ("PKSA-aaaa-bbbb-cccc").\n'
  expect(classifyComposerFailure(text, 2)).toBe('composer-policy')
})

test('names the extension that blocks the target, and why', () => {
  expect(groupComposerProblems(recorded('blocked'))).toEqual([
    {
      package: 'acme/module-blocked',
      reasons: ['acme/module-blocked 1.0.0 to 1.0.1 require magento/framework 103.0.7']
    }
  ])
})

test('groups several problems by their cause', () => {
  expect(groupComposerProblems(recorded('many'))).toEqual([
    {
      package: 'acme/absent',
      reasons: [
        'Root composer.json requires acme/absent, it could not be found in any version, there may be a typo in the package name'
      ]
    },
    {
      package: 'acme/module-php',
      reasons: [
        'acme/module-php 1.0.0 requires php ~7.4.0'.concat(
          ' -> your php version (8.2.33) does not satisfy that requirement'
        )
      ]
    },
    { package: 'acme/module-old', reasons: ['acme/module-old 1.0.0 conflicts with magento/framework 103.0.8'] }
  ])
})

test('names the metapackage where only it is missing', () => {
  expect(groupComposerProblems(recorded('noversion'))).toMatchObject([{ package: 'magento/magento-cloud-metapackage' }])
})

test('answers every text, with a reason for every group', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('  Problem 1', '    - ', '    - a/b 1 requires c/d 2'), fc.string())),
      (lines) => {
        expect(groupComposerProblems(lines.join('\n')).every(({ reasons }) => reasons.length > 0)).toBe(true)
      }
    )
  )
})
