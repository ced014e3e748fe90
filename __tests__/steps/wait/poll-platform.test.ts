import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApiServer, type ApiServer } from '../../../sandbox/cloud/api-server.js'
import { addActivity, begin, complete, createPlatformState, logTo } from '../../../sandbox/cloud/platform-state.js'
import { writeCli } from '../../../sandbox/cloud/write-cli.js'
import { createSshCertifier } from '../../../sandbox/services/ssh-certifier.js'
import { Secret } from '../../../src/secrets/secret.js'
import type { Deployment } from '../../../src/report/report.js'
import { waitForDeployment } from '../../../src/steps/wait/wait-for-deployment.js'
import { createMagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

const commit = 'c'.repeat(40)
const always = 99
const state = createPlatformState({ plan: 'starter', environment: 'integration', gitHubIntegration: true })
let folder: string
let api: ApiServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retry-after-'))
  api = await startApiServer({
    state,
    certifier: await createSshCertifier({ directory: folder }),
    onPush: () => Promise.resolve(),
    onRedeploy: () => undefined
  })
  writeCli(join(folder, 'bin'))
  const parameters = { new_commit: commit }
  const push = addActivity(state, {
    type: 'environment.push',
    environments: ['integration'],
    text: 'Pushed',
    parameters
  })
  begin(push)
  logTo(push, 'Building application\n')
  complete(push, 'success')
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

/** The step, the tool and the program as they are, against the clock of a test. */
async function wait(
  endTimeoutSeconds = 600
): Promise<{ deployment: Deployment; pauses: readonly number[]; said: string }> {
  const pauses: number[] = []
  const lines: string[] = []
  const say = (line: string): void => void lines.push(line)
  const clock = {
    now: () => pauses.reduce((sum, pause) => sum + pause, 0) * 1000,
    pause: (seconds: number) => Promise.resolve(void pauses.push(seconds))
  }
  const cloud = createMagentoCloud({
    run: createRunCommand(),
    parentEnvironment: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      MAGENTO_CLOUD_CLI_API_URL: api.url
    },
    home: join(folder, 'home'),
    token: new Secret(api.token),
    project: state.projectId,
    environment: 'integration'
  })
  const tools = { cloud, clock, logger: { debug: say, info: say, warn: say, error: say } }
  const where = { environment: 'integration', commit, startTimeoutSeconds: 60, endTimeoutSeconds }
  return { deployment: await waitForDeployment(tools, where), pauses, said: lines.join('\n') }
}

test('[F75] the next look comes no earlier than the API asked for, in seconds', async () => {
  api.setFault('too-many-requests', 1, '/activities', '95')
  const { deployment, pauses, said } = await wait()
  expect(deployment.verdict).toBe('succeeded')
  expect(pauses).toEqual([95])
  expect(said).toContain('The platform does not answer at the moment; the deployment continues')
  expect(said).toContain('HTTP 429, again in 95 s')
})

test('[F75] nor earlier than the date that it named', async () => {
  api.setFault('too-many-requests', 1, '/activities', new Date(Date.now() + 120_000).toUTCString())
  const { deployment, pauses } = await wait()
  expect(deployment.verdict).toBe('succeeded')
  expect(pauses).toHaveLength(1)
  expect(pauses[0]).toBeGreaterThan(100)
})

test('[F75] but no later than the deadline, which ends in what is known', async () => {
  api.setFault('too-many-requests', always, '/activities', '86400')
  const { deployment, pauses } = await wait(300)
  expect(deployment).toMatchObject({ verdict: 'unknown', seconds: 300 })
  expect(pauses).toEqual([300])
})
