import { expect, test } from '@jest/globals'
import { UpgradeError, type ErrorCode } from '../../../../src/errors.js'
import { nameCause } from '../../../../src/steps/diagnose/explain/name-cause.js'
import { rules } from '../../../../src/steps/diagnose/explain/rules.js'
import type { Finding } from '../../../../src/report/report.js'

const failure = (code: ErrorCode): UpgradeError =>
  new UpgradeError(code, { message: 'It failed.', next: 'Look around.', details: 'more' })
const found = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  rank: 1,
  certainty: 'sure',
  phase: 'deploy',
  deployment: null,
  at: null,
  title: 'The disk is full.',
  source: 'activity log',
  evidence: '',
  meaning: '',
  next: 'Free disk space.',
  ...more
})

test('the first finding is the cause, and what to do about it comes next', () => {
  expect(nameCause(failure('deploy-failed'), [found('disk-full'), found('x')], 'act1')).toMatchObject({
    code: 'deploy-failed',
    message: 'It failed. Cause: The disk is full.',
    next: 'Free disk space. The whole log: magento-cloud activity:log act1',
    details: 'more'
  })
})

test('a site that a failed deployment left closed is told, cause or not', () => {
  const closed = nameCause(failure('deploy-failed'), [found('disk-full'), found('maintenance-on')], null)
  expect(closed.message).toBe('It failed. Cause: The disk is full. The site is closed for maintenance.')
  const unknown = nameCause(failure('deploy-failed'), [found('unknown'), found('maintenance-on')], null)
  expect([unknown.message, unknown.next]).toEqual(['It failed. The site is closed for maintenance.', 'Look around.'])
})

test('that nothing was deployed is said only where the platform says so', () => {
  const told = (more: Partial<Finding>): string =>
    nameCause(failure('deploy-failed'), [found('patch-failed', { phase: 'build', ...more })], null).message
  expect(told({ siteUnchanged: true })).toMatch(/site runs the previous version/)
  expect(told({})).not.toMatch(/previous version/)
})

test('what each rule advises ends with how it comes live', () => {
  const phases = ['configuration', 'build', 'deploy', 'post-deploy', 'site'] as const
  const contexts = phases.flatMap((phase) =>
    [null, 'app/code/Acme/Example'].flatMap((culprit) =>
      [null, 'm2-hotfixes/a.patch'].map((subject) => ({ phase, culprit, subject, line: '', text: '', services: null }))
    )
  )
  for (const { id, next } of rules)
    for (const context of contexts)
      expect([id, typeof next === 'string' ? next : next(context)]).toEqual([
        id,
        expect.stringMatching(/git push|environment:(?:re)?deploy|setup:upgrade|A successful deployment does/)
      ])
})

test('the summary has the cause, and not what the report lists of its own', () => {
  const error = new UpgradeError('deploy-failed', { message: 'A. B.', summary: 'A.', next: '' })
  expect(nameCause(error, [found('disk-full')], null).summary).toBe('A. Cause: The disk is full.')
})

test('a likely cause is called that', () => {
  const { message } = nameCause(failure('deploy-failed'), [found('x', { certainty: 'likely' })], null)
  expect(message).toBe('It failed. Likely cause: The disk is full.')
})

test('what the shop says of itself is no cause of a deployment that failed', () => {
  const site = found('di-compile-failed', { phase: 'site' })
  expect(nameCause(failure('deploy-failed'), [site], null).message).toBe('It failed.')
  expect(nameCause(failure('unhealthy'), [site], null)).toMatchObject({
    message: 'It failed. Cause: The disk is full.'
  })
})

test.each([
  ['deploy-failed', 'unknown'],
  ['unhealthy', 'maintenance-on'],
  ['deploy-never-started', 'disk-full'],
  ['deploy-unknown', 'disk-full']
] as const)('%s has no cause in a finding %s', (code, id) => {
  const error = failure(code)
  expect(nameCause(error, [found(id)], 'act1')).toBe(error)
  expect(nameCause(error, [], 'act1')).toBe(error)
})
