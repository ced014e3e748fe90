import { expect, test } from '@jest/globals'
import { renderPullRequest } from '../../src/report/render-pull-request.js'
import type { Plan, UpgradeReport } from '../../src/report/report.js'
import { plan as known, reportOf } from '../pages/situations.js'

const bodyOf = (plan: Partial<Plan>, report: Partial<UpgradeReport> = {}): string =>
  renderPullRequest({ ...reportOf('pull-request'), ...report, plan: { ...known, ...plan } })
const changes = (count: number, name: string): Plan['packageChanges'] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${name}${index}`,
    change: 'up',
    from: '1.0.0',
    to: '2.0.0',
    thirdParty: index % 2 === 0
  }))

test('it names nobody, closes nothing and brings no markup, whatever its texts are', () => {
  const hostile = '<img src=x> @somebody fixes #1 [x](javascript:1) | ~~ `'
  const body = bodyOf(
    {
      target: hostile,
      toVersion: hostile,
      packageChanges: [{ name: hostile, change: 'up', from: hostile, to: hostile, thirdParty: true }],
      notes: (['before', 'look', 'information'] as const).map((level) => ({
        id: 'held-back',
        level,
        message: hostile,
        fix: hostile
      }))
    },
    { branch: hostile, environment: hostile }
  )
  expect(body).not.toMatch(/@somebody|#1|<img|[^\\]\[x\]/)
})

test.each([
  ['as few packages as usual', 60, 'acme/module-'],
  ['five thousand packages', 5000, 'acme/module-with-a-name-of-some-length-'],
  ['names that grow when they are made inert', 300, '@a'.repeat(500)]
])('%s fit into what GitHub takes, and what is left out is counted', (_, count, name) => {
  const packageChanges = changes(count, name)
  const notes = Array.from({ length: count }, (_unused, index) => ({
    id: 'held-back' as const,
    level: 'look' as const,
    message: `${index} ${name}`,
    fix: name
  }))
  const body = bodyOf({ packageChanges, notes })
  expect(body.length).toBeLessThanOrEqual(65_536)
  const list = body.slice(body.indexOf('<b>All packages</b>'))
  const shown = list.match(/^\| .* \| 1\.0\.0 \| 2\.0\.0 \|$/gm)?.length ?? 0
  const more = Number(/^(\d+) more (?:is|are) in the report/m.exec(list)?.[1] ?? 0)
  expect(list).toContain(`<b>All packages</b>: ${count} up`)
  expect(shown + more).toBe(count)
})

test('services are one table under one box', () => {
  const body = bodyOf({})
  expect(body.match(/^- \[ \] /gm)).toHaveLength(4)
  expect(body.match(/^ {2}\| .* \| \*\*.*\*\* \|$/gm)).toHaveLength(3)
})

test('a security patch has notes of its own', () => {
  expect(bodyOf({ toVersion: '2.4.8' })).not.toContain('security-patches')
  expect(bodyOf({ toVersion: '2.4.8-p4' })).toContain('/security-patches/2-4-8-patches)')
  expect(bodyOf({ toVersion: '2.3.7' })).not.toContain('Release notes')
})

test('a backup that was asked for is named with what it lacks', () => {
  const { backup } = reportOf('upgraded')
  const body = bodyOf({}, { backup })
  expect(body).toContain('One was made 2026-11-26T12:36:12.000Z.')
  expect(body).not.toContain('No backup')
  expect(bodyOf({}, { backup: null })).toContain('An earlier run made it')
})
