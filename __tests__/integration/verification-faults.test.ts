import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { deployFaults } from '../../sandbox/deploy-faults.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { failingUpgrade } from '../helpers/failing-deployments.js'
import { isRecording, recordReport } from '../helpers/record-verdict.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

test.each([
  ['maintenance-left-on', 'unhealthy', 61, 'maintenance'],
  ['old-version-stays', 'wrong-version', 60, ''],
  ['storefront-500', 'unhealthy', 61, 'does not compile'],
  ...(isRecording() ? ([['database-ahead', 'unhealthy', 61, 'newer than the code']] as const) : [])
] as const)(
  '[F70] [F73] [F74] %s ends as %s (%i) although the deployment succeeded',
  async (fault, code, exitCode, finding) => {
    const report = await failingUpgrade(sandbox, fault)
    recordReport('verify', deployFaults[fault], report)
    expect(report.error).toMatchObject({ code, exitCode })
    expect(report.deployment?.verdict).toBe('succeeded')
    expect((report.findings[0]?.title ?? '').toLowerCase()).toContain(finding)
  }
)

test('[F74] a database behind the code is found, with its modules', async () => {
  const report = await failingUpgrade(sandbox, 'database-behind')
  recordReport('verify', deployFaults['database-behind'], report)
  expect(report.error).toMatchObject({ code: 'unhealthy', exitCode: 61 })
  const modules = report.findings.find(({ modules }) => modules !== undefined)?.modules ?? []
  expect(modules.length).toBeGreaterThan(3)
  expect(modules[0]).toMatchObject({ module: expect.stringMatching(/^Magento_/) as unknown, kind: 'schema' })
})

// A platform of its own, of three nodes: `npm test` runs only the step, with nodes that are folders.
if (isRecording())
  test('[F72] one node that stays behind is named', async () => {
    const pro = await startSandbox({ plan: 'pro', environment: 'staging' })
    try {
      const report = await failingUpgrade(pro, 'one-node-old')
      recordReport('verify', deployFaults['one-node-old'], report)
      expect(report.error).toMatchObject({ code: 'wrong-version', exitCode: 60 })
      expect(report.verification?.nodes.map(({ version }) => version)).toEqual(['2.4.8-p4', '2.4.7-p3', '2.4.8-p4'])
    } finally {
      await pro.stop()
    }
  })
