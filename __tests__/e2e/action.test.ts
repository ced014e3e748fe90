import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { secretsOf } from '../helpers/on-sandbox.js'
import { startCliMirror, type CliMirror } from '../helpers/cli-mirror.js'
import { exampleInputs } from '../helpers/example-workflow.js'
import { parseCommands, parseOutputs, runAction, type ActionResult } from '../helpers/runner-harness.js'

const pullRequest = (head: string): unknown => ({
  pull_request: {
    head: { ref: 'integration', repo: { full_name: head } },
    base: { repo: { full_name: 'shop/project' } }
  }
})
const examples = [
  ['docs/examples/scheduled-patch-bump.yml', {}, '2.4.7-p10'],
  ['docs/examples/pull-request-upgrade.yml', pullRequest('shop/project'), '2.4.7-p10'],
  ['docs/examples/manual-upgrade.yml', {}, '2.4.8-p4']
] as const

describe.each(examples)('%s', (path, event, version) => {
  let sandbox: Sandbox
  let mirror: CliMirror
  let upgraded: ActionResult
  const values = (more: Record<string, string> = {}): Record<string, string> => ({
    'vars.MAGENTO_CLOUD_PROJECT_ID': sandbox.projectId,
    'vars.MAGENTO_CLOUD_KNOWN_HOSTS': sandbox.knownHosts,
    'secrets.MAGENTO_CLOUD_TOKEN': sandbox.credentials.cloudToken,
    'secrets.COMPOSER_USERNAME': sandbox.credentials.composerUsername,
    'secrets.COMPOSER_PASSWORD': sandbox.credentials.composerPassword,
    'github.head_ref': 'integration',
    'github.ref_name': 'integration',
    'inputs.target': '2.4.8',
    'inputs.dry-run': 'false',
    ...more
  })
  const drive = (main: string, inputs: Record<string, string>): Promise<ActionResult> =>
    runAction({
      main,
      inputs: { ...inputs, ...mirror.inputs },
      workspace: sandbox.checkout,
      env: { ...sandbox.env, GITHUB_REF_NAME: 'integration' },
      event
    })

  beforeAll(async () => {
    sandbox = await startSandbox({})
    mirror = await startCliMirror(sandbox)
    const inputs = exampleInputs(path, 'upgrade', values())
    upgraded = await drive('dist/index.js', { ...inputs, 'vulnerable-composer': 'warn' })
  })
  afterAll(async () => {
    mirror.stop()
    await sandbox.stop()
  })

  test('installs the magento-cloud that the workflow names', () => {
    expect(upgraded.stdout).toContain('magento-cloud 1.47.0 was downloaded, and its checksum is right.')
  })

  test('upgrades, sets every output and a summary, and masks the secrets', () => {
    expect([upgraded.errors, upgraded.exitCode]).toEqual([[], 0])
    expect(upgraded.outputs).toMatchObject({
      changed: 'true',
      verdict: 'upgraded',
      'from-version': '2.4.7-p3',
      'to-version': version,
      branch: 'integration',
      'installed-version': version
    })
    for (const name of ['commit-sha', 'backup', 'backup-sha256', 'activity-id', 'report'])
      expect(upgraded.outputs[name]).not.toBe('')
    expect(upgraded.summary).toContain(`2.4.7-p3 → ${version}`)
    expect(upgraded.masks).toEqual(
      expect.arrayContaining([sandbox.credentials.cloudToken, sandbox.credentials.composerPassword])
    )
    const seen = [upgraded.stderr, upgraded.summary, JSON.stringify(upgraded.outputs), unmasked(upgraded.stdout)].join(
      '\n'
    )
    for (const secret of secretsOf(sandbox)) expect(seen).not.toContain(secret)
  })

  test('is followed by a verification job that agrees', async () => {
    const inputs = exampleInputs(path, 'verify', values({ 'needs.upgrade.outputs.version': version }))
    const verified = await drive('dist/verify/index.js', inputs)
    expect([verified.errors, verified.exitCode]).toEqual([[], 0])
    expect(verified.outputs).toMatchObject({ verdict: 'verified', 'installed-version': version })
  })
})

const unmasked = (stdout: string): string => stdout.replaceAll(/^::add-mask::.*$/gm, '')

test('a pull request from a fork is refused before anything else', async () => {
  const inputs = { target: '2.4.8', project: 'p' }
  const result = await runAction({
    main: 'dist/index.js',
    inputs,
    workspace: process.cwd(),
    env: { PATH: process.env['PATH'] ?? '' },
    event: pullRequest('stranger/project')
  })
  expect(result.exitCode).toBe(10)
  expect(result.errors.join()).toContain('fork')
})

test('wrong inputs are told all at once', async () => {
  const inputs = { 'dry-run': 'perhaps', 'start-timeout': 'soon' }
  const result = await runAction({
    main: 'dist/index.js',
    inputs,
    workspace: process.cwd(),
    env: { PATH: process.env['PATH'] ?? '' }
  })
  expect(result.exitCode).toBe(10)
  expect(result.errors.join()).toMatch(/start-timeout.*dry-run/s)
})

test('the harness reads records and commands as the runner does', () => {
  expect(parseOutputs('a=1\nb<<X\ntwo\nlines\nX\n')).toEqual({ a: '1', b: 'two\nlines' })
  expect(() => parseOutputs('b<<X\nlost\n')).toThrow('unterminated')
  expect(parseCommands('::error title=x::a%0Ab\ntext ::error::no')).toEqual([{ name: 'error', message: 'a\nb' }])
  expect(readFileSync('action.yml', 'utf8')).toContain('node24')
})
