import { expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const page = readFileSync('docs/threat-model.md', 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!actor |-)/.test(line))

test('each threat names its tests, and they exist', () => {
  expect(rows.length).toBeGreaterThan(10)
  const named = rows.map((row) => row.split('|').at(-2) ?? '')
  expect(named.filter((cell) => !/`[^`]+\.test\.ts`/.test(cell))).toEqual([])
  const files = named.flatMap((cell) => [...cell.matchAll(/`([^`]+\.test\.ts)`/g)].map(([, file = '']) => file))
  const missing = files.filter((file) => !existsSync(join('__tests__', file)))
  expect(missing).toEqual([])
})
