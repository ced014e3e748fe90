import { expect, test } from '@jest/globals'
import { existsSync, rmSync } from 'node:fs'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox, SandboxOptions } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { upgradeReport } from '../../src/report/schema.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { verify } from '../../src/commands/verify.js'
import { onSandbox, secretsOf } from '../helpers/on-sandbox.js'

async function withSandbox(options: SandboxOptions, task: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox(options)
  try {
    await task(sandbox)
  } finally {
    await sandbox.stop()
  }
}

const git = async (sandbox: Sandbox, ...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()

test.each([
  [{ plan: 'starter', environment: 'integration' }, 'ssh-dump', 1],
  [{ plan: 'pro', environment: 'staging', layout: 'deny-list' }, 'ssh-dump', 3],
  [{ plan: 'pro', environment: 'production', topology: 'direct' }, 'ssh-dump', 3]
] as const)('upgrades %j, backed up by %s, verified on %i nodes', async (options, strategy, nodes) => {
  await withSandbox(options, async (sandbox) => {
    const given = 'topology' in options ? { cloudRemote: 'magento' } : {}
    const report = await upgrade(...onSandbox(sandbox, given))
    expect(report.error).toBeNull()
    expect(report).toMatchObject({
      verdict: 'upgraded',
      plan: { fromVersion: '2.4.7-p3', toVersion: '2.4.8-p4' },
      backup: { strategy, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown },
      deployment: { verdict: 'succeeded' },
      verification: { verdict: 'healthy', installedVersion: '2.4.8-p4', storefront: { status: 200 } }
    })
    expect(report.verification?.nodes).toHaveLength(nodes)
    expect(upgradeReport.parse(report)).toEqual(report)
    expect(await git(sandbox, 'rev-parse', 'HEAD')).toBe(report.commit)
    expect(await git(sandbox, 'ls-remote', 'origin', sandbox.environment)).toContain(report.commit)
    expect(await git(sandbox, 'ls-remote', 'origin', `refs/tags/${report.liveCommitTag ?? ''}`)).not.toBe('')
    for (const secret of secretsOf(sandbox)) expect(JSON.stringify(report)).not.toContain(secret)
    if (nodes === 1) expect(existsSync(report.backup?.location ?? '')).toBe(true)
    rmSync(report.backup?.location ?? '', { force: true })
  })
})

test('a second run has nothing to do, and verify alone agrees', async () => {
  await withSandbox({}, async (sandbox) => {
    const [options, context] = onSandbox(sandbox)
    expect((await upgrade(options, context)).verdict).toBe('upgraded')
    const again = await upgrade(options, context)
    expect(again).toMatchObject({ verdict: 'up-to-date', error: null, commit: null, backup: null })
    const { workingDirectory, project, environment, knownHosts, cloudToken } = options
    const alone = { workingDirectory, project, environment, knownHosts, cloudToken } as typeof options
    expect(await verify(alone, context)).toMatchObject({ verdict: 'verified', error: null })
    const wrong = await verify({ ...alone, expectedVersion: '2.4.8-p3' }, context)
    expect(wrong).toMatchObject({ verdict: 'failed', error: { code: 'wrong-version', exitCode: 60 } })
  })
})
