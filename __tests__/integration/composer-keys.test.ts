import { createServer } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import { plan } from '../../src/commands/plan.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { contentHash } from '../../src/tools/composer/content-hash.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
const lines: string[] = []
beforeAll(async () => {
  project = await startLocalProject()
})
afterAll(() => project.stop())
afterEach(async () => {
  project.repository.intercept(null)
  lines.length = 0
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
})

const record = (line: string): void => {
  lines.push(line)
}
const logger = { debug: record, info: record, warn: record, error: record }

function run(
  story: typeof upgrade,
  given: GivenOptions = {},
  more: Record<string, string> = {}
): Promise<UpgradeReport> {
  const environment = { ...project.context.environment, ...more }
  return story({ ...project.options, push: false, ...given }, { environment, logger })
}

async function commit(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project.checkout, name), text)
  await project.git('add', '--force', ...Object.keys(files))
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  await project.git(...identity, 'commit', '--quiet', '--message', 'Change files')
}

const read = (name: string): string => readFileSync(join(project.checkout, name), 'utf8')
const words = ({ error, warnings }: UpgradeReport): string =>
  [
    error?.message,
    ...(error?.problems ?? []).map(({ message }) => message),
    ...warnings.map(({ message }) => message)
  ].join('\n')

test('keys that were given beat a stale auth.json that git tracks, wherever Composer runs', async () => {
  const stale = { username: project.repository.username, password: 'revoked-private-key' }
  const { host } = project.repository
  // Composer prefers a bearer token to the pair, and the file of the project to that of its home.
  await commit({
    'auth.json': JSON.stringify({ 'http-basic': { [host]: stale }, bearer: { [host]: 'revoked-token' } })
  })
  const report = await run(upgrade, { install: 'full' })
  expect(report.error).toBeNull()
  expect(words(report)).toContain(`it is stale for ${host}`)
  expect(JSON.stringify(report)).not.toMatch(/revoked-/)
  // It stays in the commit as it was: to remove it is for its owner.
  expect(await project.git('show', `${report.commit ?? ''}:auth.json`)).toMatch(/revoked-token/)
})

test('keys that were given beat those in composer.json itself, which stay in it and are called stale', async () => {
  const { host, url, username } = project.repository
  const stale = { username, password: 'revoked-private-key' }
  const json = JSON.parse(read('composer.json')) as { config: object; repositories: { repo: object } }
  // Composer prefers these, the bearer token even to what stands in COMPOSER_AUTH.
  json.config = { ...json.config, 'http-basic': { [host]: stale }, bearer: { [host]: 'revoked-token' } }
  json.repositories.repo = { ...json.repositories.repo, url: url.replace('//', `//${username}:revoked%2Fin-address@`) }
  await commit({ 'composer.json': JSON.stringify(json, null, 4) })
  const planned = await run(plan)
  const report = await run(upgrade, { install: 'full' })
  for (const { error, warnings } of [planned, report]) {
    expect(error).toBeNull()
    const found = warnings.filter(({ id }) => id === 'composer-keys-in-json').map(({ message }) => message)
    expect(found).toEqual([0, 1].map(() => expect.stringContaining(`it is stale for ${host}`)))
  }
  expect(JSON.stringify([planned, report, lines])).not.toMatch(/revoked(?:-|%2F|\/)/)
  const committed = (name: string): Promise<string> => project.git('show', `${report.commit ?? ''}:${name}`)
  const written = await committed('composer.json')
  expect(JSON.parse(written)).toMatchObject({ config: json.config, repositories: json.repositories })
  expect(await committed('composer.lock')).toContain(`"content-hash": "${contentHash(written) ?? ''}"`)
})

test('keys that only the config section of composer.json holds are used, and their refusal is blamed on it', async () => {
  const { host, username, password } = project.repository
  const none = { composerUsername: '', composerPassword: '' }
  const json = JSON.parse(read('composer.json')) as { config: object }
  const withKeys = (key: string): string =>
    JSON.stringify({ ...json, config: { ...json.config, 'http-basic': { [host]: { username, password: key } } } })
  await commit({ 'composer.json': withKeys(password) })
  expect(await run(upgrade, { ...none, dryRun: true })).toMatchObject({ error: null })
  await commit({ 'composer.json': withKeys('revoked-private-key') })
  const refused = await run(upgrade, none)
  expect(refused.error).toMatchObject({ code: 'composer-credentials', exitCode: 30 })
  expect(words(refused)).toContain('rejects the keys (401) from the config section of composer.json')
  expect(JSON.stringify([refused, lines])).not.toContain('revoked-private-key')
})

test('a tracked auth.json alone is used, and its refusal is blamed on it', async () => {
  const { host, username, password } = project.repository
  const none = { composerUsername: '', composerPassword: '' }
  const text = (key: string): string => JSON.stringify({ 'http-basic': { [host]: { username, password: key } } })
  await commit({ 'auth.json': text(password) })
  const planned = await run(plan, none)
  expect(planned.error).toBeNull()
  expect(planned.warnings.map(({ id }) => id)).toContain('auth-json-tracked')
  await commit({ 'auth.json': text('revoked-private-key') })
  const refused = await run(upgrade, none)
  expect(refused.error).toMatchObject({ code: 'composer-credentials', exitCode: 30 })
  expect(words(refused)).toContain(`${host} rejects the keys (401) from the tracked auth.json`)
  expect(words(refused)).not.toMatch(/revoked-/)
})

test('keys are sent to no repository that composer.json alone names, not even by plan', async () => {
  const asked: unknown[] = []
  const other = createServer((request, response) => {
    asked.push(request.headers.authorization)
    response.writeHead(401).end()
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const evil = `127.0.0.1:${(other.address() as AddressInfo).port}`
  try {
    await commit({ 'composer.json': read('composer.json').replaceAll(project.repository.host, evil) })
    const named = { composerHost: 'repo.magento.com' }
    for (const report of [await run(plan, named), await run(upgrade, named)])
      expect(report.error).toMatchObject({
        code: 'bad-secret',
        message: expect.stringContaining(`composer.json names ${evil}`)
      })
    expect(asked).toEqual([])
    // With keys of its own for the host that they belong to, the other one gets none.
    await run(plan, { composerHost: evil, composerUsername: '', composerPassword: '' }, composerAuth())
    expect(asked.filter((value) => value !== undefined)).toEqual([])
  } finally {
    other.closeAllConnections()
    other.close()
  }
})

function composerAuth(): Record<string, string> {
  const { host, username, password } = project.repository
  return { COMPOSER_AUTH: JSON.stringify({ 'http-basic': { [host]: { username, password } } }) }
}

test('a password in the address of a repository works, is no obstacle, and is printed nowhere', async () => {
  const { username, url, host } = project.repository
  const none = { composerUsername: '', composerPassword: '' }
  const inUrl = (password: string): string =>
    read('composer.json').replace(url, `http://${username}:${password}@${host}`)
  await commit({ 'composer.json': inUrl(project.repository.password) })
  const good = await run(upgrade, none)
  expect(good.error).toBeNull()
  expect(words(good)).toContain(`composer.json holds credentials for ${host} in the address`)
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
  await commit({ 'composer.json': inUrl('refused%2Fpass-word') })
  const refused = await run(upgrade, none)
  expect(refused.error).toMatchObject({ code: 'composer-credentials', exitCode: 30 })
  expect(words(refused)).toContain('from the address in composer.json')
  const everything = JSON.stringify([good, refused, lines])
  expect(everything).not.toContain(project.repository.password)
  expect(everything).not.toMatch(/refused%2Fpass-word|refused\/pass-word/)
})

test('what Composer reads is never blocked: headers, a user in the address, an index with a name', async () => {
  const { url, host, username, password } = project.repository
  const header = `Authorization: Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const json = JSON.parse(read('composer.json')) as { repositories: { repo: object } }
  const none = { composerUsername: '', composerPassword: '' }
  json.repositories.repo = { type: 'composer', url, options: { http: { header: [header] } } }
  await commit({ 'composer.json': JSON.stringify(json, null, 4) })
  expect(await run(upgrade, { ...none, dryRun: true })).toMatchObject({ error: null })
  for (const address of [`http://someone@${host}`, `${url}/packages.json`]) {
    json.repositories.repo = { type: 'composer', url: address }
    await commit({ 'composer.json': JSON.stringify(json, null, 4) })
    expect(await run(upgrade, { ...none, dryRun: true }, composerAuth())).toMatchObject({ error: null })
  }
})

test.each([
  [401, 'composer-credentials', 30],
  [404, 'composer-network', 31]
] as const)('an archive that answers %d ends a full installation with %s', async (status, code, exitCode) => {
  project.repository.intercept(({ url }, response) => {
    if (!url?.startsWith('/archives/')) return false
    // So long nobody waits.
    response.writeHead(status, { 'retry-after': '600' }).end()
    return true
  })
  const report = await run(upgrade, { install: 'full' })
  expect(report.error).toMatchObject({ code, exitCode, message: expect.stringContaining(String(status)) })
})

test('a plugin that nobody allowed ends a full installation with 33, its name and the way out', async () => {
  // It has been in the lock before, so that the build may get by: a plan only warns.
  const name = 'magento/composer-root-update-plugin'
  const json = JSON.parse(read('composer.json')) as { config: { 'allow-plugins': Record<string, boolean> } }
  const { 'magento/*': all, ...others } = json.config['allow-plugins']
  expect(all).toBe(true)
  json.config['allow-plugins'] = { ...others, 'magento/magento-composer-installer': true }
  await commit({ 'composer.json': JSON.stringify(json, null, 4) })
  expect((await run(upgrade, { install: 'full' })).error).toMatchObject({
    code: 'composer-policy',
    exitCode: 33,
    message: expect.stringContaining(`${name} contains a Composer plugin which is blocked`),
    next: expect.stringContaining(`allow-plugins.${name} true`)
  })
})

test('F45: a repository that is overloaded at first is waited for; one that stays so ends with 31', async () => {
  // Until we asked how long to wait, after Composer was refused.
  let [refused, asked] = [false, false]
  project.repository.intercept(({ headers }, response) => {
    if (asked) return false
    if (headers['user-agent']?.startsWith('Composer') === true) refused = true
    else asked = refused
    response.writeHead(503, { 'retry-after': '1' }).end()
    return true
  })
  expect(await run(plan)).toMatchObject({ error: null })
  expect(lines.join('\n')).toMatch(/overloaded; Composer tries again in 1 second\./)
  project.repository.intercept((_, response) => {
    response.writeHead(429, { 'retry-after': '600' }).end()
    return true
  })
  expect(await run(upgrade)).toMatchObject({ error: { code: 'composer-network', exitCode: 31 } })
  expect(lines.join('\n')).toMatch(/pause of 600 seconds/)
})

test('F45: a web page in place of the index ends with 31', async () => {
  project.repository.intercept((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please log in</html>')
    return true
  })
  expect((await run(plan)).error).toMatchObject({ code: 'composer-network', exitCode: 31 })
  const report = await run(upgrade)
  expect(report.error).toMatchObject({ code: 'composer-network', exitCode: 31 })
  expect(words(report)).toMatch(/does not send a list of packages/)
})

test('two repositories, with keys for one of them: the other is named', async () => {
  const { url, host } = project.repository
  const second = url.replace('127.0.0.1', 'localhost')
  const json = JSON.parse(read('composer.json')) as { repositories: Record<string, unknown> }
  json.repositories = { second: { type: 'composer', url: second }, ...json.repositories }
  await commit({ 'composer.json': JSON.stringify(json, null, 4) })
  const unclear = await run(upgrade, {}, composerAuth())
  expect(unclear.error).toMatchObject({
    code: 'bad-secret',
    exitCode: 11,
    next: expect.stringContaining('composer-host')
  })
  expect(words(unclear)).toContain(`names ${new URL(second).host}, ${host}`)
  const report = await run(upgrade, { composerHost: host }, composerAuth())
  expect(report.error).toMatchObject({ code: 'composer-credentials', exitCode: 30 })
  expect(words(report)).toContain(`${new URL(second).host} needs keys, and there are none for it`)
})
