import { expect, test } from '@jest/globals'
import { createLogTail } from '../../../src/steps/wait/activity-log.js'

/** What is given of each text in turn; the last one is the end. */
function tailOf(...texts: readonly string[]): readonly (readonly string[])[] {
  const tail = createLogTail()
  return texts.map((text, index) => tail(text, index === texts.length - 1))
}
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `line ${from + index}\n`).join('')

test('whole lines, once', () => {
  expect(tailOf('', 'one\ntw', 'one\ntwo\n', 'one\ntwo\n', 'one\ntwo\nthree')).toEqual([
    [],
    ['one'],
    ['two'],
    [],
    ['three']
  ])
  expect(tailOf('one\n', 'one\n')).toEqual([['one'], []])
  expect(tailOf('')).toEqual([[]])
  expect(tailOf('a\n\nb\n')).toEqual([['a', '', 'b']])
})

test('empty lines count as well, and lines that are alike', () => {
  expect(tailOf('a\n', 'a\na\n', 'a\na\na\n')).toEqual([['a'], ['a'], ['a']])
  expect(tailOf('a\n', 'a\n\n', 'a\n\n\n')).toEqual([['a'], [''], ['']])
})

test('what comes after goes on, where the beginning was cut off', () => {
  const all = lines(0, 600)
  expect(tailOf(all, lines(10, 603))[1]).toEqual(['line 600', 'line 601', 'line 602'])
  expect(tailOf(all, all.slice(-2000) + 'new\n')[1]).toEqual(['new'])
  expect(tailOf('first\n', 'x\nfirst\nsecond\n')[1]).toEqual(['second'])
})

test('an answer that broke off gives nothing, and one that lost its middle everything', () => {
  const all = lines(0, 600)
  expect(tailOf(all, lines(0, 300), all)).toEqual([expect.anything(), [], []])
  const other = lines(1000, 1700)
  expect(tailOf(all, other)[1]).toHaveLength(700)
  expect(tailOf(all, `${'x'.repeat(all.length - 1)}\n`)[1]).toHaveLength(1)
})
