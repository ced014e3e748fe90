import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { failingUpgrade } from '../helpers/failing-deployments.js'
import { secretsOf } from '../helpers/on-sandbox.js'
import { runAction } from '../helpers/runner-harness.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
  await failingUpgrade(sandbox, 'setup-upgrade-fails')
})
afterAll(() => sandbox.stop())

test('a job of its own explains the failure, as annotations, summary and report', async () => {
  const { exitCode, errors, outputs, summary, stdout, stderr } = await runAction({
    main: 'dist/diagnose/index.js',
    inputs: {
      project: sandbox.projectId,
      environment: sandbox.environment,
      'known-hosts': sandbox.knownHosts,
      'cloud-token': sandbox.credentials.cloudToken
    },
    workspace: sandbox.checkout,
    env: sandbox.env
  })
  expect([errors, exitCode]).toEqual([[], 0])
  expect(outputs['verdict']).toBe('diagnosed')
  expect(summary).toContain('setup:upgrade failed')
  const annotations = [...stdout.matchAll(/^::warning title=([^:]*)/gm)].map(([, title]) => title)
  expect(annotations[0]).toContain('setup%3Aupgrade failed')
  expect(annotations).toContain('The site is closed for maintenance')
  const seen = [stdout.replaceAll(/^::add-mask::.*$/gm, ''), stderr, summary].join('\n')
  for (const secret of secretsOf(sandbox)) expect(seen).not.toContain(secret)
})
