import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { onSandbox } from '../helpers/on-sandbox.js'

describe.each([
  ['2002.2.6', 'warning'],
  ['2002.0.14', 'error']
] as const)('ADMIN_EMAIL is missing and ece-tools is %s', (eceTools, severity) => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ adminEmail: false, eceTools, deploySeconds: 2 })
  })
  afterAll(() => sandbox.stop())

  const check = (given: GivenOptions): Promise<UpgradeReport> =>
    upgrade(...onSandbox(sandbox, { dryRun: true, ...given }))
  /** Begin and end of the redeployments that variables started. */
  const redeployments = async (): Promise<readonly string[]> => {
    const columns = ['--format', 'csv', '--no-header', '--columns', 'created,completed']
    const which = ['-p', sandbox.projectId, '-e', sandbox.environment, '--type', 'environment.variable.create']
    const env = { ...sandbox.env, MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken }
    const list = ['magento-cloud', 'activity:list', ...which, ...columns] as [string, ...string[]]
    return (await runProgram(list, { cwd: sandbox.directory, env })).stdout.trim().split('\n')
  }
  const found = ({ warnings, error }: UpgradeReport): string | undefined =>
    [...warnings, ...(error?.problems ?? [])].find(({ id }) => id === 'admin-email')?.severity

  test(`auto makes it a ${severity}`, async () => {
    const report = await check({ adminEmailCheck: 'auto' })
    expect(found(report)).toBe(severity)
    expect(report.error?.exitCode ?? 0).toBe(severity === 'error' ? 12 : 0)
  })

  test('require stops the run, off says nothing', async () => {
    const required = await check({ adminEmailCheck: 'require' })
    expect([found(required), required.error?.exitCode]).toEqual(['error', 12])
    expect(found(await check({ adminEmailCheck: 'off' }))).toBeUndefined()
  })

  test('set wants an address, and a dry run does not set it', async () => {
    expect(found(await check({ adminEmailCheck: 'set' }))).toBe('error')
    expect((await check({ adminEmailCheck: 'set', adminEmail: 'admin@example.com' })).error).toBeNull()
    expect(found(await check({ adminEmailCheck: 'require' }))).toBe('error')
  })

  test('set creates the variable, waits for the redeployment, and does neither again', async () => {
    const given = { adminEmailCheck: 'set', adminEmail: 'admin@example.com', rehearsal: 'off', push: false } as const
    const [options, context] = onSandbox(sandbox, given)
    let backupBegan = 0
    const report = await upgrade(options, {
      ...context,
      onStep: ({ step, state }) => {
        if (step === 'backup' && state === 'started') backupBegan = Date.now()
      }
    })
    expect([report.error, report.verdict]).toEqual([null, 'committed'])
    const [redeployment = ''] = await redeployments()
    const [began = 0, ended = 0] = redeployment.split(',').map((time) => Date.parse(time))
    // It runs the code that was there before, and the sandbox takes two seconds for it at least.
    expect(ended - began).toBeGreaterThanOrEqual(1000)
    expect(ended).toBeLessThanOrEqual(backupBegan)
    expect((await upgrade(options, context)).error).toBeNull()
    expect(await redeployments()).toEqual([redeployment])
    const after = await check({ adminEmailCheck: 'require', target: '2.4.8' })
    expect(found(after)).toBeUndefined()
  })
})
