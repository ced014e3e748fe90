import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { sshAccess, type SshAccess } from '../ssh-access.js'
import { exampleInputs } from './example-workflow.js'
import { runAction, type ActionResult } from './runner-harness.js'

let sandbox: Sandbox
let access: SshAccess
beforeAll(async () => {
  sandbox = await startSandbox({})
  access = await sshAccess(sandbox)
}, 120_000)
afterAll(async () => {
  await sandbox.stop()
  access.remove()
})

const drive = (job: 'verify' | 'diagnose'): Promise<ActionResult> =>
  runAction({
    main: `dist/${job}/index.js`,
    inputs: exampleInputs('docs/examples/verify-by-ssh.yml', job, {
      'vars.MAGENTO_CLOUD_SSH_HOSTS': access.hosts.join(' '),
      'vars.MAGENTO_CLOUD_KNOWN_HOSTS': sandbox.knownHosts,
      'secrets.MAGENTO_CLOUD_SSH_KEY': access.privateKey
    }),
    workspace: sandbox.checkout,
    env: access.env
  })

test('the example verifies with a key alone, and its second job explains what the first one finds', async () => {
  const well = await drive('verify')
  expect([well.errors, well.exitCode]).toEqual([[], 0])
  expect(well.outputs).toMatchObject({ verdict: 'verified', 'installed-version': '2.4.7-p3' })
  await access.run('php bin/magento maintenance:enable')
  const closed = await drive('verify')
  expect(closed.exitCode).toBe(61)
  expect(closed.errors.join()).toContain('maintenance:disable')
  const explained = await drive('diagnose')
  expect([explained.errors, explained.exitCode]).toEqual([[], 0])
  expect(explained.summary).toContain('The site is closed for maintenance')
  for (const { stdout, summary } of [well, closed, explained])
    expect(stdout.replaceAll(/^::add-mask::.*$/gm, '') + summary).not.toContain(access.privateKey.split('\n')[1])
}, 60_000)
