import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingIds, migrationIds, problemIds, promiseIds, proofIds } from '../src/ids.js'
import { optionTable } from '../src/options.js'

// See CONTRIBUTING.md for what to write instead.
const unwanted = /\b(?:mend(?:s|ed)?|told|beside|anew|whoever)\b/i

const ids = Object.entries({ ...problemIds, ...migrationIds, ...findingIds, ...proofIds, ...promiseIds })
const options = Object.entries(optionTable)

test.each([
  ...options.map(([name, { description }]) => [name, description]),
  ...ids.map(([id, texts]) => [id, texts.join(' ')])
])('the text of %s uses plain words', (_, text) => {
  expect(text).not.toMatch(unwanted)
})

test('the messages in the sources use plain words', () => {
  const literal = /(['"])((?:\\.|(?!\1)[^\\\n])*)\1|`((?:\\.|[^`\\\n])*)`/g
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const found = sources.flatMap((name) =>
    readFileSync(join('src', name), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/?\*|\/\/|import )/.test(line))
      .flatMap((line) => [...line.matchAll(literal)].map(([, , quoted, template]) => quoted ?? template ?? ''))
      .map((text) => text.replaceAll(/\$\{[^}]*(?:\}|$)/g, '…'))
      .filter((text) => text.split(' ').length > 3 && !text.includes('SELECT') && unwanted.test(text))
      .map((text) => `${name}: ${text}`)
  )
  expect(found).toEqual([])
})
