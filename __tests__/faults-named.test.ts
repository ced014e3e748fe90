import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { exitCodes } from '../src/errors.js'

interface Fault {
  readonly id: string
  /** Exit codes, with commas; empty if nothing ends. */
  readonly exitCode: string
  /** What is missing, if no test proves the promise yet. */
  readonly open?: string
}

// docs/faults.md is written from it.
const faults = JSON.parse(readFileSync('__tests__/faults.json', 'utf8')) as readonly Fault[]
const texts = readdirSync('__tests__', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('faults-named.test.ts'))
  .map((path) => readFileSync(`__tests__/${path}`, 'utf8'))
const isNamed = (id: string): boolean => texts.some((text) => new RegExp(`\\b${id}\\b`).test(text))

test('the catalogue is whole', () => {
  const ids = Array.from({ length: 88 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`)
  expect(faults.map(({ id }) => id)).toEqual(ids)
})

test('every fault is named in a test, and those that are open in none', () => {
  const wrong = faults.filter(({ id, open }) => isNamed(id) !== (open === undefined))
  expect(wrong.map(({ id, open }) => `${id}: ${open === undefined ? 'no test' : 'a test, and open'}`)).toEqual([])
})

test('no fault ends with an exit code that nobody knows', () => {
  const known = [0, ...Object.values(exitCodes)].map(String)
  const told = faults.flatMap(({ exitCode }) => exitCode.split(', ').filter((code) => code !== ''))
  expect(told.filter((code) => !known.includes(code))).toEqual([])
})
