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
    tools: { cloud: cloud as MagentoCloud, logger, clock: { now: () => 1_000_000 + seconds * 1000, pause } },
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
    'The platform does not answer at the moment; the deployment continues: HTTP 502',
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

describe('the time between two looks', () => {
  /** The pauses of a wait whose rounds are answered so, the last one for ever. */
  async function pausesOf(rounds: readonly Round[], given: Partial<typeof input> = {}): Promise<readonly number[]> {
    const { tools } = platform(rounds)
    const pauses: number[] = []
    const pause = (seconds: number): Promise<void> => {
      pauses.push(seconds)
      return tools.clock.pause(seconds)
    }
    await waitForDeployment({ ...tools, clock: { ...tools.clock, pause } }, { ...input, ...given })
    return pauses
  }
  const waits = (seconds: number): UpgradeError =>
    new UpgradeError('retry-later', { message: 'HTTP 429', next: '', retryAfterSeconds: seconds })
  const end = { pushes: [push('complete', 'failure')] }

  test('is short in the first minute', async () => {
    const usual = { environment: 'feature/x', commit, startTimeoutSeconds: 60, endTimeoutSeconds: 70 }
    const { tools } = platform([{ pushes: [push('in_progress')] }])
    const pauses: number[] = []
    const pause = (seconds: number): Promise<void> => {
      pauses.push(seconds)
      return tools.clock.pause(seconds)
    }
    await waitForDeployment({ ...tools, clock: { ...tools.clock, pause } }, usual)
    expect(pauses).toEqual([...Array.from({ length: 30 }, () => 2), 5, 5])
  })

  test('grows while the platform is out of order, up to a minute, and not beyond an outage', async () => {
    const broken = { pushes: outOfOrder }
    const six = Array.from({ length: 6 }, () => broken)
    expect(await pausesOf([...six, { pushes: [] }, broken, end])).toEqual([10, 20, 40, 60, 60, 60, 10, 10])
    expect(await pausesOf([broken, broken, broken, end], { pollSeconds: 90 })).toEqual([90, 90, 90])
  })

  test('is as long as the platform asks, within the time that is left', async () => {
    expect(await pausesOf([{ pushes: waits(30) }, end])).toEqual([30])
    expect(await pausesOf([{ pushes: waits(5) }, end])).toEqual([10])
    expect(await pausesOf([{ pushes: [] }, { pushes: waits(9999) }, end])).toEqual([10, 590])
  })
})

describe('what is told of a deployment', () => {
  test('that is staged: whether its code is built, and how to go on', async () => {
    const staged = async (result: string): Promise<Deployment> =>
      waitForDeployment(platform([{ pushes: [push('staged', result)], log: 'Building\n' }]).tools, input)
    const [built, unbuilt] = [await staged('success'), await staged('failure')]
    expect([built.verdict, built.isBuilt, unbuilt.verdict, unbuilt.isBuilt]).toEqual([
      'staged',
      undefined,
      'staged',
      false
    ])
    const [live, mended] = [deploymentError(built), deploymentError(unbuilt)]
    expect([live?.exitCode, mended?.exitCode]).toEqual([52, 52])
    expect([live?.next, mended?.next]).toEqual([
      expect.stringMatching(/^magento-cloud environment:deploy/),
      expect.stringMatching(/git push; environment:deploy/)
    ])
    for (const error of [live, mended]) expect(error?.summary).toMatch(/staged, not deployed\. .*still runs/)
    expect(deploymentError({ ...built, verdict: 'failed', isBuilt: false })?.summary).not.toMatch(/staged|still runs/)
  })

  test('ends its group of lines, and shows no secret in its reasons', async () => {
    const groups: string[] = []
    const { tools } = platform([
      { pushes: [push('complete', 'success')], log: `Deploy was failed: hunter-two ${'x y '.repeat(400)}\n` }
    ])
    const group = (title: string) => {
      groups.push(title)
      return () => groups.push('end')
    }
    const redact = (text: string): string => text.replaceAll('hunter-two', '***')
    const { reasons } = await waitForDeployment({ ...tools, redact, logger: { ...tools.logger, group } }, input)
    expect(groups).toEqual(['Log of activity act1', 'end'])
    expect(reasons[0]).toContain('Deploy was failed: ***')
    expect(reasons[0]?.length).toBeLessThanOrEqual(801)
  })

  test('without its log is where to find it, once', async () => {
    const { tools, lines } = platform([
      { pushes: [push('in_progress')], log: 'Building application x\n' },
      { pushes: [push('complete', 'failure')], log: 'Building application x\nmore\n' }
    ])
    const { phases } = await waitForDeployment({ ...tools, showLog: false }, input)
    expect(lines.filter((line) => line.includes('activity:log act1'))).toHaveLength(1)
    expect(lines.join('\n')).not.toContain('more')
    expect(phases).toEqual([{ name: 'build', seconds: 10 }])
    const shown = platform([{ pushes: [push('complete', 'failure')], log: 'Building\n' }])
    await waitForDeployment(shown.tools, input)
    expect(shown.lines.join('\n')).not.toContain('activity:log')
  })

  test('an error of the platform shows no secret', async () => {
    const { tools, lines } = platform([
      {
        pushes: new UpgradeError('retry-later', { message: 'HTTP 502 of hunter-two for ann.b@example.com', next: '' })
      },
      { pushes: [push('complete', 'failure')] }
    ])
    await waitForDeployment({ ...tools, redact: (text) => text.replaceAll('hunter-two', '***') }, input)
    expect(lines.join('\n')).toContain('HTTP 502 of ***')
    expect(lines.join('\n')).not.toContain('@example')
  })

  test('without an activity names no log', () => {
    const nothing = { verdict: 'never-started', activityId: null, seconds: 1, phases: [], reasons: [] } as const
    expect(deploymentError({ ...nothing, phases: [], reasons: [] })?.next).not.toContain('activity:log')
  })
})
