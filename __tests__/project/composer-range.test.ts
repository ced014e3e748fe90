import { expect, test } from '@jest/globals'
import { allowsComposer, composerRange } from '../../src/project/composer-range.js'
import { chooseRuntime } from '../../src/steps/plan/runtime.js'

test.each([
  ['2.10', '^2.10.3'],
  ['2.9.3', '^2.10.3'],
  ['2.2.26', '^2.2.30'],
  ['2.11.1', '^2.11.1']
])('for %s or newer %s is written', (minimum, range) => {
  expect(composerRange(minimum)).toBe(range)
})

test.each([
  ['2.10', '2.10', true],
  ['2.9.3', '2.10', false],
  ['^2.2', '2.10', true],
  ['~2.2', '2.10', true],
  ['~2.2.0', '2.10', false],
  ['2.2.*', '2.9.3', false],
  ['2.*', '2.9.3', true],
  ['^1.10', '2.2.26', false],
  ['>=2.2 <3', '2.10', true]
])('%s can give %s or newer: %s', (constraint, minimum, allowed) => {
  expect(allowsComposer(constraint, minimum)).toBe(allowed)
})

test.each([
  ['2.4.7-p9', '2.2.26', '^2.10.3'],
  ['2.4.7-p10', '2.10', '^2.10.3'],
  ['2.4.7-p10', '2.9.3', '^2.10.3'],
  ['2.4.7-p10', '^2.2', null],
  ['2.4.5-p3', '2.2.26', '^2.2.30'],
  ['2.4.7', '2.10.3', null]
])('the runtime for %s with Composer %s gets %s', (target, declared, written) => {
  const text = `type: php:8.3\ndependencies:\n  php:\n    composer/composer: '${declared}'\n`
  const { appYaml } = chooseRuntime(text.replace('8.3', target.startsWith('2.4.5') ? '8.1' : '8.3'), target, true)
  expect(/composer\/composer: '(.*)'/.exec(appYaml ?? '')?.[1] ?? null).toBe(written)
})
