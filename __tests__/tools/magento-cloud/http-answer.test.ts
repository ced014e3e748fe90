import { describe, expect, test } from '@jest/globals'
import { readHttpAnswer, retryAfterSeconds } from '../../../src/tools/magento-cloud/http-answer.js'

const bodyOf = (text: string): string => readHttpAnswer(text).body

test.each([
  ['a head', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"a":1}\n', '{"a":1}\n'],
  ['HTTP/2, which names no reason', 'HTTP/2 200 \r\nx-request-id: a\r\n\r\n[]', '[]'],
  ['no head at all', '{"a":"HTTP/1.1 429\\r\\n"}', '{"a":"HTTP/1.1 429\\r\\n"}'],
  [
    'a proxy and 1xx before it',
    `${['HTTP/1.1 200 Connection established', 'HTTP/1.1 100 Continue', 'HTTP/2 103 \r\nlink: </x>', 'HTTP/2 200 \r\nage: 1'].join('\r\n\r\n')}\r\n\r\n[]`,
    '[]'
  ],
  ['lines that end without a return', 'HTTP/1.1 200 OK\nage: 1\n\n[]', '[]'],
  ['an error that curl gave up on', 'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\n', ''],
  ['a page', 'HTTP/1.1 200 OK\r\n\r\n<html>\r\n\r\n</html>', '<html>\r\n\r\n</html>'],
  ['nothing', '', '']
])('the body after %s', (_, text, body) => {
  expect(bodyOf(text)).toBe(body)
})

describe('the time that a server asks for', () => {
  const now = new Date('2026-01-01T10:00:00Z')
  const asked = (...lines: readonly string[]): number | null =>
    retryAfterSeconds(readHttpAnswer(['HTTP/2 429 ', ...lines, '', '{}'].join('\r\n')), now)

  test.each([
    ['seconds', 7, ['Retry-After: 7']],
    ['none', 0, ['retry-after: 0']],
    ['a date by our clock', 90, ['retry-after: Thu, 01 Jan 2026 10:01:30 GMT']],
    [
      'a date by its own clock',
      30,
      ['date: Thu, 01 Jan 2026 10:01:00 GMT', 'retry-after: Thu, 01 Jan 2026 10:01:30 GMT']
    ],
    ['a date that is over', 0, ['retry-after: Thu, 01 Jan 2026 09:59:00 GMT']],
    ['no header', null, ['age: 7']],
    ['something else', null, ['retry-after: soon']],
    ['a negative number', null, ['retry-after: -1']],
    ['a fraction', null, ['retry-after: 1.5']],
    ['a word of the length of a day', null, ['retry-after: Xyz']]
  ] as const)('%s', (_, seconds, lines) => {
    expect(asked(...lines)).toBe(seconds)
  })

  test('is that of the last head', () => {
    const text = 'HTTP/1.1 429 Too Many\r\nretry-after: 9\r\n\r\nHTTP/1.1 200 OK\r\nage: 1\r\n\r\n{}'
    expect(retryAfterSeconds(readHttpAnswer(text), now)).toBeNull()
  })
})
