import { expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { refuseVulnerableComposer } from '../src/refuse-vulnerable-composer.js'
import type { RunCommand } from '../src/tools/run-command.js'

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
