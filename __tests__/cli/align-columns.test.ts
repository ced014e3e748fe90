import { expect, test } from '@jest/globals'
import { alignColumns } from '../../src/cli/align-columns.js'

test('columns are as wide as a terminal shows them', () => {
  expect(
    alignColumns([
      ['NAME', 'SIZE', 'PLACE'],
      ['環境', '1 B', 'a'],
      ['e\u0301tat', '22 kB', 'b'],
      ['👩‍👩‍👧', '3 B', 'c']
    ])
  ).toEqual(['NAME  SIZE   PLACE', '環境  1 B    a', 'e\u0301tat  22 kB  b', '👩‍👩‍👧    3 B    c'])
})

test('no line ends in spaces, and rows may be short', () => {
  expect(alignColumns([['a', 'long'], ['b', ''], ['c']])).toEqual(['a  long', 'b', 'c'])
  expect(alignColumns([])).toEqual([])
})
