import { expect, test } from '@jest/globals'
import { composerAdvisory } from '../../src/project/composer-advisory.js'

test.each([
  ['2.5.5', 4, '2.10.2'],
  ['2.9.7', 4, '2.10.2'],
  ['2.9.8', 3, '2.10.2'],
  ['2.10.1', 3, '2.10.2'],
  ['2.2.27', 4, '2.2.29'],
  ['2.2.28', 3, '2.2.29']
])('%s has %i advisories, mended in %s', (version, count, fixedIn) => {
  expect(composerAdvisory(version)).toMatchObject({ fixedIn })
  expect(composerAdvisory(version)?.ids).toHaveLength(count)
})

test.each(['2.10.2', '2.11.0', '2.2.29', '3.0.0'])('%s has none', (version) => {
  expect(composerAdvisory(version)).toBeNull()
})
