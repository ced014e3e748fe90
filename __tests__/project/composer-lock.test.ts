import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stripPlatformOverrides } from '../../src/project/composer-lock.js'
import { json, lockText, templatePackages } from '../helpers/template-project.js'

const overrides = { php: '8.3.99', 'ext-xsl': '8.3.99' }
const packages = [...templatePackages('2.4.8'), { name: 'a/b', version: '1', 'platform-overrides': { php: '7' } }]
const locked = lockText(packages, { description: 'ein \\/ Ünïcode "{', empty: {} })

test('gives the lock that a machine with that PHP writes', () => {
  const { 'plugin-api-version': api, ...rest } = JSON.parse(locked) as Record<string, unknown>
  expect(stripPlatformOverrides(json({ ...rest, 'platform-overrides': overrides, 'plugin-api-version': api }))).toBe(
    json({ ...rest, 'plugin-api-version': api })
  )
  expect(stripPlatformOverrides(json({ ...rest, 'platform-overrides': overrides }))).toBe(json(rest))
  expect(stripPlatformOverrides(locked)).toBe(locked)
})

test('removes the key at any place and nothing else', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.jsonValue()), { selector: ([key]) => key, maxLength: 6 })
  fc.assert(
    fc.property(entries, fc.nat(6), (list, index) => {
      const plain = list.filter(([key]) => !['platform-overrides', '__proto__'].includes(key))
      const place = Math.min(index, plain.length)
      // Integer-like keys change their place in an object, so the text is put together by hand.
      const text = (pairs: readonly (readonly [string, unknown])[]) =>
        pairs.length === 0
          ? '{}'
          : `{\n${pairs.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}`
      const withKey = plain.toSpliced(place, 0, ['platform-overrides', overrides])
      const expected = plain.length === 0 ? /^\{\s*\}$/ : text(plain)
      expect(stripPlatformOverrides(text(withKey))).toEqual(
        typeof expected === 'string' ? expected : expect.stringMatching(expected)
      )
    })
  )
})
