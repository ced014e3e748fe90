import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { UpgradeReport } from '../../src/report/report.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function cli(...args: string[]): Promise<Ended> {
  const { cloudToken, composerUsername, composerPassword } = sandbox.credentials
  const env = {
    ...sandbox.env,
    MAGENTO_CLOUD_CLI_TOKEN: cloudToken,
    MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: composerUsername,
    MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: composerPassword
  }
  const argv = ['dist/cli/index.js', ...args]
  return promisify(execFile)(process.execPath, argv, { env, maxBuffer: 2 ** 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as Ended
  )
}

const project = (): string[] => [
  '--working-directory',
  sandbox.checkout,
  '--project',
  sandbox.projectId,
  '--environment',
  'integration',
  '--known-hosts',
  sandbox.knownHosts
]

test('plan prints the report as JSON and nothing else on stdout', async () => {
  const { code, stdout } = await cli(
    'plan',
    '--working-directory',
    sandbox.checkout,
    '--target',
    '2.4.8',
    '--vulnerable-composer',
    'warn',
    '--json'
  )
  const report = JSON.parse(stdout) as UpgradeReport
  expect([code, report.verdict, report.plan?.toVersion]).toEqual([0, 'planned', '2.4.8-p4'])
})

test('upgrade, verify, backup and diagnose work from the command line', async () => {
  const upgraded = await cli('upgrade', ...project(), '--target', '2.4.8', '--vulnerable-composer', 'warn')
  expect([upgraded.code, upgraded.stderr]).toEqual([0, expect.stringContaining('verify')])
  expect(upgraded.stdout).toContain('Upgraded integration from 2.4.7-p3 to 2.4.8-p4')
  const verified = await cli('verify', ...project(), '--expected-version', '2.4.8-p4')
  expect(verified.code).toBe(0)
  const wrong = await cli('verify', ...project(), '--expected-version', '2.4.8')
  expect([wrong.code, wrong.stdout]).toEqual([60, expect.stringContaining('Next:')])
  const backedUp = await cli('backup', ...project(), '--json')
  expect((JSON.parse(backedUp.stdout) as UpgradeReport).backup?.proofs.every(({ passed }) => passed)).toBe(true)
  const diagnosed = await cli('diagnose', ...project())
  expect(diagnosed.code).toBe(0)
})

test('help teaches, and mistakes have their exit codes', async () => {
  const help = await cli('upgrade', '--help')
  expect(help.stdout).toMatch(/Examples:.*Exit codes:/s)
  expect((await cli('upgrade', '--target', '2.4.8')).code).toBe(10)
  expect(
    (await cli('plan', '--working-directory', sandbox.checkout, '--target', 'v2.4.8', '--vulnerable-composer', 'warn'))
      .code
  ).toBe(10)
  expect((await cli('plan', '--nonsense')).code).not.toBe(0)
})
