import { expect, test } from '@jest/globals'
import { lastDeploymentSeconds } from '../../../src/commands/upgrade/last-deployment.js'
import { UpgradeError } from '../../../src/errors.js'
import type { CloudSession } from '../../../src/run/cloud-session.js'

const push = (result: string, created: string, completed: string | null): unknown => ({
  id: created,
  type: 'environment.push',
  state: completed === null ? 'in_progress' : 'complete',
  result,
  created_at: created,
  completed_at: completed
})
const ask = (answer: () => unknown): Promise<number | null> =>
  lastDeploymentSeconds({
    environment: 'integration',
    cloud: { api: () => Promise.resolve().then(answer) }
  } as unknown as CloudSession)

test('the newest deployment that went well tells how long one takes', async () => {
  const activities = [
    push('success', '2026-11-20T10:00:00Z', '2026-11-20T10:10:00Z'),
    push('success', '2026-11-24T10:00:00Z', '2026-11-24T10:29:12Z'),
    push('failure', '2026-11-25T10:00:00Z', '2026-11-25T10:01:00Z'),
    push('', '2026-11-26T10:00:00Z', null)
  ]
  expect(await ask(() => activities)).toBe(1752)
})

test('without one, and without an answer, nothing is known', async () => {
  expect(await ask(() => [])).toBeNull()
  const refused = new UpgradeError('retry-later', { message: 'No answer.', next: 'Run again later.' })
  const failing = ask(() => {
    throw refused
  })
  expect(await failing).toBeNull()
})
