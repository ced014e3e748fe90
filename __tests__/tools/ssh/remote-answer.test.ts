import { expect, test } from '@jest/globals'
import { namesOf, parseRemoteAnswer, unescapeName } from '../../../src/tools/ssh/remote-answer.js'

test('the last value counts, and all of them can be had', () => {
  const answer = parseRemoteAnswer('banner\nhost\ta\nhost\tb\tc\n\tempty\nlast\t')
  expect([answer.one('host'), answer.one('last'), answer.one(''), answer.one('banner')]).toEqual([
    'b\tc',
    '',
    'empty',
    null
  ])
  expect([answer.all('host'), answer.all('none')]).toEqual([['a', 'b\tc'], []])
})

test('names come back as they were', () => {
  expect(unescapeName('a\\nb\\\\n\\t\\\\\\n')).toBe('a\nb\\n\\t\\\n')
  expect(namesOf(parseRemoteAnswer('table\tx\\ny\nview\tv\ntable\t\\\\'), 'table')).toEqual(['x\ny', '\\'])
})
