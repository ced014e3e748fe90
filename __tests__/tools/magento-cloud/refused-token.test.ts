import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../../src/secrets/secret.js'
import { createMagentoCloud, type MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import type { CommandResult, RunCommand } from '../../../src/tools/process/command.js'

interface Answer extends Partial<CommandResult> {
  readonly to: string
}

const home = mkdtempSync(join(tmpdir(), 'refused-token-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

function cloudThatAnswers(answers: readonly Answer[]): MagentoCloud {
  const left = [...answers]
  const run: RunCommand = ([, ...args]) => {
    const { to, ...answer } = left.shift() ?? { to: 'nothing more' }
    expect(args.join(' ')).toBe(to)
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', timedOut: false, ...answer })
  }
  const place = { home, project: 'abc123', environment: 'staging', token: new Secret('t'), retryPauseSeconds: 0 }
  return createMagentoCloud({ run, parentEnvironment: {}, ...place })
}

test.each([
  { stdout: 'HTTP/1.1 401 Unauthorized\r\n\r\n' },
  { stderr: 'curl: (22) The requested URL returned error: 401' }
])('an access token that curl is refused is exchanged anew, once (%j)', async (said) => {
  const ask = { to: 'project:curl -p abc123 --fail --include /integrations' }
  const refused = { ...ask, exitCode: 22, ...said }
  const probe = { to: 'project:info -p abc123 id' }
  const asked = (...answers: readonly Answer[]): Promise<boolean> => cloudThatAnswers(answers).hasGitHubIntegration()
  expect(await asked(refused, probe, { ...ask, stdout: 'HTTP/1.1 200 OK\r\n\r\n[]' })).toBe(false)
  await expect(asked(refused, probe, refused)).rejects.toMatchObject({ code: 'bad-secret' })
  const gone = { ...probe, exitCode: 1, stderr: 'The API token is invalid.' }
  await expect(asked(refused, gone)).rejects.toMatchObject({ code: 'bad-secret' })
})
