import { expect, test } from '@jest/globals'
import { renderText } from '../../src/report/render-text.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { plan, reportOf, situations } from '../pages/situations.js'

test('a second run names the version that runs, not the one that the plan began with', () => {
  const facts = newRunState({ verdict: 'up-to-date', plan: { ...plan, changed: false } })
  expect(renderText(composeReport(facts, [], 1, null, []))).toMatch(/^2\.4\.8-p4 is what the target asks for/)
})

test('a reverted run says in its first lines what runs now and whether the shop is up', () => {
  const [first, second] = renderText(reportOf('reverted')).split('\n')
  expect(first).toBe('Failed and taken back: integration runs 2.4.7-p3 again, not 2.4.8-p4.')
  expect(second).toMatch(/^The shop is open/)
})

test.each(situations)('the text of %s counts what it lists, and blockers apart from warnings', (name) => {
  const parts = renderText(reportOf(name)).split('\n\n')
  for (const part of parts) {
    const [, title = '', number] =
      /^(Blockers|Problems|Warnings|To do[ a-z]*|Change first|For information): (\d+)\n/.exec(part) ?? []
    if (number === undefined) continue
    const sign = /^(?:Blockers|Problems)/.test(title) ? /^ {2}\d+\. /gm : /^ {2}[!-] /gm
    expect([title, part.match(sign)?.length]).toEqual([title, Number(number)])
  }
})

test('a plan ends with its counts and the next command', () => {
  const text = renderText(reportOf('planned'))
  expect(text).toMatch(
    /\nPlan: 16 to update, 1 to add, 1 to remove\. 0 blockers, 3 to change first, 1 warning\.\nNothing was changed.*\n\n {2}magento-cloud-upgrade upgrade --target 2\.4\.8 --project abcdefghijklm --dry-run\n/
  )
})

test('what did not begin ends with its counts', () => {
  expect(renderText(reportOf('preflight'))).toMatch(
    /\nNot started: 4 blockers for .*, 3 to do besides, 2 warnings\.\nUnchanged: /
  )
  expect(renderText(reportOf('unsatisfiable'))).toContain('\nNo solution for 2.4.8: 1 blocker, 0 warnings.\n')
})
