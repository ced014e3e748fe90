import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { StepTime, UpgradeReport } from '../../src/report/report.js'
import type { RunContext } from '../../src/run/run-context.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { onSandbox } from '../helpers/on-sandbox.js'
import { sshAccess } from '../helpers/ssh-access.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ plan: 'pro', environment: 'production', topology: 'direct' })
})
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
  // A run that begins meanwhile reports who holds the lock, and changes nothing.
  expect(during).toContain('refs/magento-cloud-upgrade/lock/production')
  expect((await (second as Promise<UpgradeReport> | null))?.error).toMatchObject({ code: 'busy', exitCode: 13 })
  expect(await locks()).toBe('')
  for (const { backup } of [refused, report]) if (backup?.location) rmSync(backup.location, { force: true })
})

test("[F72] [F79] where the platform's git is the only remote, the lock lies there, over SSH; one node of three stays behind", async () => {
  const cloud = join(sandbox.directory, 'git', 'cloud.git')
  const cloudLocks = (): Promise<string> => git('ls-remote', cloud, 'refs/magento-cloud-upgrade/lock/*')
  await git('reset', '--quiet', '--hard', await git('rev-list', '--max-parents=0', 'HEAD'))
  await git('push', '--quiet', '--force', cloud, 'production')
  await git('remote', 'remove', 'origin')
  await sandbox.idle()
  await sandbox.setFault('one-node-old')
  const access = await sshAccess(sandbox)
  const ssh = `ssh -F none -o StrictHostKeyChecking=no -o IdentitiesOnly=yes -i ${join(access.folder, 'id_ed25519')}`
  const environment = { ...sandbox.env, GIT_SSH_COMMAND: ssh }
  const alone = (onStep: RunContext['onStep'] = () => undefined): Promise<UpgradeReport> =>
    run({ remote: 'magento', cloudRemote: '', backup: 'off' }, { environment, onStep })

  let during = ''
  let second: Promise<UpgradeReport> | null = null
  const report = await alone(({ step, state }) => {
    if (step === 'push' && state === 'done') second = cloudLocks().then((refs) => ((during = refs), alone()))
  })
  access.remove()
  expect(during).toContain('refs/magento-cloud-upgrade/lock/production')
  expect((await (second as Promise<UpgradeReport> | null))?.error).toMatchObject({
    code: 'busy',
    exitCode: 13,
    message: expect.stringMatching(/^Another run is working on production: .+, since 20/) as unknown,
    next: expect.stringContaining('git push magento --delete refs/magento-cloud-upgrade/lock/production') as unknown
  })
  expect(await cloudLocks()).toBe('')

  expect(report.deployment?.verdict).toBe('succeeded')
  expect(report.error).toMatchObject({ code: 'wrong-version', exitCode: 60 })
  const versions = report.verification?.nodes.map(({ version }) => version) ?? []
  expect(versions.filter((version) => version === '2.4.8-p4')).toHaveLength(2)
  const old = report.verification?.nodes.find(({ version }) => version === '2.4.7-p3')
  expect(report.error?.message).toContain(`${old?.host ?? 'no node'} runs 2.4.7-p3, not 2.4.8-p4`)
})
