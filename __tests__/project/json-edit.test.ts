import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { removeAt, setAt, valueAt } from '../../src/project/json-edit.js'

test.each([
  ['first', '{\n\t"a": 1,\n\t"b":  2\n}\n', ['a'], '{\n\t"b":  2\n}\n'],
  ['last, and the comma before it', '{\r\n  "a": [1,2],\r\n  "b": 2\r\n}', ['b'], '{\r\n  "a": [1,2]\r\n}'],
  ['only', '{"a": {\n    "b": 2\n}, "c":3}', ['a', 'b'], '{"a": {}, "c":3}'],
  ['missing', '{ "a":1 }', ['b', 'c'], '{ "a":1 }'],
  ['in what is no object', '{ "a": [] }', ['a', 'b'], '{ "a": [] }']
])('the %s property goes, and every other byte stays', (_, text, path, expected) => {
  expect(removeAt(text, path)).toBe(expected)
})

test.each([
  ['a value', '{ "a":1, "b":  2 }', ['a'], 3, '{ "a":3, "b":  2 }'],
  ['an entry at the end', '{\n\t"a": 1\n}', ['b'], { c: 1 }, '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 1\n\t}\n}'],
  ["PHP's empty object", '{\n  "a": []\n}', ['a', 'b'], true, '{\n  "a": {\n    "b": true\n  }\n}']
])('%s is written in the style of the text', (_, text, path, value, expected) => {
  expect(setAt(text, path, value)).toBe(expected)
})

test('what was set is read, and what was removed is gone, whatever else the text holds', () => {
  const name = fc.stringMatching(/^[a-z\\\\/"-]{0,6}$/).filter((text) => text !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue()), name, fc.jsonValue(), (value, key, given) => {
      const others = Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
      const set = setAt(JSON.stringify(value, null, 4), [key], given)
      expect(valueAt(set, [key])).toEqual(JSON.parse(JSON.stringify(given)))
      expect(JSON.parse(removeAt(set, [key]))).toEqual(JSON.parse(JSON.stringify(others)))
    })
  )
})
