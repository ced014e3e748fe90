import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'

const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `F${from + index}`)
// SSH and backups, deployments and verification, a run that is killed, a run that is repeated.
const promised = [...range(20, 43), ...range(65, 77), 'F79', 'F80']

const texts = readdirSync('__tests__', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('faults-named.test.ts'))
  .map((path) => readFileSync(`__tests__/${path}`, 'utf8'))

test.each(promised)('%s has a test that names it', (id) => {
  expect(texts.some((text) => new RegExp(`\\b${id}\\b`).test(text))).toBe(true)
})
