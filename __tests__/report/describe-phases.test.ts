import { expect, test } from '@jest/globals'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import type { Deployment } from '../../src/report/report.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'

test('the phases of a deployment are one short line', () => {
  const phases: Deployment['phases'] = [
    { name: 'build', seconds: 80 },
    { name: 'post-deploy', seconds: 9 }
  ]
  const deployment: Deployment = { verdict: 'succeeded', activityId: 'a', seconds: 99, phases, reasons: [] }
  const wait = [{ step: 'wait', outcome: 'done', seconds: 99, note: 'succeeded' }] as const
  const told = composeReport(newRunState({ deployment }), wait, 1, null, [])
  expect(renderText(told)).toContain('\nPhases of the deployment\n  build 1m 20s, post-deploy 9s\n')
  expect(renderSummary(told)).toContain('| ✅ deploy | 1m 39s | build 1m 20s, post-deploy 9s |')
  for (const render of [renderText, renderSummary])
    expect(
      render(composeReport(newRunState({ deployment: { ...deployment, phases: [] } }), [], 1, null, []))
    ).not.toMatch(/Phases|build 1m/)
})
