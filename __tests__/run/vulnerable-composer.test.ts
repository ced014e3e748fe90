import { expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { plan } from '../../src/commands/plan.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { vulnerableComposer } from '../../src/run/vulnerable-composer.js'
import type { RunCommand } from '../../src/tools/process/command.js'
import { plainGit } from '../helpers/actions-checkout.js'

function composer(version: string, homes: string[]): RunCommand {
  return ((argv: readonly string[], options: { env: Record<string, string> }) => {
    homes.push(options.env['COMPOSER_HOME'] ?? '')
    const stdout = argv[0] === 'composer' ? `Composer version ${version} 2026-01-01` : '8.3.0'
    // The check itself must not show keys to what it does not trust.
    expect(existsSync(join(options.env['COMPOSER_HOME'] ?? '', 'auth.json'))).toBe(false)
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', timedOut: false })
  }) as unknown as RunCommand
}

const thisRun = (vulnerableComposer: string): never =>
  ({ options: { vulnerableComposer }, context: { environment: { PATH: '' } } }) as never

test('a vulnerable Composer is found before it has keys', async () => {
  const homes: string[] = []
  expect(await vulnerableComposer(thisRun('fail'), composer('2.10.2', homes))).toEqual([
    expect.objectContaining({ severity: 'error', message: expect.stringContaining('CVE-2026-84361') })
  ])
  expect(homes.every((home) => !existsSync(home))).toBe(true)
})

test('where that is allowed it is a warning, and a good one is none', async () => {
  const warned = await vulnerableComposer(thisRun('warn'), composer('2.2.29', []))
  expect(warned.map(({ severity }) => severity)).toEqual(['warning'])
  expect(await vulnerableComposer(thisRun('fail'), composer('2.10.3', []))).toEqual([])
})

/** A checkout and a Composer that notes all that it is given; `project` by file name, in place of empty ones. */
async function planWithRecorder(project: Readonly<Record<string, string>>, target: string) {
  const world = mkdtempSync(join(tmpdir(), 'vulnerable-'))
  try {
    const [bin, checkout, seen] = ['bin', 'checkout', 'seen'].map((name) => join(world, name)) as [
      string,
      string,
      string
    ]
    for (const folder of [bin, checkout]) mkdirSync(folder)
    const lines = ['#!/bin/sh', `{ echo "$@"; env; cat "$COMPOSER_HOME"/*; } >> '${seen}' 2>&1`]
    const composer = [...lines, 'echo "Composer version 2.10.2 2026-01-01 00:00:00"', '']
    writeFileSync(join(bin, 'composer'), composer.join('\n'), { mode: 0o755 })
    plainGit(checkout, 'init', '--quiet', '--initial-branch=main')
    writeFileSync(
      join(checkout, 'auth.json'),
      '{"http-basic":{"repo.magento.com":{"username":"u","password":"canary-file"}}}'
    )
    for (const name of ['composer.json', 'composer.lock', '.magento.app.yaml'])
      writeFileSync(join(checkout, name), project[name] ?? '{}')
    plainGit(checkout, 'add', '.')
    plainGit(checkout, 'commit', '--quiet', '--message', 'Start')
    const auth = '{"bearer":{"repo.example.com":"canary-variable"}}'
    const environment = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, HOME: world, COMPOSER_AUTH: auth }
    const keys = { composerUsername: 'canary-name', composerPassword: 'canary-password' }
    const options = { workingDirectory: checkout, target, ...keys }
    writeFileSync(join(checkout, 'auth.json'), '{}')
    const local = { ...options, backup: 'off', push: false } as const
    const reports = [await plan(options, { environment }), await upgrade(local, { environment })]
    const text = readFileSync(seen, 'utf8')
    expect(text).toMatch(/^[\s\S]*--version/)
    expect(text).not.toMatch(/canary|update|show/)
    return reports.map(({ error }) => ({ exitCode: error?.exitCode, ids: error?.problems.map(({ id }) => id) ?? [] }))
  } finally {
    rmSync(world, { recursive: true })
  }
}

test('F16: neither command shows a key to such a Composer, whatever way the keys come by, and a project is judged too', async () => {
  const [planned, upgraded] = await planWithRecorder({}, '2.4.8')
  expect(planned).toEqual({ exitCode: 12, ids: ['composer-vulnerable', 'preflight-failed'] })
  expect(upgraded).toEqual(planned)
})

const locked = (name: string, version: string) => ({ name, version, type: 'metapackage' })
const project = {
  'composer.json': JSON.stringify({
    require: { 'magento/magento-cloud-metapackage': '>=2.4.6 <2.4.7' },
    repositories: [{ type: 'composer', url: 'https://repo.magento.com' }],
    config: { lock: false }
  }),
  'composer.lock': JSON.stringify({
    packages: [
      locked('magento/magento-cloud-metapackage', '2.4.6'),
      locked('magento/product-enterprise-edition', '2.4.6'),
      locked('magento/ece-tools', '2002.2.6')
    ]
  }),
  '.magento.app.yaml': 'name: app\ntype: php:8.1\n'
}

test.each([
  ['2.4.8', ['composer-lock-off', 'requirement-php']],
  ['2.4.5', ['bad-input']],
  ['latest', ['composer-lock-off']]
])('everything else that is in the way of %s is told with it', async (target, others) => {
  const [planned, upgraded] = await planWithRecorder(project, target)
  expect(planned).toEqual({ exitCode: 12, ids: ['composer-vulnerable', ...others] })
  // The upgrade looks at the surroundings as well.
  expect(upgraded?.ids).toEqual(expect.arrayContaining(['composer-vulnerable', 'git-dirty', ...others]))
  expect(upgraded?.ids.filter((id) => id === 'composer-vulnerable')).toHaveLength(1)
})
