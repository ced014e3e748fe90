import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { findCanaries } from '../helpers/find-canaries.js'
import { makeCanary } from '../helpers/make-canary.js'
import { canTrace, programStarts, traceTo } from '../helpers/traced-programs.js'
import { sampleProcesses } from '../helpers/sample-processes.js'
import { runAction, type ActionResult } from '../helpers/runner-harness.js'

// Some systems let nobody trace; those are looked at as often as /proc can be read.
test('[F88] an upgrade with backup, wait and verification hands no secret to a program that has no use for it', async () => {
  const sandbox = await startSandbox({})
  const folder = mkdtempSync(join(tmpdir(), 'traced-'))
  const { cloudToken, composerUsername, composerPassword, githubToken, databasePassword } = sandbox.credentials
  const [inAuth, inUrl] = [makeCanary(), makeCanary()]
  const inputs = {
    'cloud-token': cloudToken,
    'composer-username': composerUsername,
    'composer-password': composerPassword,
    'github-token': githubToken
  }
  const canaries = { ...inputs, 'composer-auth': inAuth, 'storefront-url': inUrl, 'the database': databasePassword }
  const run = (prefix: readonly string[]): Promise<ActionResult> =>
    runAction({
      prefix,
      main: 'dist/index.js',
      inputs: {
        ...inputs,
        'composer-auth': JSON.stringify({ bearer: { 'other.example': inAuth } }),
        'storefront-url': sandbox.storefrontUrl.replace('://', `://user:${encodeURIComponent(inUrl)}@`),
        'composer-host': new URL(sandbox.composerRepositoryUrl).host,
        target: '2.4.8',
        project: sandbox.projectId,
        'known-hosts': sandbox.knownHosts,
        'backup-directory': join(sandbox.directory, 'backups'),
        rehearsal: 'off',
        'vulnerable-composer': 'warn'
      },
      workspace: sandbox.checkout,
      env: { ...sandbox.env, GITHUB_REF_NAME: 'integration' },
      timeoutSeconds: 180
    })
  try {
    const trace = join(folder, 'trace')
    if (canTrace()) {
      expect(await run(traceTo(trace))).toMatchObject({ errors: [], exitCode: 0 })
      const [, ...started] = programStarts(trace)
      expect(started.length).toBeGreaterThan(50)
      expect(started.filter(({ argv }) => findCanaries(argv, canaries).length > 0)).toEqual([])
      const informed = started.filter(({ environment }) => findCanaries(environment, canaries).length > 0)
      expect(informed.map(({ argv }) => argv).filter((argv) => !ofMagentoCloud.test(argv))).toEqual([])
    } else {
      const sampled = { text: databasePassword.slice(-6), variable: composerPassword }
      const seen = await sampleProcesses(sampled, () => run([]))
      expect(seen).toEqual({ onCommandLines: [], inEnvironments: [expect.stringContaining('dist/index.js')] })
    }
  } finally {
    rmSync(folder, { recursive: true })
    await sandbox.stop()
  }
})

// It is looked for along PATH, and the ssh, ssh-keygen and curl that it starts itself drop the token first of all.
const ofMagentoCloud = /magento-cloud|^"[^"]*\/(?:ssh|ssh-keygen|curl)", |^"[^"]*\/env", \["env", "-0"\]/
