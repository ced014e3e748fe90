import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp } from '../../src/commands/backup.js'
import { diagnose } from '../../src/commands/diagnose.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { verify } from '../../src/commands/verify.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { onSandbox } from '../helpers/on-sandbox.js'

let sandbox: Sandbox
let elsewhere: string
beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'no-checkout-'))
  sandbox = await startSandbox({ neighbours: ['blog', 'mymagento--queue'] })
}, 120_000)
afterAll(async () => {
  rmSync(elsewhere, { recursive: true })
  await sandbox.stop()
})

const shopLogin = expect.stringMatching(/--mymagento@/) as unknown

test('verify asks the nodes and the storefront of the application in the checkout', async () => {
  const report = await verify(...onSandbox(sandbox))
  expect([report.error, report.warnings]).toEqual([null, []])
  expect(report.verification).toMatchObject({ verdict: 'healthy', nodes: [{ host: shopLogin, version: '2.4.7-p3' }] })
  expect(report.verification?.storefront?.url).toContain(new URL(sandbox.storefrontUrl).host)
})

test.each(['ssh-dump', 'cloud-dump'] as const)('%s dumps the database of that application', async (strategy) => {
  const report = await backUp(...onSandbox(sandbox, { backup: strategy, backupTo: 'runner', rehearsal: 'off' }))
  expect([report.error, report.backup?.state]).toEqual([null, 'proven-without-rehearsal'])
  // The neighbour's has three orders.
  expect(report.backup?.bytes).toBeGreaterThan(50_000)
})

test('diagnose reads nothing of the neighbours', async () => {
  const report = await diagnose(...onSandbox(sandbox))
  expect(report.error).toBeNull()
  expect(report.findings.filter(({ id }) => id.includes('unread'))).toEqual([])
})

test.each([
  ['verify', verify],
  ['backup', backUp],
  ['diagnose', diagnose]
] as const)('without a checkout %s asks which application is meant', async (_, command) => {
  const given = { workingDirectory: elsewhere, expectedVersion: '2.4.7-p3' }
  const asked = await command(...onSandbox(sandbox, given))
  expect(asked.error).toMatchObject({ code: 'preflight-failed', exitCode: 12 })
  expect(asked.error?.message).toContain('several applications: blog, mymagento')
  expect(asked.error?.next).toContain('app:')
  const wrong = await command(...onSandbox(sandbox, { ...given, app: 'shop' }))
  expect(wrong.error).toMatchObject({
    exitCode: 12,
    message: expect.stringContaining('no application shop') as unknown
  })
})

test('the option app says so, too', async () => {
  const given = { workingDirectory: elsewhere, expectedVersion: '2.4.7-p3', app: 'mymagento' }
  expect((await verify(...onSandbox(sandbox, given))).verification?.nodes).toMatchObject([{ host: shopLogin }])
})

test('a good upgrade ends as upgraded and is not taken back', async () => {
  const report = await upgrade(...onSandbox(sandbox, { backup: 'cloud-dump', rehearsal: 'off', recover: 'revert' }))
  expect([report.error, report.verdict, report.recovery]).toEqual([null, 'upgraded', null])
  expect(report.verification?.nodes).toMatchObject([{ host: shopLogin, version: '2.4.8-p4' }])
}, 180_000)
