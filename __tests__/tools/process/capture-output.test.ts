import { expect, test } from '@jest/globals'
import { captureLines, longestLine } from '../../../src/tools/process/capture-output.js'
import { processorSeconds, timesForTenfold } from '../../helpers/processor-time.js'

const limit = 1024 * 1024

/** What was kept and reported of one line of so many bytes. */
function feed(bytes: number): { readonly kept: number; readonly told: readonly number[] } {
  const told: number[] = []
  const capture = captureLines(limit, (line) => told.push(line.length))
  const chunk = Buffer.alloc(65_536, 'a')
  for (let sent = 0; sent < bytes; sent += chunk.length) capture.add(chunk)
  const kept = capture.end().length
  return { kept, told }
}

// F81
test('a line of 60 MB takes ten times as long as one of 6 MB, and no more memory', async () => {
  expect(await timesForTenfold(feed, 60e6)).toBeLessThan(35)
  // The end of each such line was once looked for at every place of it: a minute, whatever its length.
  expect(await processorSeconds(() => feed(6e6))).toBeLessThan(20)
  const before = process.memoryUsage().rss
  const big = feed(60e6)
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6)
  expect(big.kept).toBeLessThanOrEqual(limit)
  expect(big.told).toHaveLength(1)
  expect(big.told[0]).toBeLessThan(longestLine + 100)
})

test.each([longestLine - 10, longestLine - 1, longestLine])('a token across the cut at %d is not told', (at) => {
  const token = 'correct-horse-battery'
  const told: string[] = []
  const capture = captureLines(limit, (line) => told.push(line))
  capture.add(Buffer.from(`${'a '.repeat(longestLine).slice(0, at - 5)} ${token} ${'b '.repeat(1000)}\n`))
  capture.end()
  expect(told.join('').replaceAll(token, '')).not.toMatch(/corre|battery/)
})

test('F82: text that is torn or no UTF-8 comes as text that JSON can hold', () => {
  const told: string[] = []
  const capture = captureLines(limit, (line) => told.push(line))
  const bytes = Buffer.concat([Buffer.from('grün 日本\n'), Buffer.from([0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x0a, 0xc3])])
  for (const byte of bytes) capture.add(Buffer.from([byte]))
  const text = capture.end()
  expect(text).toBe('grün 日本\n\ufffd\ufffd\0\u001b[\n\ufffd')
  expect(told).toEqual(['grün 日本', '\ufffd\ufffd\0\u001b[', '\ufffd'])
  expect(JSON.parse(JSON.stringify({ text }))).toEqual({ text })
})
