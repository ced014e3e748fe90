import { expect, test } from '@jest/globals'
import { UpgradeError, type ErrorCode } from '../../src/errors.js'
import { nameCause } from '../../src/project/name-cause.js'
import type { Finding } from '../../src/report.js'

const failure = (code: ErrorCode): UpgradeError =>
  new UpgradeError(code, { message: 'It failed.', unchanged: 'The backup.', next: 'Look around.', details: 'more' })
const found = (id: string, source = 'activity log'): Finding => ({
  id,
  title: 'The disk is full.',
  source,
  evidence: '',
  meaning: '',
  next: 'Free disk space.'
})

test('the first finding is the cause, and what to do about it comes next', () => {
  expect(nameCause(failure('deploy-failed'), [found('disk-full'), found('x')], 'act1')).toMatchObject({
    code: 'deploy-failed',
    message: 'It failed. Cause: The disk is full.',
    unchanged: 'The backup.',
    next: 'Free disk space. Then magento-cloud environment:redeploy. The whole log: magento-cloud activity:log act1',
    details: 'more'
  })
})

test('a site that a failed deployment left closed is told, cause or not', () => {
  const closed = nameCause(failure('deploy-failed'), [found('disk-full'), found('maintenance-on')], null)
  expect(closed.message).toBe('It failed. Cause: The disk is full. The site is closed for maintenance.')
  const unknown = nameCause(failure('deploy-failed'), [found('unknown'), found('maintenance-on')], null)
  expect([unknown.message, unknown.next]).toEqual(['It failed. The site is closed for maintenance.', 'Look around.'])
})

test.each(['patch-failed', 'ece-tools-19'])('%s left the site as it was', (id) => {
  expect(nameCause(failure('deploy-failed'), [found(id)], null).unchanged).toMatch(
    /site runs the version before.*backup/
  )
})

test('a class that a page lacks tells nothing of the build', () => {
  for (const [code, source] of [
    ['unhealthy', 'activity log'],
    ['deploy-failed', 'var/report on web']
  ] as const)
    expect(nameCause(failure(code), [found('di-compile-failed', source)], null).unchanged).toBe('The backup.')
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
