import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runProgram } from '../../sandbox/packages/run-program.js'
import type { DeployFault, Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { UpgradeReport } from '../../src/report.js'
import { upgrade } from '../../src/upgrade.js'
import { onSandbox } from '../on-sandbox.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
}, 60_000)
afterAll(() => sandbox.stop())

/** Deploys the commit before again, so that every case starts from 2.4.7-p3 on the environment. */
async function reset(): Promise<void> {
  await sandbox.setFault(null)
  const { stdout } = await runProgram(['git', 'rev-list', '--max-parents=0', 'HEAD'], {
    cwd: sandbox.checkout,
    env: sandbox.env
  })
  const git = (...args: string[]): Promise<unknown> =>
    runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })
  await git('reset', '--quiet', '--hard', stdout.trim())
  await git('push', '--quiet', '--force', 'origin', sandbox.environment)
  await sandbox.idle()
}

async function failing(fault: DeployFault): Promise<UpgradeReport> {
  await reset()
  await sandbox.setFault(fault)
  return upgrade(...onSandbox(sandbox, { backup: 'off' }))
}

const title = (report: UpgradeReport): string => report.findings[0]?.title ?? ''

test.each([
  ['build-fails', 'deploy-failed', 50, ''],
  ['patch-fails', 'deploy-failed', 50, 'patch'],
  ['deploy-hook-fails', 'deploy-failed', 50, 'crypt'],
  ['setup-upgrade-fails', 'deploy-failed', 50, 'setup:upgrade'],
  ['post-deploy-fails', 'deploy-failed', 50, ''],
  ['never-starts', 'deploy-never-started', 51, ''],
  ['other-commit', 'deploy-never-started', 51, ''],
  ['maintenance-left-on', 'unhealthy', 61, 'maintenance'],
  ['old-version-stays', 'wrong-version', 60, ''],
  ['database-behind', 'unhealthy', 61, 'database'],
  ['storefront-500', 'unhealthy', 61, '']
] as const)(
  '%s ends as %s (%i)',
  async (fault, code, exitCode, finding) => {
    const report = await failing(fault)
    expect(report.error).toMatchObject({ code, exitCode })
    expect(report.verdict).toBe('failed')
    expect(title(report).toLowerCase()).toContain(finding)
    expect(report.error?.next).not.toBe('')
  },
  90_000
)

test('the module list of a database that is behind the code is told', async () => {
  const report = await failing('database-behind')
  const modules = report.findings.find(({ modules }) => modules !== undefined)?.modules ?? []
  expect(modules.length).toBeGreaterThan(3)
  expect(modules[0]).toMatchObject({ module: expect.stringMatching(/^Magento_/) as unknown, kind: 'schema' })
}, 90_000)
