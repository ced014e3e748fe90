import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  activityOfCommit,
  isSuperseded,
  parseActivities,
  verdictOf,
  type Activity
} from '../../src/project/activity.js'

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

test('finds the push of a commit by its parameters or its list of commits', () => {
  expect(activityOfCommit(list(push()), sha)?.id).toBe('act1')
  expect(
    activityOfCommit(list(push({ parameters: {}, payload: { commits: [{ sha: other }, { sha }] } })), sha)?.id
  ).toBe('act1')
})

test('never takes another activity for it', () => {
  const before = push({ parameters: { new_commit: other }, payload: { environment: { head_commit: sha } } })
  const redeploy = push({ type: 'environment.redeploy' })
  expect(
    activityOfCommit(list(before, redeploy, push({ parameters: { old_commit: sha, new_commit: other } })), sha)
  ).toBeNull()
})

test('takes the newest of two pushes of one commit and sees newer pushes', () => {
  const again = push({ id: 'act2', created_at: '2026-01-01T10:05:00+00:00' })
  const newer = push({ id: 'act3', created_at: '2026-01-01T10:09:00+00:00', parameters: { new_commit: other } })
  const activities = list(push(), again, newer)
  const own = activityOfCommit(activities, sha)
  expect(own?.id).toBe('act2')
  expect(isSuperseded(activities, own as Activity)).toBe(true)
  expect(isSuperseded(list(push(), again), own as Activity)).toBe(false)
})

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
