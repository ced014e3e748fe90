import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { diagnose } from '../../src/commands/diagnose.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { RunContext } from '../../src/run/run-context.js'
import { verify } from '../../src/commands/verify.js'
import { sshAccess, type SshAccess } from '../helpers/ssh-access.js'

let sandbox: Sandbox
let access: SshAccess
let options: GivenOptions
let context: RunContext

// Nothing but ssh is left of the platform: no endpoint, no token, no project.
beforeAll(async () => {
  sandbox = await startSandbox({ plan: 'pro', environment: 'staging' })
  access = await sshAccess(sandbox)
  context = { environment: access.env }
  options = {
    workingDirectory: sandbox.checkout,
    sshHosts: access.hosts.join(', '),
    sshPrivateKey: access.privateKey,
    knownHosts: sandbox.knownHosts
  }
})
afterAll(async () => {
  await sandbox.stop()
  access.remove()
})

test('verifies every node with a key and the logins alone', async () => {
  const report = await verify(options, context)
  expect(report.error).toBeNull()
  expect(report).toMatchObject({
    verdict: 'verified',
    verification: {
      verdict: 'healthy',
      installedVersion: '2.4.7-p3',
      storefront: { url: `${sandbox.storefrontUrl}/`, status: 200 },
      endpoints: [{ status: 200 }, { status: 200 }],
      problems: []
    }
  })
  const node = { version: '2.4.7-p3', deployedVersion: '2.4.7-p3', database: 'current', maintenance: false, cron: true }
  expect(report.verification?.nodes).toMatchObject([node, node, node])
})

test('needs no checkout where the version is given', async () => {
  const report = await verify({ ...options, workingDirectory: access.folder, expectedVersion: '2.4.8' }, context)
  expect(report.error).toMatchObject({ code: 'wrong-version', exitCode: 60 })
  expect(report.verification?.nodes).toHaveLength(3)
})

test('names everything that is missing at once', async () => {
  const report = await verify({ workingDirectory: access.folder, sshHosts: 'somewhere' }, context)
  expect(report.error).toMatchObject({ code: 'bad-input', exitCode: 10 })
  for (const name of ['somewhere', 'ssh-private-key', 'known-hosts', 'expected-version'])
    expect(report.error?.message).toContain(name)
  expect((await diagnose({}, context)).error?.message).toMatch(/cloud-token.*project.*environment.*known-hosts/)
})

test('cron that stayed off and a module that was switched off are seen, and diagnosed over ssh', async () => {
  await access.run('vendor/bin/ece-tools cron:disable')
  await access.run(`sed -i "s/'Acme_Theme' => 1/'Acme_Theme' => 0/" app/etc/config.php`)
  const report = await verify(options, context)
  expect(report.error).toMatchObject({
    code: 'unhealthy',
    exitCode: 61,
    next: expect.stringContaining('cron:enable') as unknown
  })
  expect(report.warnings.map(({ message }) => message).join()).toContain('Acme_Theme is disabled instead of enabled')
  expect(report.steps.map(({ step }) => step)).toEqual(['verify', 'diagnose'])
  await access.run('vendor/bin/ece-tools cron:enable')
  expect((await verify(options, context)).verdict).toBe('verified')
  expect((await diagnose({ ...options, workingDirectory: access.folder }, context)).error).toBeNull()
})
