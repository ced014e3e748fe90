import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseActivities, verdictOf, type Activity } from '../../../src/tools/magento-cloud/activity.js'

const sha = 'a'.repeat(40)
const other = 'b'.repeat(40)

function push(fields: object = {}): Record<string, unknown> {
  return {
    ...{ id: 'act1', type: 'environment.push', state: 'complete', result: 'success', completion_percent: 100 },
    ...{ created_at: '2026-01-01T10:00:00.000000+00:00', project: 'P', environments: ['integration'] },
    ...{ parameters: { old_commit: other, new_commit: sha }, payload: {}, timings: { wait: 1 } },
    ...fields
  }
}

const list = (...items: object[]): readonly Activity[] => parseActivities(items) ?? []

test.each([
  [{ state: 'pending', result: null, completion_percent: 0 }, 'pending'],
  [{ state: 'in_progress', result: null, completion_percent: 40 }, 'running'],
  [{ state: 'in_progress', result: 'success', completion_percent: 100 }, 'succeeded'],
  [{}, 'succeeded'],
  [{ result: 'failure' }, 'failed'],
  [{ state: 'cancelled', result: 'failure' }, 'cancelled'],
  [{ result: null }, 'unknown'],
  [{ state: 'paused', completion_percent: 10 }, 'unknown']
])('%j is %s', (fields, verdict) => {
  expect(verdictOf(list(push(fields))[0] as Activity)).toBe(verdict)
})

test('reads any answer without an exception', () => {
  expect(parseActivities({ error: 'Too Many Requests' })).toBeNull()
  expect(list(push({ parameters: [], payload: { commits: 'many' }, environments: null }))).toHaveLength(1)
  fc.assert(fc.property(fc.jsonValue(), (value) => parseActivities(value) === null || Array.isArray(value)))
})
