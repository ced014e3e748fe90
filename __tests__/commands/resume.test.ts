import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { DeployFault, Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { StepTime, UpgradeReport } from '../../src/report/report.js'
import type { RunContext } from '../../src/run/run-context.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { onSandbox } from '../helpers/on-sandbox.js'
import { recordVerdict } from '../helpers/record-verdict.js'

let sandbox: Sandbox
let first: string
beforeAll(async () => {
  sandbox = await startSandbox({ deploySeconds: 4 })
  first = await git('rev-parse', 'HEAD')
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.idle()
  await sandbox.setFault(null)
  if ((await git('ls-remote', 'origin', 'refs/heads/integration')).startsWith(first)) return
  await git('reset', '--quiet', '--hard', first)
  await git('push', '--quiet', '--force', 'origin', 'integration')
  await sandbox.idle()
})

const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()

async function run(given: GivenOptions = {}, context: RunContext = {}): Promise<UpgradeReport> {
  const [options, ownContext] = onSandbox(sandbox, { rehearsal: 'off', startTimeout: 6, ...given })
  const report = await upgrade(options, { ...ownContext, ...context })
  if (report.backup?.location) rmSync(report.backup.location, { force: true })
  return report
}

/** A run that is stopped when a step begins or ends. */
function stoppedAt(
  step: StepTime['step'],
  state: 'started' | 'done',
  given: GivenOptions = {}
): Promise<UpgradeReport> {
  const stop = new AbortController()
  return run(given, {
    signal: stop.signal,
    onStep: (event) => {
      if (event.step === step && event.state === state) stop.abort('SIGTERM')
    }
  })
}

const outcome = ({ steps }: UpgradeReport, name: StepTime['step']): string =>
  steps.find(({ step }) => step === name)?.outcome ?? 'none'
const upgrades = async (): Promise<number> =>
  (await git('log', '--format=%(trailers:key=Upgraded-To,valueonly,separator=)', 'origin/integration'))
    .split('\n')
    .filter((line) => line !== '').length
async function redeploy(): Promise<void> {
  const env = { ...sandbox.env, MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken }
  const where = ['-p', sandbox.projectId, '-e', sandbox.environment]
  await runProgram(['magento-cloud', 'environment:redeploy', ...where, '--no-wait', '-y'], { cwd: '/', env })
  await sandbox.idle()
}

test.each([
  ['commit', 'done', { backup: 'skipped', update: 'skipped', commit: 'skipped', push: 'done', wait: 'done' }],
  ['push', 'done', { backup: 'none', commit: 'none', push: 'none', wait: 'done' }],
  ['verify', 'started', { backup: 'none', commit: 'none', push: 'none', wait: 'skipped' }]
] as const)('[F80] after a stop at %s (%s) the next run does the rest, once', async (step, state, expected) => {
  const stopped = await stoppedAt(step, state)
  expect(stopped.error).toMatchObject({ code: 'terminated', exitCode: 143 })
  const report = await run()
  expect(report.error).toBeNull()
  const names = Object.keys(expected) as (keyof typeof expected)[]
  expect(Object.fromEntries(names.map((name) => [name, outcome(report, name)]))).toEqual(expected)
  expect(report.verdict).toBe(expected.wait === 'skipped' ? 'up-to-date' : 'upgraded')
  expect(report.verification).toMatchObject({ verdict: 'healthy', installedVersion: '2.4.8-p4' })
  if (report.commit !== null) expect(report.commit).toBe(stopped.commit)
  expect(await git('rev-parse', 'HEAD')).toBe(stopped.commit)
  await git('fetch', '--quiet', 'origin')
  expect(await git('rev-parse', 'origin/integration')).toBe(stopped.commit)
  expect(await upgrades()).toBe(1)
  // What was deployed before this run began is where it starts.
  const fromVersion = expected.wait === 'skipped' ? '2.4.8-p4' : '2.4.7-p3'
  expect(report.plan).toMatchObject({ fromVersion, toVersion: '2.4.8-p4' })
})

test('[F80] after a failed deployment no run is green before a deployment has succeeded', async () => {
  const fault: DeployFault = 'setup-upgrade-fails'
  await sandbox.setFault(fault)
  const failed = await run({ backup: 'off' })
  expect(failed.error?.code).toBe('deploy-failed')
  const again = await run({ backup: 'off' })
  expect(again.error).toMatchObject({ code: 'deploy-failed', exitCode: 50 })
  expect(again.findings[0]?.title).toContain('setup:upgrade')
  expect((await run({ backup: 'off', wait: false })).error?.code).toBe('deploy-failed')
  await redeploy()
  expect((await run({ backup: 'off' })).error?.code).toBe('deploy-failed')
  await sandbox.setFault(null)
  await redeploy()
  const green = await run({ backup: 'off' })
  expect(green).toMatchObject({ error: null, verdict: 'up-to-date', verification: { verdict: 'healthy' } })
  await git('fetch', '--quiet', 'origin')
  expect(await upgrades()).toBe(1)
})

test('[F80] an upgrade that was committed but never pushed is backed up, pushed and followed', async () => {
  const committed = await run({ backup: 'off', push: false })
  expect(committed.verdict).toBe('committed')
  expect(await git('rev-parse', 'HEAD')).toBe(committed.commit)
  expect((await run({ backup: 'off', push: false })).verdict).toBe('up-to-date')
  expect((await run({ dryRun: true })).verdict).toBe('up-to-date')
  const report = await run({ backup: 'cloud-dump' })
  expect(report).toMatchObject({ error: null, verdict: 'upgraded', commit: committed.commit })
  expect(report.backup?.strategy).toBe('cloud-dump')
  expect(outcome(report, 'push')).toBe('done')
})

test("somebody else's deployment makes a run wait for its end", async () => {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.com']
  await git(...identity, 'commit', '--quiet', '--allow-empty', '-m', 'Something else')
  await git('push', '--quiet', 'origin', 'integration')
  const report = await run({ backup: 'off' })
  recordVerdict({
    step: 'begin',
    situation: 'the environment is being deployed',
    verdict: 'busy',
    error: report.error,
    because: []
  })
  expect(report.error).toMatchObject({ code: 'busy', exitCode: 13 })
  expect(report.error?.message).toMatch(/activity \w+ \(environment\.push of commit \w{12}\) has not ended/)
  await sandbox.idle()
})
