import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { sshAccess, type SshAccess } from '../helpers/ssh-access.js'
import { exampleInputs } from '../helpers/example-workflow.js'
import { runAction, type ActionResult } from '../helpers/runner-harness.js'

let sandbox: Sandbox
let access: SshAccess
beforeAll(async () => {
  sandbox = await startSandbox({})
  access = await sshAccess(sandbox)
})
afterAll(async () => {
  await sandbox.stop()
  access.remove()
})

const drive = (job: 'verify' | 'diagnose', knownHosts = sandbox.knownHosts): Promise<ActionResult> =>
  runAction({
    main: `dist/${job}/index.js`,
    inputs: exampleInputs('docs/examples/verify-by-ssh.yml', job, {
      'vars.MAGENTO_CLOUD_SSH_HOSTS': access.hosts.join(' '),
      'vars.MAGENTO_CLOUD_KNOWN_HOSTS': knownHosts,
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
  const explainedError = await drive('diagnose')
  expect([explainedError.errors, explainedError.exitCode]).toEqual([[], 0])
  expect(explainedError.summary).toContain('The site is closed for maintenance')
  for (const { stdout, summary } of [well, closed, explainedError])
    expect(stdout.replaceAll(/^::add-mask::.*$/gm, '') + summary).not.toContain(access.privateKey.split('\n')[1])
})

test('[F20] [F21] a host key that is not the pinned one ends the job at once, with its fingerprint', async () => {
  const [, fingerprint = ''] = fingerprintOf(sandbox.knownHosts)
  const stranger = mkdtempSync(join(tmpdir(), 'verify-by-ssh-'))
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(stranger, 'key')])
  const [type, key] = readFileSync(join(stranger, 'key.pub'), 'utf8').split(' ')
  rmSync(stranger, { recursive: true })
  const others = sandbox.knownHosts.replaceAll(/ssh-\S+ \S+/g, `${type ?? ''} ${key ?? ''}`)
  const changed = await drive('verify', others)
  expect(changed.exitCode).toBe(12)
  const said = changed.errors.join()
  expect(said).toContain('the host key has changed')
  expect(said).toContain(fingerprint)
  expect(said).toContain('known-hosts')
  const unknown = await drive('verify', 'other.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA')
  expect([unknown.exitCode, unknown.errors.join()]).toEqual([12, expect.stringContaining(fingerprint)])
})

function fingerprintOf(knownHosts: string): readonly string[] {
  return execFileSync('ssh-keygen', ['-l', '-f', '-'], { input: knownHosts, encoding: 'utf8' }).split(' ')
}
