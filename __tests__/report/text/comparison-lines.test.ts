import { expect, test } from '@jest/globals'
import { comparisonLines } from '../../../src/report/text/comparison-lines.js'
import type { OpenItems } from '../../../src/report/open-items.js'

const of = (key: string, fix: string): OpenItems['comparisons'][number] => ({
  id: key,
  message: '',
  fix,
  comparison: { name: key.toUpperCase(), key, now: '1', wanted: '2' }
})

test('one line for each, and a way that differs only in the name once', () => {
  const [first, second] = [of('redis', 'Change redis by ticket.'), of('mysql', 'Change mysql by ticket.')]
  expect(comparisonLines([first, second], '2.4.8')).toEqual([
    '! redis   REDIS 1   2.4.8 supports 2',
    '! mysql   MYSQL 1   2.4.8 supports 2',
    '  Change redis, mysql by ticket.'
  ])
})

test('other ways say what they are for', () => {
  const lines = comparisonLines([of('redis', 'Change redis.'), of('mysql', 'Dump mysql, then change mysql.')], '2.4.8')
  expect(lines.slice(2)).toEqual(['  redis: Change redis.', '  mysql: Dump mysql, then change mysql.'])
})
