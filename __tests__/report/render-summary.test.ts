import { describe, expect, test } from '@jest/globals'
import { UpgradeError, type Problem } from '../../src/errors.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import type { Deployment, PackageChange, Plan, Recovery, UpgradeReport } from '../../src/report/report.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { Secret } from '../../src/secrets/secret.js'
import { finding } from '../helpers/finding.js'

const failure = new UpgradeError('unhealthy', {
  message: 'The site is closed | <script>.\nSecond line',
  next: 'Run php bin/magento maintenance:disable.',
  problems: [{ id: 'maintenance-on', severity: 'error', message: 'Maintenance is on.', fix: 'Switch it off.' }],
  details: 'raw ``` text with canary-secret'
})
const steps = [{ step: 'verify', outcome: 'failed', seconds: 12.34, note: 'a | b' }] as const
const changes: UpgradeReport['changes'] = [
  { kind: 'checkout', what: 'the checkout was updated to c0ffee', state: 'done' }
]
const report = composeReport(newRunState({ environment: 'staging', changes }), steps, 12.5, failure, [
  new Secret('canary-secret')
])

test('a failure says what, what was left unchanged and what to do, in both forms', () => {
  for (const text of [renderText(report), renderSummary(report)]) {
    for (const part of [
      'The checkout was updated to c0ffee.',
      'The branch, the environment, the database and earlier backups were not changed.',
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
  expect(summaryOf({ verdict: 'verified', environment: '<script>' })).toContain('&lt;script&gt;')
  expect(summary).not.toContain('<script>')
  expect(summary).toContain('a \\| b')
  expect(summary.split('```')).toHaveLength(3)
})

test('a success names the versions in its first line', () => {
  const plan = { fromVersion: '2.4.7-p3', toVersion: '2.4.8-p4', changed: true, packageChanges: [], notes: [] } as never
  const facts = newRunState({ verdict: 'upgraded', environment: 'staging', plan })
  const [first] = renderText(composeReport(facts, [], 1, null, [])).split('\n')
  expect(first).toBe('Upgraded staging from 2.4.7-p3 to 2.4.8-p4; 2.4.8-p4 runs and is healthy.')
})

const summaryOf = (facts: Partial<UpgradeReport>): string =>
  renderSummary(composeReport(newRunState(facts), [], 1, null, []))
describe('findings', () => {
  const findings = [
    finding(),
    finding({ title: 'The disk is full', source: 'df', evidence: '' }),
    finding({ title: 'Cron is off' })
  ]

  test('stand in their order, each with its log and what that says', () => {
    const summary = summaryOf({ verdict: 'diagnosed', environment: 'staging', findings })
    expect(summary).toMatch(/1\. \*\*setup:upgrade.*\n2\. \*\*The disk is full.*\n3\. \*\*Cron/s)
    expect(summary).toMatch(
      /1\..*\(var\/log\/cloud\.log, deploy\) The database is half way\. \*\*Next:\*\* Restore the backup\./
    )
    expect(summary).toMatch(
      /<details><summary>var\/log\/cloud.log<\/summary>\n\n +```text\n +first line\n +second line\n +```/
    )
    expect(summary.split('<details>')).toHaveLength(3)
  })

  test('stand in the text, too', () => {
    const text = renderText(composeReport(newRunState({ verdict: 'diagnosed', findings }), [], 1, null, []))
    expect(text).toMatch(
      /setup:upgrade failed \(var\/log\/cloud\.log, deploy\)\n +\| first line\n +\| second line\n.*half way.*\n +next: Restore/
    )
  })

  test('have their secrets hidden in what is shown', () => {
    const told = composeReport(
      newRunState({ findings: [finding({ evidence: 'password=canary-secret' })] }),
      [],
      1,
      null,
      [new Secret('canary-secret')]
    )
    for (const text of [renderSummary(told), renderText(told)]) {
      expect(text).toContain('password=***')
      expect(text).not.toContain('canary-secret')
    }
  })
})

test('modules that the database is behind for are a table', () => {
  const modules = [{ module: 'Acme_Example', kind: 'schema', current: 'none', required: '2.0|x' }]
  const summary = summaryOf({ verdict: 'diagnosed', findings: [finding({ modules })] })
  expect(summary).toMatch(/\| module \| +\| database \| code \|\n +\|---/)
  expect(summary).toContain('| Acme_Example | schema | none | 2.0\\|x |')
})

test('package changes are folded, extensions first', () => {
  const change = (name: string, kind: PackageChange['change'], thirdParty = false): PackageChange => ({
    name,
    change: kind,
    from: kind === 'added' ? null : '1.0.0',
    to: kind === 'removed' ? null : '1.1.0',
    thirdParty
  })
  const packageChanges = [
    change('magento/z-new', 'added'),
    ...Array.from({ length: 300 }, (_, index) => change(`magento/module-${index}`, 'up', index === 7)),
    change('magento/a-gone', 'removed'),
    change('magento/lower', 'down')
  ]
  const plan = { fromVersion: '2.4.7', toVersion: '2.4.8', changed: true, packageChanges, notes: [] } as unknown as Plan
  const summary = summaryOf({ verdict: 'planned', plan })
  expect(summary).toContain('<summary><b>Packages</b>: 300 up, 1 down, 1 added, 1 removed (1 extension)</summary>')
  expect(summary).toMatch(
    /\*\*magento\/module-7\*\*.*module-299 .*lower.*z-new \| – \| 1\.1\.0 \|.*a-gone \| 1\.0\.0 \| – \|/s
  )
  expect(summary).toContain('| **magento/module-7** (extension) | 1.0.0 | 1.1.0 |')
  expect(seen(summary)).not.toContain('module-')
})

/** What is read without opening anything. */
function seen(summary: string): string {
  return summary.replaceAll(/<details>.*?<\/details>/gs, '')
}

test('what is seen is short, however much there is to tell', () => {
  const problem = (index: number): Problem => ({
    id: 'held-back',
    severity: 'error',
    message: `Thing ${index}.`,
    fix: 'Fix it.'
  })
  const many = Array.from({ length: 150 }, (_, index) => problem(index))
  const error = new UpgradeError('preflight-failed', {
    message: 'Much stands in the way.',
    next: 'Fix it.',
    problems: many,
    details: 'line\n'.repeat(500)
  })
  const told = renderSummary(
    composeReport(newRunState({ warnings: many, environment: 'staging' }), steps, 12, error, [])
  )
  expect(
    seen(told)
      .split('\n')
      .filter((line) => line !== '').length
  ).toBeLessThan(70)
  expect(seen(told)).toMatch(
    /Not started: 150 blockers.*Nothing was changed.*\n1\. \*\*Thing 0\.\*\*<br>\n {3}Fix it\./s
  )
  expect(told).toContain('<summary>125 more</summary>')
  expect(told).toContain('(421 more lines)')
})

test('a deployment that did not go well tells its reasons one by one, and the headline the rest', () => {
  const reasons = ['No push activity showed up.', 'The environment is inactive.']
  const deployment: Deployment = { verdict: 'never-started', activityId: null, seconds: 1, phases: [], reasons }
  const never = new UpgradeError('deploy-never-started', {
    message: `It never began. ${reasons.join(' ')}`,
    summary: 'It never began.',
    next: ''
  })
  const told = composeReport(newRunState({ deployment }), [], 1, never, [])
  const text = renderText(told)
  expect(text.split('\n')[0]).toBe('Failed: It never began.')
  expect(text).toContain('Deployment: never-started\n  No push activity showed up.\n  The environment is inactive.\n')
  expect(renderSummary(told)).toMatch(/never began\n.*\*\*Cause\*\*\n\n- No push.*\n- The env/s)
})

test('a warning that is a problem too is told once', () => {
  const twice = { id: 'held-back', severity: 'warning', message: 'A thing is odd.', fix: 'Look at it.' } as const
  const error = new UpgradeError('unhealthy', { message: 'Not well.', next: '', problems: [twice] })
  const told = composeReport(newRunState({ warnings: [twice] }), [], 1, error, [])
  for (const text of [renderText(told), renderSummary(told)]) expect(text.split('A thing is odd.')).toHaveLength(2)
})

test('a recovery says what was done and which commands put the data back', () => {
  const recovery: Recovery = {
    outcome: 'reverted',
    reason: 'The deployment failed.',
    revertedCommit: 'a'.repeat(40),
    commit: 'b'.repeat(40),
    version: '2.4.7-p3',
    databaseAhead: 'maybe',
    dataCommands: ['magento-cloud-upgrade backup restore /tmp/backup'],
    deployment: null,
    verification: null
  }
  const told = composeReport(newRunState({ recovery }), [], 1, failure, [])
  for (const text of [renderSummary(told), renderText(told)])
    expect(text).toMatch(
      /taken back to 2\.4\.7-p3 \(commit bbbbbbbbbbbb\): The deployment failed\. The upgrade may .*backup restore \/tmp\/backup/s
    )
})
