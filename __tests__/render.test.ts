import { expect, test } from '@jest/globals'
import { UpgradeError } from '../src/errors.js'
import { renderSummary } from '../src/render-summary.js'
import { renderText } from '../src/render-text.js'
import { composeReport, newFacts } from '../src/run-facts.js'
import { Secret } from '../src/secret.js'

const failure = new UpgradeError('unhealthy', {
  message: 'The site is closed | <script>.\nSecond line',
  unchanged: 'The database is as it was.',
  next: 'Run php bin/magento maintenance:disable.',
  problems: [{ id: 'x', severity: 'error', message: 'Maintenance is on.', fix: 'Switch it off.' }],
  details: 'raw ``` text with canary-secret'
})
const steps = [{ step: 'verify', outcome: 'failed', seconds: 12.34, note: 'a | b' }] as const
const report = composeReport(newFacts({ environment: 'staging' }), steps, 12.5, failure, [new Secret('canary-secret')])

test('a failure says what, what was left unchanged and what to do, in both forms', () => {
  for (const text of [renderText(report), renderSummary(report)]) {
    for (const part of [
      'site is closed',
      'The database is as it was.',
      'maintenance:disable',
      'Maintenance is on.',
      '12.3s'
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('canary-secret')
  }
})

test('text from elsewhere cannot break out of the summary', () => {
  const summary = renderSummary(report)
  expect(summary).not.toContain('<script>')
  expect(summary).toContain('a \\| b')
  expect(summary.split('```')).toHaveLength(3)
})

test('a success names the versions in its first line', () => {
  const plan = { fromVersion: '2.4.7-p3', toVersion: '2.4.8-p4', changed: true, packageChanges: [] } as never
  const facts = newFacts({ verdict: 'upgraded', environment: 'staging', plan })
  const [first] = renderText(composeReport(facts, [], 1, null, [])).split('\n')
  expect(first).toBe('Upgraded staging from 2.4.7-p3 to 2.4.8-p4; 2.4.8-p4 runs and is healthy.')
})
