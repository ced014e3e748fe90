import { expect, test } from '@jest/globals'
import { UpgradeError } from '../../../src/errors.js'
import { silentLogger } from '../../../src/logger.js'
import type { Deployment } from '../../../src/report/report.js'
import { deploymentError, waitForDeployment } from '../../../src/steps/wait/wait-for-deployment.js'
import type { MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import { recordVerdict } from '../../helpers/record-verdict.js'

const commit = 'c'.repeat(40)
const at = '2026-01-01T10:00:05Z'
const activity = (more: object): object => ({
  id: 'ours',
  type: 'environment.push',
  state: 'complete',
  result: 'success',
  created_at: at,
  parameters: { new_commit: commit },
  ...more
})
const fetched = (more: object): object =>
  activity({ id: 'fetch', type: 'integration.github.fetch', parameters: {}, ...more })
const newerAt = '2026-01-01T10:00:09Z'
const newer = activity({
  id: 'theirs',
  created_at: newerAt,
  state: 'in_progress',
  result: null,
  parameters: { new_commit: 'd'.repeat(40) }
})
const before = activity({
  id: 'theirs',
  created_at: '2026-01-01T09:00:00Z',
  parameters: { new_commit: 'd'.repeat(40) }
})
const failing = (code: 'retry-later' | 'bad-secret', message: string): UpgradeError =>
  new UpgradeError(code, { message, next: '' })

/** What the platform says, every time it is asked. */
interface CloudSession {
  readonly pushes?: readonly object[] | Error
  readonly deploys?: readonly object[]
  readonly fetches?: readonly object[]
  readonly environment?: object
  readonly integration?: boolean
  readonly log?: string | Error
}

async function waitOn(said: CloudSession): Promise<Deployment> {
  const answer = (value: unknown): Promise<unknown> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value)
  const cloud: Partial<MagentoCloud> = {
    api: (path) => {
      if (path.includes('integration.github.fetch')) return answer(said.fetches ?? [])
      if (path.includes('environment.redeploy')) return answer([])
      if (path.includes('environment.deploy')) return answer(said.deploys ?? [])
      if (path.includes('environment.push')) return answer(said.pushes ?? [])
      return answer({ status: 'active', head_commit: 'e'.repeat(40), ...said.environment })
    },
    activityLog: () => answer(said.log ?? 'Building\n') as Promise<string>,
    hasGitHubIntegration: () => Promise.resolve(said.integration ?? true)
  }
  let seconds = 0
  const pause = (wait: number): Promise<void> => {
    seconds += wait
    return Promise.resolve()
  }
  const clock = { now: () => seconds * 1000, pause }
  return waitForDeployment(
    { cloud: cloud as MagentoCloud, logger: silentLogger, clock },
    {
      environment: 'staging',
      commit,
      startTimeoutSeconds: 60,
      endTimeoutSeconds: 600,
      pollSeconds: 10,
      pushedAt: new Date('2026-01-01T10:00:00Z')
    }
  )
}

const cases: readonly [string, CloudSession, Deployment['verdict'], number, RegExp][] = [
  ['the environment has never been pushed to', {}, 'never-started', 51, /has no push activity/],
  [
    'GitHub has told nothing of the push (webhook)',
    { pushes: [before] },
    'never-started',
    51,
    /has not fetched since the push.*magento-cloud integration:list/
  ],
  [
    'somebody else has pushed, and this commit is not among theirs',
    { pushes: [newer] },
    'never-started',
    51,
    /started to deploy another commit, dddddddd \(theirs\)/
  ],
  [
    'the fetch from GitHub failed',
    { fetches: [fetched({ result: 'failure' })] },
    'never-started',
    51,
    /\(fetch\) ended with failure.*activity:log fetch/
  ],
  [
    'the fetch from GitHub brought nothing to deploy',
    { fetches: [fetched({})] },
    'never-started',
    51,
    /\(fetch\) succeeded, but no deployment/
  ],
  [
    'the environment is inactive',
    { environment: { status: 'inactive' } },
    'never-started',
    51,
    /environment is inactive.*magento-cloud environment:activate/
  ],
  [
    'the environment holds the commit already',
    { environment: { head_commit: commit } },
    'never-started',
    51,
    /already has this commit.*magento-cloud environment:redeploy/
  ],
  [
    'the environment is paused',
    { environment: { status: 'paused' } },
    'never-started',
    51,
    /environment is paused.*magento-cloud environment:resume/
  ],
  ['the project has no GitHub integration', { integration: false }, 'never-started', 51, /no GitHub integration/],
  [
    'a newer push cancelled the deployment',
    { pushes: [newer, activity({ state: 'cancelled', result: null })] },
    'superseded',
    52,
    /newer push \(theirs, commit dddddddd\)/
  ],
  [
    'somebody cancelled the deployment',
    { pushes: [activity({ state: 'cancelled', result: null })] },
    'failed',
    50,
    /ours was cancelled/
  ],
  [
    'a success whose deploy hook failed, by its log',
    { pushes: [activity({})], log: 'Building\nW: Deploy was failed\n' },
    'failed',
    50,
    /Deploy was failed/
  ],
  [
    'a success whose post-deploy hook failed, by its log',
    { pushes: [activity({})], log: 'Building\nCRITICAL: [208] TTFB failed\n' },
    'degraded',
    50,
    /\[208\]/
  ],
  [
    'a success whose log cannot be read',
    { pushes: [activity({})], log: failing('retry-later', 'HTTP 502') },
    'unknown',
    52,
    /log could not be read/
  ],
  [
    'the deployment is staged: the environment deploys by hand only',
    { pushes: [activity({ state: 'staged', completion_percent: 100 })] },
    'staged',
    52,
    /ours is staged.*built.*not live.*magento-cloud environment:deploy/
  ],
  [
    'the deployment is staged, and its result is not known',
    { pushes: [activity({ state: 'staged', result: null })] },
    'staged',
    52,
    /ours is staged/
  ],
  [
    'what was staged could not be built',
    { pushes: [activity({ state: 'staged', result: 'failure', completion_percent: 100 })] },
    'staged',
    52,
    /ours is staged, and its code could not be built/
  ],
  [
    'somebody deployed what was staged, and that failed',
    {
      pushes: [activity({ state: 'staged' })],
      deploys: [activity({ id: 'by-hand', type: 'environment.deploy', result: 'failure', created_at: newerAt })]
    },
    'failed',
    50,
    /by-hand ended with the result failure/
  ],
  [
    'the deployment does not end in time',
    { pushes: [activity({ state: 'in_progress', result: null })] },
    'unknown',
    52,
    /still in_progress when the time was up/
  ],
  [
    'the platform gives no answer until time is up',
    { pushes: failing('retry-later', 'HTTP 502') },
    'unknown',
    52,
    /Last error: HTTP 502/
  ],
  [
    'the API token is not accepted any more',
    { pushes: failing('bad-secret', 'The token is refused') },
    'unknown',
    52,
    /Last error: The token is refused/
  ],
  [
    'the fetch from GitHub does not end',
    { fetches: [fetched({ state: 'in_progress', result: null })] },
    'unknown',
    52,
    /\(fetch\) has not ended/
  ]
]

test.each(cases)('[F65] [F66] [F67] [F76] %s', async (situation, said, verdict, exitCode, reason) => {
  const deployment = await waitOn(said)
  const error = deploymentError(deployment)
  recordVerdict({ step: 'wait', situation, verdict, error, because: deployment.reasons })
  expect(deployment.verdict).toBe(verdict)
  expect(error?.exitCode).toBe(exitCode)
  expect(deployment.reasons.join(' ')).toMatch(reason)
  // The next step is there to be typed.
  expect(error?.next).toMatch(/git push|magento-cloud[ -]|same command again/)
})

test('what is staged is told at once, and how it goes live', async () => {
  const deployment = await waitOn({ pushes: [activity({ state: 'staged', completion_percent: 100 })] })
  expect(deployment.seconds).toBe(0)
  expect(deploymentError(deployment)).toMatchObject({
    next: expect.stringMatching(/^magento-cloud environment:deploy\b.*same command again/),
    message: expect.stringContaining('The previous version still runs')
  })
})

test('what was staged and is deployed by hand, also in a rolling way, is followed', async () => {
  const deploys = [
    activity({ id: 'by-hand', type: 'environment.deploy', created_at: newerAt, parameters: { strategy: 'rolling' } })
  ]
  const pushes = [
    activity({
      id: 'later',
      created_at: '2026-01-01T10:00:07Z',
      state: 'staged',
      parameters: { new_commit: 'd'.repeat(40) }
    }),
    activity({ state: 'staged' })
  ]
  expect(await waitOn({ pushes, deploys })).toMatchObject({ verdict: 'succeeded', activityId: 'by-hand' })
})
