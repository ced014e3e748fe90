import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { failingUpgrade } from '../failing-deployments.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

test.each([
  ['maintenance-left-on', 'unhealthy', 61, 'maintenance'],
  ['old-version-stays', 'wrong-version', 60, ''],
  ['storefront-500', 'unhealthy', 61, 'does not compile']
] as const)(
  '[F70] [F73] [F74] %s ends as %s (%i) although the deployment succeeded',
  async (fault, code, exitCode, finding) => {
    const report = await failingUpgrade(sandbox, fault)
    expect(report.error).toMatchObject({ code, exitCode })
    expect(report.deployment?.verdict).toBe('succeeded')
    expect((report.findings[0]?.title ?? '').toLowerCase()).toContain(finding)
  }
)

test('[F74] a database behind the code is found, with its modules', async () => {
  const report = await failingUpgrade(sandbox, 'database-behind')
  expect(report.error).toMatchObject({ code: 'unhealthy', exitCode: 61 })
  const modules = report.findings.find(({ modules }) => modules !== undefined)?.modules ?? []
  expect(modules.length).toBeGreaterThan(3)
  expect(modules[0]).toMatchObject({ module: expect.stringMatching(/^Magento_/) as unknown, kind: 'schema' })
})
