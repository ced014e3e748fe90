import { expect, test } from '@jest/globals'
import type { Problem } from '../../src/errors.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'

test('what the update warns of is told in both forms, and once', () => {
  const plan = { fromVersion: '2.4.7-p3', toVersion: '2.4.8-p4', changed: true, packageChanges: [] }
  const warned = (['install-mode', 'project-files-restored', 'held-back'] as const).map((id): Problem => ({
    id,
    severity: 'warning',
    message: `${id} it is.`,
    fix: `Look at ${id}.`
  }))
  const notes = [{ id: 'held-back', level: 'look', message: 'held-back it is.', fix: 'Look at held-back.' }]
  const facts = newRunState({ verdict: 'upgraded', plan: { ...plan, notes } as never, warnings: warned })
  const made = composeReport(facts, [], 1, null, [])
  for (const text of [renderText(made), renderSummary(made)]) {
    for (const { message, fix } of warned) expect(text.split(`${message} ${fix}`)).toHaveLength(2)
  }
})
