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
  ['build-fails', 'deploy-failed', 50, ''],
  ['patch-fails', 'deploy-failed', 50, 'patch'],
  ['deploy-hook-fails', 'deploy-failed', 50, 'crypt'],
  ['setup-upgrade-fails', 'deploy-failed', 50, 'setup:upgrade'],
  ['post-deploy-fails', 'deploy-failed', 50, 'warming up'],
  ['never-starts', 'deploy-never-started', 51, ''],
  ['other-commit', 'deploy-never-started', 51, '']
] as const)('[F65] [F66] [F69] %s ends as %s (%i)', async (fault, code, exitCode, finding) => {
  const report = await failingUpgrade(sandbox, fault)
  expect(report.error).toMatchObject({ code, exitCode })
  expect(report.verdict).toBe('failed')
  expect((report.findings[0]?.title ?? '').toLowerCase()).toContain(finding)
  expect(report.error?.next).not.toBe('')
})
