import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../src/normalize-options.js'
import type { UpgradeReport } from '../../src/report.js'
import { upgrade } from '../../src/upgrade.js'
import { onSandbox } from '../on-sandbox.js'

describe.each([
  ['2002.2.6', 'warning'],
  ['2002.0.14', 'error']
] as const)('ADMIN_EMAIL is missing and ece-tools is %s', (eceTools, severity) => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ adminEmail: false, eceTools })
  })
  afterAll(() => sandbox.stop())

  const check = (given: GivenOptions): Promise<UpgradeReport> =>
    upgrade(...onSandbox(sandbox, { dryRun: true, ...given }))
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

  test('set creates the variable before the upgrade, and finds it afterwards', async () => {
    const given = { adminEmailCheck: 'set', adminEmail: 'admin@example.com', backup: 'off', push: false } as const
    const report = await upgrade(...onSandbox(sandbox, given))
    expect([report.error, report.verdict]).toEqual([null, 'committed'])
    const after = await check({ adminEmailCheck: 'require', target: '2.4.8' })
    expect(found(after)).toBeUndefined()
  })
})
