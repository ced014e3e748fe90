import { expect, test } from '@jest/globals'
import { createActionLogger } from '../../src/action/action-logger.js'
import { UpgradeError } from '../../src/errors.js'
import { redactingLogger } from '../../src/logger.js'
import { createRedact } from '../../src/secrets/redact.js'
import { Secret } from '../../src/secrets/secret.js'
import { waitForDeployment } from '../../src/steps/wait/wait-for-deployment.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import { captured } from '../helpers/captured.js'

const commit = 'c'.repeat(40)
const stopped = new UpgradeError('interrupted', { message: 'stopped', next: '' })

interface Push {
  readonly state: string
  readonly log: string
  readonly id?: string
}

/** What the runner is shown of a wait that sees these pushes one after the other, and is stopped after the last one. */
async function shown(pushes: readonly Push[]): Promise<readonly string[]> {
  let look = 0
  const api = (path: string): Promise<unknown> => {
    if (/environment\.(?:re)?deploy\b/.test(path)) return Promise.resolve([])
    if (!path.includes('environment.push')) return Promise.resolve({ status: 'active' })
    const push = pushes[look]
    if (!push) return Promise.reject(stopped)
    const result = push.state === 'complete' ? 'success' : null
    const created_at = `2026-01-01T10:0${look}:00Z`
    const more = { type: 'environment.push', result, created_at, parameters: { new_commit: commit } }
    return Promise.resolve([{ id: 'act1', ...push, ...more }])
  }
  const cloud: Partial<MagentoCloud> = { api, activityLog: () => Promise.resolve(pushes[look]?.log ?? '') }
  const clock = { now: () => look * 10_000, pause: () => Promise.resolve(void (look += 1)) }
  const logger = redactingLogger(createActionLogger(), createRedact([new Secret('s3cret-value')]))
  const limits = { startTimeoutSeconds: 60, endTimeoutSeconds: 600 }
  const told = await captured({}, async () => {
    await waitForDeployment(
      { cloud: cloud as MagentoCloud, clock, logger },
      { environment: 'x', commit, ...limits }
    ).catch((error: unknown) => {
      if (error !== stopped) throw error
    })
  })
  return told.split('\n').filter((line) => line !== '')
}

test('the log of the activity is a group with time stamps, and what counts stands outside', async () => {
  const log = "Building application 'x'\nRe-deploying environment x\n"
  const lines = await shown([
    { state: 'pending', log: '' },
    { state: 'in_progress', log: "Building application 'x'\n" },
    { state: 'in_progress', log },
    { state: 'complete', log: `${log}Done` }
  ])
  expect(lines).toEqual([
    'Activity act1 deploys commit cccccccc: pending',
    'Activity act1 deploys commit cccccccc: in_progress',
    '::group::Log of activity act1',
    'Phase: build',
    "00:10 Building application 'x'",
    'Phase: deploy',
    '00:20 Re-deploying environment x',
    'Activity act1 deploys commit cccccccc: complete',
    '00:30 Done',
    '::endgroup::',
    'Phases: build 10 s, deploy 10 s'
  ])
})

test('a group is ended when the run is stopped, and before that of another activity', async () => {
  const commands = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.startsWith('::'))
  expect(commands(await shown([{ state: 'in_progress', log: 'a\n' }]))).toEqual([
    '::group::Log of activity act1',
    '::endgroup::'
  ])
  const two = [
    { state: 'in_progress', log: 'a\n' },
    { id: 'act2', state: 'in_progress', log: 'b\n' }
  ]
  expect(commands(await shown(two))).toEqual([
    '::group::Log of activity act1',
    '::endgroup::',
    '::group::Log of activity act2',
    '::endgroup::'
  ])
  expect(commands(await shown([{ state: 'pending', log: '' }]))).toEqual([])
})

test('no line of the log and no id ends the group or begins another, and secrets are hidden in both', async () => {
  const log = '::endgroup::\n##[endgroup]\n ::group::x\n::error::y\rgone s3cret-value\n'
  const lines = await shown([{ id: 's3cret-value\n::error::z', state: 'in_progress', log }])
  expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([
    '::group::Log of activity ***%0A: :error::z',
    '::endgroup::'
  ])
  expect(lines.join('\n')).not.toContain('s3cret')
})
