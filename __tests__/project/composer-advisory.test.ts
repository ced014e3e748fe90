import { expect, test } from '@jest/globals'
import table from '../../src/data/composer-advisories.json' with { type: 'json' }
import { composerAdvisory } from '../../src/project/composer-advisory.js'

test.each([
  ['2.5.5', 6, '2.10.3'],
  ['2.9.7', 6, '2.10.3'],
  ['2.9.8', 5, '2.10.3'],
  ['2.10.1', 5, '2.10.3'],
  ['2.10.2', 2, '2.10.3'],
  ['2.2.27', 6, '2.2.30'],
  ['2.2.28', 5, '2.2.30'],
  ['2.2.29', 2, '2.2.30']
])('%s has %i advisories, mended in %s', (version, count, fixedIn) => {
  expect(composerAdvisory(version)).toMatchObject({ fixedIn })
  expect(composerAdvisory(version)?.ids).toHaveLength(count)
})

test.each(['2.10.3', '2.11.0', '2.2.30', '3.0.0'])('%s has none', (version) => {
  expect(composerAdvisory(version)).toBeNull()
})

// A table that nobody looks after says "safe" of releases that are not: no release goes out with an old one.
test('the table has its source and, in a release, no date that is too old', () => {
  expect(table.source).toContain('composer/composer')
  expect(table.staleAfterDays).toBeLessThanOrEqual(60)
  const releasing = process.env['GITHUB_REF_TYPE'] === 'tag'
  const today = releasing ? Date.now() : Date.parse(table.date)
  const days = (today - Date.parse(table.date)) / 86_400_000
  expect(days).toBeGreaterThanOrEqual(0)
  expect(days).toBeLessThanOrEqual(table.staleAfterDays)
})
