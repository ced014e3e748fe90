import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { diagnose } from '../../src/commands/diagnose.js'
import { failingUpgrade } from '../helpers/failing-deployments.js'
import { onSandbox } from '../helpers/on-sandbox.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

const alone = (): ReturnType<typeof diagnose> => {
  const [{ workingDirectory, project, environment, knownHosts, cloudToken }, context] = onSandbox(sandbox)
  return diagnose({ workingDirectory, project, environment, knownHosts, cloudToken } as never, context)
}

test('a build that failed is told from the log of its activity, which no server has', async () => {
  await failingUpgrade(sandbox, 'patch-fails')
  const report = await alone()
  expect(report).toMatchObject({ verdict: 'diagnosed', error: null })
  expect(report.findings[0]).toMatchObject({
    id: 'patch-failed',
    source: 'activity log',
    title: expect.stringMatching(/: m2-hotfixes\/MDVA-0001\.patch$/) as unknown
  })
})

test('a deployment that failed is told with what it left behind', async () => {
  await failingUpgrade(sandbox, 'setup-upgrade-fails')
  const ids = (await alone()).findings.map(({ id }) => id)
  expect(ids[0]).toBe('setup-upgrade-failed')
  expect(ids.slice(-3)).toEqual(['deploy-failed-flag', 'maintenance-on', 'cron-disabled'])
})

test('a broken page is explained by the report that it names', async () => {
  await failingUpgrade(sandbox, 'storefront-500')
  const report = await alone()
  expect(report.findings[0]).toMatchObject({
    id: 'di-compile-failed',
    source: expect.stringContaining('var/report on') as unknown,
    title: expect.stringContaining('Acme_Example') as unknown
  })
  expect(report.findings.map(({ id }) => id)).not.toContain('unread')
})
