import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
beforeAll(async () => {
  project = await startLocalProject()
})
afterAll(() => project.stop())
afterEach(async () => {
  project.repository.setMode('open')
  rmSync(join(project.checkout, 'auth.json'), { force: true })
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
})

async function run(given: GivenOptions, environment: Record<string, string> = {}): Promise<UpgradeReport> {
  const report = await upgrade(
    { ...project.options, push: false, ...given },
    { ...project.context, environment: { ...project.context.environment, ...environment } }
  )
  expect(JSON.stringify(report)).not.toContain(project.repository.password)
  return report
}

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
const none: GivenOptions = { composerUsername: '', composerPassword: '' }
const authText = (password = project.repository.password): string =>
  JSON.stringify({ 'http-basic': { [project.repository.host]: { username: project.repository.username, password } } })
const messages = ({ error }: UpgradeReport): string =>
  [error?.message, ...(error?.problems ?? []).map(({ message }) => message)].join('\n')

test('missing and wrong keys are told apart', async () => {
  const missing = await run(none)
  expect(messages(missing)).toMatch(/needs keys, and there are none/)
  const wrong = await run({ composerPassword: 'certainly-not-the-key' })
  expect(messages(wrong)).toMatch(/rejects the keys \(401\)/)
  expect(JSON.stringify(wrong)).not.toContain('certainly-not-the-key')
})

test.each([
  ['forbidden', /denies access \(403\)/],
  ['not-found', /answers 404/]
] as const)('a repository that answers %s is named', async (mode, words) => {
  project.repository.setMode(mode)
  const report = await run({})
  expect(report.error?.exitCode).toBeGreaterThan(1)
  expect(messages(report)).toMatch(words)
})

test('keys without entitlement are a problem of credentials', async () => {
  project.repository.setMode('no-entitlement')
  const report = await run({})
  expect(report.error).toMatchObject({ code: 'composer-credentials' })
})

test('auth.json of the checkout is used, redacted and never committed', async () => {
  writeFileSync(join(project.checkout, 'auth.json'), authText())
  const report = await run(none)
  expect(report.error).toBeNull()
  expect(await project.git('ls-tree', '-r', '--name-only', report.commit ?? '')).not.toMatch(/^auth\.json$/m)
})

test('keys that only auth.json holds are kept out of the commit', async () => {
  writeFileSync(join(project.checkout, 'auth.json'), authText())
  const path = join(project.checkout, 'composer.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('{', `{"description": "${project.repository.password}",`))
  await project.git(...identity, 'commit', '--quiet', '--all', '--message', 'Leak')
  const report = await run(none)
  expect(report.error?.code).toBe('commit-refused')
  expect(report.error?.message).toMatch(/composer\.json contains a secret/)
})

// F06
test('COMPOSER_AUTH is used; a weaker source that differs is named', async () => {
  writeFileSync(join(project.checkout, 'auth.json'), authText('another-private-key'))
  const report = await run(none, { COMPOSER_AUTH: authText() })
  expect(report.error).toBeNull()
  expect(report.warnings.map(({ message }) => message).join()).toMatch(/COMPOSER_AUTH is used, auth\.json is not/)
  expect(JSON.stringify(report)).not.toContain('another-private-key')
})

test.each(['{"http-basic":', '[]', '{"http-basic":{"host":{"username":"only"}}}'])(
  'a malformed source %s is refused before anything runs',
  async (text) => {
    expect((await run(none, { COMPOSER_AUTH: text })).error).toMatchObject({ code: 'bad-secret', exitCode: 11 })
  }
)
