import { expect, test } from '@jest/globals'
import { b2bRelease } from '../../src/project/b2b-release.js'

const lock = (version: string) => [{ name: 'magento/extension-b2b', version }]

test.each([
  ['1.3.3', '2.4.8-p4', ['b2b-release']],
  ['1.5.2-p3', '2.4.8-p4', ['b2b-release']],
  ['1.5.2-p4', '2.4.8-p4', []],
  ['1.0.0', '2.4.8-p77', []],
  ['1.5.3', '2.4.8-p5', []],
  ['1.4.2-p1', '2.4.7-p1', []],
  ['1.3.0', '2.4.3', []],
  ['dev-main', '2.4.8', []]
])('extension-b2b %s with %s', (version, to, expected) => {
  expect(b2bRelease(lock(version), to).map(({ id }) => id)).toEqual(expected)
})

test('a project without it is told nothing', () => {
  expect(b2bRelease([], '2.4.8')).toEqual([])
})
