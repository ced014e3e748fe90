import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { deployFaults } from '../sandbox/deploy-faults.js'
import { exitCodes } from '../src/errors.js'
import { deployment, recovery, verification } from '../src/report/schema.js'

const page = readFileSync('docs/verdicts.md', 'utf8')
const situations = page.slice(page.indexOf('<!-- verdicts:start -->'), page.indexOf('<!-- verdicts:end -->'))
const rows = situations
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()))

// `skipped` is no verdict: nobody waited, or looked.
const verdicts = [
  ...deployment.shape.verdict.options,
  ...verification.shape.verdict.options,
  ...recovery.shape.outcome.options,
  'busy'
].filter((verdict) => verdict !== 'skipped')

test.each(verdicts)('docs/verdicts.md explains %s, and has a situation that ends with it', (verdict) => {
  expect(page).toContain(`\`${verdict}\``)
  expect(rows.filter(([, , reached]) => reached === verdict)).not.toEqual([])
})

test.each(Object.entries(exitCodes))('docs/verdicts.md names the exit code %s (%i)', (name, code) => {
  expect(page).toMatch(new RegExp(`^\\| ${code} +\\| \`${name}\` `, 'm'))
})

test('no situation ends with an exit code that nobody knows', () => {
  const known = [0, ...Object.values(exitCodes)].map(String)
  const codes = rows.map(([, , , code = '']) => code).filter((code) => /\d/.test(code))
  expect(codes.filter((code) => !known.includes(code))).toEqual([])
  expect(codes.length).toBeGreaterThan(30)
})

test.each(Object.values(deployFaults))('there is the situation of the demo: %s', (situation) => {
  expect(rows.map(([, told]) => told)).toContain(situation)
})
