import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/packages/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../src/normalize-options.js'
import type { StepTime, UpgradeReport } from '../../src/report.js'
import type { RunContext } from '../../src/run-context.js'
import { upgrade } from '../../src/upgrade.js'
import { onSandbox } from '../on-sandbox.js'

jest.setTimeout(180_000)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ plan: 'pro', environment: 'production', topology: 'direct' })
}, 60_000)
afterAll(() => sandbox.stop())

const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()
const run = (given: GivenOptions = {}, more: RunContext = {}): Promise<UpgradeReport> => {
  const [options, context] = onSandbox(sandbox, { rehearsal: 'off', cloudRemote: 'magento', ...given })
  return upgrade(options, { ...context, ...more })
}
const inCloud = (): Promise<string> =>
  git('ls-remote', join(sandbox.directory, 'git', 'cloud.git'), 'refs/heads/production')
const outcomes = ({ steps }: UpgradeReport, ...names: readonly StepTime['step'][]): readonly string[] =>
  steps.filter(({ step }) => names.includes(step)).map(({ step, outcome }) => `${step} ${outcome}`)
const locks = (): Promise<string> => git('ls-remote', 'origin', 'refs/magento-cloud-upgrade/lock/*')

test('[F79] [F80] where only one of the two remotes took the commit, the next run pushes the same one to the other, once', async () => {
  const hook = join(sandbox.directory, 'git', 'cloud.git', 'hooks', 'pre-receive')
  writeFileSync(hook, '#!/bin/sh\necho "the platform is busy" >&2\nexit 1\n')
  chmodSync(hook, 0o755)
  const refused = await run()
  rmSync(hook)
  expect(refused.error?.code).toBe('push-rejected')
  expect(await git('ls-remote', 'origin', 'refs/heads/production')).toContain(refused.commit)
  expect(await inCloud()).not.toContain(refused.commit)
  expect(await locks()).toBe('')

  let during = ''
  let second: Promise<UpgradeReport> | null = null
  const report = await run(
    {},
    {
      onStep: ({ step, state }) => {
        if (step === 'wait' && state === 'started') second = locks().then((refs) => ((during = refs), run()))
      }
    }
  )
  expect(report).toMatchObject({ error: null, verdict: 'upgraded', commit: refused.commit })
  expect(report.verification?.nodes).toHaveLength(3)
  expect(outcomes(report, 'backup', 'update', 'commit', 'push', 'wait')).toEqual(['push done', 'wait done'])
  expect(await inCloud()).toContain(refused.commit)
  // One that begins meanwhile is told who is at work, and changes nothing.
  expect(during).toContain('refs/magento-cloud-upgrade/lock/production')
  expect((await (second as Promise<UpgradeReport> | null))?.error).toMatchObject({ code: 'busy', exitCode: 13 })
  expect(await locks()).toBe('')
  for (const { backup } of [refused, report]) if (backup?.location) rmSync(backup.location, { force: true })
})
