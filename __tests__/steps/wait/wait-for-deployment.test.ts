import { describe, expect, test } from '@jest/globals'
import { UpgradeError } from '../../../src/errors.js'
import type { Deployment } from '../../../src/report/report.js'
import { deploymentError, waitForDeployment } from '../../../src/steps/wait/wait-for-deployment.js'
import type { MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'

const commit = 'c'.repeat(40)
const outOfOrder = new UpgradeError('retry-later', { message: 'HTTP 502', next: '' })
const stopped = new UpgradeError('interrupted', { message: 'stopped', next: '' })
const path = '/environments/feature%2Fx'
const pushPath = `${path}/activities?type=environment.push&count=20`
const redeployPath = `${path}/activities?type=environment.redeploy&count=20`
const fetchPath = '/activities?type=integration.github.fetch&count=5'
const deployPath = `${path}/activities?type=environment.deploy&count=20`

function push(state: string, result: string | null = null): object {
  return {
    id: 'act1',
    type: 'environment.push',
    state,
    result,
    created_at: '2026-01-01T10:00:05Z',
    parameters: { new_commit: commit }
  }
}

interface Round {
  readonly pushes: unknown
  readonly log?: string | Error
  readonly redeploys?: unknown
}

/** A platform that gives one round of answers between two pauses, and the last one for ever. */
function platform(rounds: readonly Round[]): {
  tools: Parameters<typeof waitForDeployment>[0]
  lines: string[]
  now: () => number
} {
  const lines: string[] = []
  let seconds = 0
  let round = 0
  const current = (): Round => rounds[Math.min(round, rounds.length - 1)] ?? { pushes: [] }
  const answer = (value: unknown): Promise<unknown> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value)
  const cloud: Partial<MagentoCloud> = {
    api: (asked) => {
      if (asked === pushPath) return answer(current().pushes)
      if (asked === fetchPath || asked === deployPath) return answer([])
      if (asked === redeployPath) return answer(current().redeploys ?? [])
      if (asked === path) return answer({ status: 'active', head_commit: commit })
      throw new Error(`unexpected path ${asked}`)
    },
    activityLog: () => answer(current().log ?? '') as Promise<string>,
    hasGitHubIntegration: () => Promise.resolve(true)
  }
  const add = (line: string): void => void lines.push(line)
  const logger = { debug: add, info: add, warn: add, error: add }
  const pause = (wait: number): Promise<void> => {
    seconds += wait
    round += 1
    return Promise.resolve()
  }
  return {
    tools: { cloud: cloud as MagentoCloud, logger, clock: { now: () => seconds * 1000, pause } },
    lines,
    now: () => seconds
  }
}

const input = { environment: 'feature/x', commit, startTimeoutSeconds: 60, endTimeoutSeconds: 600, pollSeconds: 10 }

test('follows the activity and its log to the end', async () => {
  const { tools, lines } = platform([
    { pushes: [] },
    { pushes: [push('pending')] },
    { pushes: [push('in_progress')], log: 'Building\nDeplo' },
    { pushes: outOfOrder },
    { pushes: [push('in_progress')], log: 'Building\nDeploying\n' },
    { pushes: [push('complete', 'success')], log: 'Building\nDeploying\nDone' }
  ])
  expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'succeeded', activityId: 'act1', seconds: 50 })
  expect(lines).toEqual([
    'Activity act1 deploys commit cccccccc: pending',
    'Activity act1 deploys commit cccccccc: in_progress',
    '00:20 Building',
    'The platform cannot be asked right now, the deployment goes on: HTTP 502',
    '00:40 Deploying',
    'Activity act1 deploys commit cccccccc: complete',
    '00:50 Done'
  ])
})

test('tells the phases and how long each took', async () => {
  const begun = "Building application 'mymagento'\n"
  const deploying = `${begun}Re-deploying environment x-7abcdef\n  Executing deploy hook for application mymagento\n`
  const posted = `${deploying}[2026-01-01T10:00:00+00:00] NOTICE: Starting scenario(s): scenario/post-deploy.xml (magento/)\n`
  const { tools, lines } = platform([
    { pushes: [push('in_progress')], log: begun },
    { pushes: [push('in_progress')], log: begun },
    { pushes: [push('in_progress')], log: deploying },
    { pushes: [push('in_progress')], log: posted },
    { pushes: [push('complete', 'success')], log: posted }
  ])
  await waitForDeployment(tools, input)
  expect(lines.filter((line) => line.startsWith('Phase'))).toEqual([
    'Phase: build',
    'Phase: deploy',
    'Phase: post-deploy',
    'Phases: build 20 s, deploy 10 s, post-deploy 10 s'
  ])
})

describe('a redeployment, whose commit the platform does not name', () => {
  const redeploy = (state: string, result: string | null, minute: string): object => ({
    ...push(state, result),
    id: `redeploy${minute}`,
    type: 'environment.redeploy',
    created_at: `2026-01-01T10:${minute}:00Z`,
    parameters: {}
  })
  const failed = push('complete', 'failure')

  test('after a failure has the last word', async () => {
    const { tools, lines } = platform([
      { pushes: [failed], redeploys: [redeploy('in_progress', null, '05')], log: 'Again\n' },
      { pushes: [failed], redeploys: [redeploy('complete', 'success', '05')], log: 'Again\nDone\n' }
    ])
    expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'succeeded', activityId: 'redeploy05' })
    expect(lines).toEqual([
      'Activity redeploy05 deploys commit cccccccc: in_progress',
      '00:00 Again',
      'Activity redeploy05 deploys commit cccccccc: complete',
      '00:10 Done'
    ])
  })

  test('before the push, or of another push, says nothing', async () => {
    const other = {
      ...push('complete', 'success'),
      id: 'act2',
      created_at: '2026-01-01T10:03:00Z',
      parameters: { new_commit: 'd'.repeat(40) }
    }
    const early = redeploy('complete', 'success', '00')
    const late = redeploy('complete', 'success', '04')
    const { tools } = platform([
      { pushes: [other, failed], redeploys: [late, { ...early, created_at: '2026-01-01T09:00:00Z' }] }
    ])
    expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'failed', activityId: 'act1' })
  })

  test('that failed does not hide behind the push', async () => {
    const { tools } = platform([
      { pushes: [push('complete', 'success')], redeploys: [redeploy('complete', 'failure', '05')] }
    ])
    expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'failed', activityId: 'redeploy05' })
  })
})

test('[F66] never started: ends at the deadline for the start', async () => {
  const { tools } = platform([{ pushes: [] }])
  expect(await waitForDeployment(tools, input)).toMatchObject({
    verdict: 'never-started',
    activityId: null,
    seconds: 60
  })
})

test('[F67] stuck: ends at the deadline for the end', async () => {
  const { tools } = platform([{ pushes: [push('in_progress')] }])
  expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'unknown', activityId: 'act1', seconds: 600 })
})

test('[F75] answers that are no list of activities are waited out', async () => {
  const { tools } = platform([{ pushes: { message: 'Too many requests' } }, { pushes: [push('complete', 'failure')] }])
  expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'failed', seconds: 10 })
})

test('a log that cannot be read does not hold up the verdict of a failure', async () => {
  const { tools } = platform([{ pushes: [push('complete', 'failure')], log: outOfOrder }])
  expect(await waitForDeployment(tools, input)).toMatchObject({ verdict: 'failed', seconds: 0 })
})

test('a stop of the run is not an error of the platform', async () => {
  const { tools } = platform([{ pushes: stopped }])
  await expect(waitForDeployment(tools, input)).rejects.toBe(stopped)
})

describe('the error of a deployment', () => {
  const deployment = (verdict: Deployment['verdict']): Deployment => ({
    verdict,
    activityId: 'act1',
    seconds: 1,
    phases: [],
    reasons: ['Because.']
  })

  test.each([
    ['failed', 50],
    ['degraded', 50],
    ['never-started', 51],
    ['unknown', 52],
    ['superseded', 52]
  ] as const)('%s ends with %i', (verdict, exitCode) => {
    const error = deploymentError(deployment(verdict))
    expect(error?.exitCode).toBe(exitCode)
    expect(error?.message).toContain('Because.')
    expect(error?.next).toContain('activity:log act1')
  })

  test.each(['succeeded', 'skipped'] as const)('%s is none', (verdict) => {
    expect(deploymentError(deployment(verdict))).toBeNull()
  })
})
