import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingIds, migrationIds, problemIds, promiseIds, proofIds } from '../src/ids.js'
import { exitCodes } from '../src/errors.js'
import { preflightError } from '../src/project/preflight-error.js'
import { rules } from '../src/steps/diagnose/explain/rules.js'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'ids.ts')
  .map((name) => readFileSync(join('src', name), 'utf8'))
const written = sources.join('\n')
const ofRules = new Set<string>(rules.map(({ id }) => id))

// TypeScript ensures that every id used is in a table: problems, findings and proofs are typed by them.
describe.each(Object.entries({ problemIds, migrationIds, findingIds, proofIds, promiseIds }))('%s', (_, table) => {
  test.each(Object.entries(table))('%s is used, and explained', (id, [meaning, remedy]) => {
    const start = id.replace(/\*$/, '')
    const isUsed = [`'${id}'`, `'${start}`, `\`${start}\${`].some(
      (text) => (id === start ? text === `'${id}'` : true) && written.includes(text)
    )
    expect(isUsed || ofRules.has(id)).toBe(true)
    expect(meaning).toMatch(/^\S.*\.$/)
    expect(remedy).toMatch(/^\S/)
  })

  test('is sorted, so that a new id has its place', () => {
    expect(Object.keys(table)).toEqual(Object.keys(table).toSorted())
  })
})

test('no id is written like a code, which would be taken for that of an error', () => {
  const own = Object.keys({ ...problemIds, ...migrationIds }).filter((id) => id in exitCodes)
  expect(own).toEqual(['composer-credentials', 'composer-network', 'wrong-version'])
})

test.each(rules.map((rule) => [rule.id, rule] as const))('%s is explained as its rule does', (id, rule) => {
  const context = { phase: rule.phase, culprit: null, subject: null, line: '', text: '', services: null }
  const words = (text: typeof rule.title): string => (typeof text === 'string' ? text : text(context))
  const texts = (findingIds as Readonly<Record<string, readonly [string, string]>>)[id]
  expect(texts).toEqual([`${words(rule.title)}.`, words(rule.next)])
})

test('secrets alone are bad-secret, whatever their problem is called', () => {
  const problem = (id: 'bad-secret' | 'ssh-bad-secret' | 'git-dirty') =>
    ({ id, severity: 'error', message: `${id}.`, fix: 'Fix it.' }) as const
  expect(preflightError([problem('bad-secret'), problem('ssh-bad-secret')])?.code).toBe('bad-secret')
  expect(preflightError([problem('bad-secret'), problem('git-dirty')])?.code).toBe('preflight-failed')
})
