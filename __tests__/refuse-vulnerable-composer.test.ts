import { expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { planUpgrade } from '../src/plan.js'
import { refuseVulnerableComposer } from '../src/refuse-vulnerable-composer.js'
import type { RunCommand } from '../src/tools/run-command.js'
import { plainGit } from './actions-checkout.js'

function composer(version: string, homes: string[]): RunCommand {
  return ((argv: readonly string[], options: { env: Record<string, string> }) => {
    homes.push(options.env['COMPOSER_HOME'] ?? '')
    const stdout = argv[0] === 'composer' ? `Composer version ${version} 2026-01-01` : '8.3.0'
    // The check itself must not show keys to what it does not trust.
    expect(existsSync(join(options.env['COMPOSER_HOME'] ?? '', 'auth.json'))).toBe(false)
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', timedOut: false })
  }) as unknown as RunCommand
}

const telling = (vulnerableComposer: string): never =>
  ({ options: { vulnerableComposer }, context: { environment: { PATH: '' } } }) as never

test('a vulnerable Composer is refused before it has keys', async () => {
  const homes: string[] = []
  await expect(refuseVulnerableComposer(telling('fail'), composer('2.10.2', homes))).rejects.toMatchObject({
    exitCode: 12,
    message: expect.stringContaining('CVE-2026-84361')
  })
  expect(homes.every((home) => !existsSync(home))).toBe(true)
})

test('where that is allowed it is a warning, and a good one is none', async () => {
  const warned = await refuseVulnerableComposer(telling('warn'), composer('2.2.29', []))
  expect(warned.map(({ severity }) => severity)).toEqual(['warning'])
  expect(await refuseVulnerableComposer(telling('fail'), composer('2.10.3', []))).toEqual([])
})

test('a plan ends before such a Composer has seen a key, whatever way the keys come by', async () => {
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
      writeFileSync(join(checkout, name), '{}')
    plainGit(checkout, 'add', '.')
    plainGit(checkout, 'commit', '--quiet', '--message', 'Start')
    const auth = '{"bearer":{"repo.example.com":"canary-variable"}}'
    const environment = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, HOME: world, COMPOSER_AUTH: auth }
    const keys = { composerUsername: 'canary-name', composerPassword: 'canary-password' }
    const { error } = await planUpgrade({ workingDirectory: checkout, target: '2.4.8', ...keys }, { environment })
    expect(error).toMatchObject({ exitCode: 12, message: expect.stringContaining('2.10.2') as unknown })
    expect(readFileSync(seen, 'utf8')).toMatch(/^[\s\S]*--version/)
    expect(readFileSync(seen, 'utf8')).not.toContain('canary')
  } finally {
    rmSync(world, { recursive: true })
  }
})
