import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backup } from '../../src/commands/backup.js'
import { diagnose } from '../../src/commands/diagnose.js'
import { restore } from '../../src/commands/restore.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { verify } from '../../src/commands/verify.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { runProgram } from '../../sandbox/services/run-program.js'
import { failingUpgrade } from '../helpers/failing-deployments.js'
import { onSandbox } from '../helpers/on-sandbox.js'

let sandbox: Sandbox
let elsewhere: string
beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'no-checkout-'))
  sandbox = await startSandbox({ neighbours: ['blog', 'mymagento--queue'] })
})
afterAll(async () => {
  rmSync(elsewhere, { recursive: true })
  await sandbox.stop()
})

async function sql(text: string): Promise<string> {
  const login = ['mariadb', '--no-defaults', `--socket=${sandbox.directory}/db.sock`, '--user=root', '-BN'] as const
  return (await runProgram([...login, '-e', text], { cwd: sandbox.directory, env: sandbox.env })).stdout.trim()
}

const shopLogin = expect.stringMatching(/--mymagento@/) as unknown

test('verify asks the nodes and the storefront of the application in the checkout', async () => {
  const report = await verify(...onSandbox(sandbox))
  expect([report.error, report.warnings]).toEqual([null, []])
  expect(report.verification).toMatchObject({ verdict: 'healthy', nodes: [{ host: shopLogin, version: '2.4.7-p3' }] })
  expect(report.verification?.storefront?.url).toContain(new URL(sandbox.storefrontUrl).host)
})

test.each(['ssh-dump', 'cloud-dump'] as const)('%s dumps the database of that application', async (strategy) => {
  const report = await backup(...onSandbox(sandbox, { backup: strategy, backupTo: 'runner', rehearsal: 'off' }))
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
  ['backup', backup],
  ['diagnose', diagnose]
] as const)('without a checkout %s asks which application is meant', async (_, command) => {
  const given = { workingDirectory: elsewhere, expectedVersion: '2.4.7-p3' }
  const asked = await command(...onSandbox(sandbox, given))
  expect([asked.error?.message, asked.error?.exitCode]).toEqual([expect.stringContaining('several'), 12])
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

test('an upgrade that was stopped goes on, is verified, and its backup goes into the database of that application', async () => {
  const given = { backup: 'ssh-dump', backupTo: 'runner', rehearsal: 'off', recover: 'revert' } as const
  const [options, context] = onSandbox(sandbox, given)
  const stop = new AbortController()
  const stopped = await upgrade(options, {
    ...context,
    signal: stop.signal,
    onStep: ({ step, state }) => {
      if (step === 'push' && state === 'done') stop.abort('SIGTERM')
    }
  })
  expect(stopped.error).toMatchObject({ code: 'terminated' })
  const report = await upgrade(options, context)
  expect([report.error, report.recovery]).toEqual([null, null])
  expect(['upgraded', 'up-to-date']).toContain(report.verdict)
  expect(report.verification?.nodes).toMatchObject([{ host: shopLogin, version: '2.4.8-p4' }])
  await sandbox.idle()

  await sql("UPDATE main.core_config_data SET value = 'later'; UPDATE blog.core_config_data SET value = 'theirs'")
  const path = stopped.backup?.manifest ?? ''
  const said: string[] = []
  const say = (text: string): void => void said.push(text)
  const logger = { debug: () => undefined, info: say, warn: say, error: say }
  const restored = await restore({ ...options, path, confirm: sandbox.environment }, { ...context, logger })
  expect([restored.error, restored.verdict]).toEqual([null, 'restored'])
  // In a container environment the database is a host of its own, whose disk nobody here can see.
  expect(said.join('\n')).toContain(
    'database: the old data is dropped first, because the free disk space of the database is not known.'
  )
  const values = (schema: string): Promise<string> => sql(`SELECT DISTINCT value FROM ${schema}.core_config_data`)
  expect(await values('main')).not.toContain('later')
  expect(await values('blog')).toBe('theirs')

  // If no application is named, a backup is loaded into none.
  const lost = await restore({ ...options, path, confirm: sandbox.environment, workingDirectory: elsewhere }, context)
  expect(lost.error).toMatchObject({
    exitCode: 12,
    message: expect.stringContaining('several applications') as unknown
  })
})

test('printed commands name the application', async () => {
  await failingUpgrade(sandbox, 'disk-full')
  const report = await diagnose(...onSandbox(sandbox))
  const commands = JSON.stringify(report.findings).match(/magento-cloud (?:ssh|sql|log|db:size)\b.{8}/g) ?? []
  expect(commands.filter((command) => !command.includes(' -A myma'))).toEqual([])
  expect(commands).not.toEqual([])
})
