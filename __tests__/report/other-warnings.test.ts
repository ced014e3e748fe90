import { describe, expect, test } from '@jest/globals'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { UpgradeError, type Problem } from '../../src/errors.js'
import { otherWarnings } from '../../src/report/other-warnings.js'
import { notesOf } from '../../src/report/plan-notes.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'

test('what the update warns of is told in both forms, and once', () => {
  const plan = { fromVersion: '2.4.7-p3', toVersion: '2.4.8-p4', changed: true, packageChanges: [] }
  const warned = (['install-mode', 'project-files-restored', 'held-back'] as const).map((id): Problem => ({
    id,
    severity: 'warning',
    message: `${id} it is.`,
    fix: `Look at ${id}.`,
    ...(id === 'held-back' && { level: 'look' })
  }))
  const notes = [{ id: 'held-back', level: 'look', message: 'held-back it is.', fix: 'Look at held-back.' }]
  const facts = newRunState({ verdict: 'upgraded', plan: { ...plan, notes } as never, warnings: warned })
  const made = composeReport(facts, [], 1, null, [])
  for (const text of [renderText(made), renderSummary(made)]) {
    for (const { message, fix } of warned) expect(text.split(`${message} ${fix}`)).toHaveLength(2)
  }
})

describe('what is told already is known by id, nodes and level, however it is worded', () => {
  const warning = { severity: 'warning', message: 'The same words.', fix: 'Look.' } as const
  const missing: Problem = { ...warning, id: 'endpoint-missing' }
  const behind = (host: string): Problem => ({ ...warning, id: 'database-behind', hosts: [host] })

  test('a warning that the error lists in other words is told once', () => {
    const error = new UpgradeError('unhealthy', {
      message: '',
      next: '',
      problems: [{ ...missing, message: 'Other words.' }, behind('a')]
    })
    const facts = newRunState({ warnings: [missing, behind('a'), behind('b')] })
    expect(otherWarnings(composeReport(facts, [], 1, error, []))).toEqual([behind('b')])
  })

  test('a warning with the words of a note is told all the same; the notes have those of the plan', () => {
    const ofPlan: Problem = { ...missing, level: 'look' }
    const notes = [{ ...ofPlan, id: 'extension-moves' }]
    const warnings = [missing, ofPlan]
    const made = composeReport(newRunState({ plan: { notes } as never, warnings }), [], 1, null, [])
    expect(otherWarnings(made)).toEqual([missing])
    const before = new UpgradeError('preflight-failed', { message: '', next: '', problems: warnings })
    const failed = composeReport(newRunState({ plan: { notes: [...notes, ofPlan] } as never }), [], 1, before, [])
    expect(notesOf(failed).map(({ id }) => id)).toEqual(['extension-moves'])
  })
})
