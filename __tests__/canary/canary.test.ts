import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startGitHubApi, type GitHubApi } from '../../sandbox/github/api-server.js'
import { secretVariable } from '../../src/cli/help-texts.js'
import { optionTable, type OptionDefinition } from '../../src/options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'
import { encodings, inAllEncodings } from '../helpers/encodings.js'
import { findCanaries } from '../helpers/find-canaries.js'
import { makeCanary } from '../helpers/make-canary.js'
import { actionRecorded, cliRecorded, filesBelow, type Recorded, type Sinks } from '../helpers/run-recorded.js'

// Each round has canaries of its own.
const rounds = Number(process.env['MASS'] ?? 1)
const secretOptions = (Object.entries(optionTable) as [string, OptionDefinition][])
  .filter(([, row]) => row.secret)
  .map(([name]) => name)

test.each(Object.entries(encodings))('the search sees a canary in %s', (_name, encode) => {
  for (const kind of ['wild', 'token'] as const) {
    const canary = makeCanary(kind)
    expect(findCanaries(`before ${encode(canary)} after`, { canary })).toEqual(['canary'])
  }
  expect(Object.keys(encodings).length).toBeGreaterThanOrEqual(35)
})

describe.each(Array.from({ length: rounds }, (_, round) => round))('round %d', () => {
  const canaries: Record<string, string> = Object.fromEntries(secretOptions.map((name) => [name, makeCanary()]))
  Object.assign(canaries, {
    // The option is JSON that contains this one.
    'composer-auth': makeCanary(),
    'in COMPOSER_AUTH': makeCanary(),
    'in storefront-url': makeCanary(),
    'in the address of a repository': makeCanary(),
    'in the tracked auth.json': makeCanary(),
    'in the header of git': makeCanary('token')
  })
  const secret = (name: string): string => canaries[name] ?? ''
  const keys = { username: secret('composer-username'), password: secret('composer-password') }
  let project: LocalProject
  let github: GitHubApi
  let hostile: Server

  beforeAll(async () => {
    project = await startLocalProject(keys)
    const { checkout, repository } = project
    const path = join(checkout, 'composer.json')
    const json = JSON.parse(readFileSync(path, 'utf8')) as { repositories: Record<string, unknown> }
    const second = new URL(repository.url.replace('127.0.0.1', 'localhost'))
    Object.assign(second, { username: 'user', password: encodeURIComponent(secret('in the address of a repository')) })
    json.repositories = { second: { type: 'composer', url: second.href }, ...json.repositories }
    writeFileSync(path, JSON.stringify(json, null, 4))
    writeFileSync(
      join(checkout, 'auth.json'),
      JSON.stringify({
        'http-basic': { 'other.example': { username: 'u', password: secret('in the tracked auth.json') } }
      })
    )
    await project.git('add', '--force', 'auth.json', 'composer.json')
    await project.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'Keys')
    await project.git('push', '--quiet', 'origin', 'integration')
    await project.git(
      'config',
      'http.https://github.com/.extraheader',
      `AUTHORIZATION: basic ${secret('in the header of git')}`
    )
    project.repository.intercept(emptySecond)
    github = await startGitHubApi({ origin: `${project.folder}/origin.git` })
    hostile = createServer((_request, response) => {
      response.writeHead(422, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ message: leak(), errors: [{ message: leak() }] }))
    })
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
  })
  afterEach(async () => {
    project.repository.intercept(emptySecond)
    hook('exit 0')
    await project.git('reset', '--quiet', '--hard', 'origin/integration')
  })
  afterAll(async () => {
    hostile.closeAllConnections()
    hostile.close()
    await github.stop()
    await project.stop()
  })

  const platform = ['cloud-token', 'ssh-private-key', 'github-token', 'in storefront-url']
  const leak = (names = Object.keys(canaries)): string => inAllEncodings(names.map(secret))
  const hook = (script: string): void => {
    const path = join(project.folder, 'origin.git', 'hooks', 'pre-receive')
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
  }
  // The repository with a password in its address has nothing to offer.
  const emptySecond = ({ headers }: IncomingMessage, response: ServerResponse): boolean => {
    if (headers.host?.startsWith('localhost') !== true) return false
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"packages":[]}')
    return true
  }
  const auth = (name: string): string => JSON.stringify({ bearer: { 'other.example': secret(name) } })
  const environment = (more: Record<string, string> = {}): Record<string, string> => ({
    ...(project.context.environment as Record<string, string>),
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REF_NAME: 'integration',
    GITHUB_API_URL: github.url,
    COMPOSER_AUTH: auth('in COMPOSER_AUTH'),
    ...more
  })
  const given = (more: Record<string, string> = {}): Record<string, string> => ({
    ...Object.fromEntries(secretOptions.map((name) => [name, secret(name)])),
    'working-directory': project.checkout,
    'composer-auth': auth('composer-auth'),
    'composer-host': project.repository.host,
    'storefront-url': `https://user:${encodeURIComponent(secret('in storefront-url'))}@shop.example/`,
    target: '2.4.8',
    branch: 'integration',
    backup: 'off',
    wait: 'false',
    verify: 'false',
    'vulnerable-composer': 'warn',
    'activity-log': 'show',
    ...more
  })
  /** What a run shows, and what it leaves in the repositories and in its home. */
  const everywhere = async ({ sinks }: Recorded): Promise<Sinks> => ({
    ...sinks,
    stdout: sinks['stdout']?.replaceAll(/^::add-mask::.*$/gm, '') ?? '',
    home: Object.values(filesBelow(join(project.folder, '.cache'))).join('\n'),
    pullRequests: JSON.stringify(github.requests),
    commits: await project.git('log', '--all', '--not', 'origin/integration', '--format=raw', '--patch', '--text'),
    remoteCommits: await project.git(
      `--git-dir=${project.folder}/origin.git`,
      ...['log', '--all', '--format=raw', '--patch', '--text', '--since=1.hour', '--', ':!auth.json', ':!composer.json']
    )
  })
  const found = async (run: Recorded): Promise<Record<string, readonly string[]>> =>
    Object.fromEntries(
      Object.entries(await everywhere(run))
        .map(([place, text]) => [place, findCanaries(text, canaries)] as const)
        .filter(([, names]) => names.length > 0)
    )
  const errorOf = ({ sinks }: Recorded): UpgradeReport['error'] => {
    const [, text = ''] = Object.entries(sinks).find(([place]) => place.endsWith('report.json')) ?? []
    return (JSON.parse(text.slice(text.indexOf('\n'))) as UpgradeReport).error
  }

  test('an upgrade that opens a pull request', async () => {
    const more = { 'pull-request': 'true', 'github-token': github.token }
    const run = await actionRecorded('upgrade', given(more), environment())
    expect([errorOf(run), github.pullRequests.length]).toEqual([null, 1])
    expect(await found(run)).toEqual({})
    expect(findCanaries(run.sinks['stdout'] ?? '', canaries)).not.toEqual([])
  })

  test('a pull request that GitHub refuses with everything that it knows', async () => {
    const url = `http://127.0.0.1:${(hostile.address() as AddressInfo).port}`
    const run = await actionRecorded('upgrade', given({ 'pull-request': 'true' }), environment({ GITHUB_API_URL: url }))
    expect(errorOf(run)).not.toBeNull()
    expect(await found(run)).toEqual({})
  })

  test('a push that the remote refuses with everything that it knows', async () => {
    writeFileSync(join(project.folder, 'leak'), leak())
    hook(`cat '${join(project.folder, 'leak')}' >&2\nexit 1`)
    const run = await actionRecorded('upgrade', given(), environment())
    expect(errorOf(run)?.code).toBe('push-rejected')
    expect(errorOf(run)?.details?.length).toBeGreaterThan(1000)
    expect(await found(run)).toEqual({})
  })

  test('a package repository that repeats what it was told', async () => {
    // A plan's secrets are only those that it uses.
    const known = leak(Object.keys(canaries).filter((name) => !platform.includes(name)))
    project.repository.intercept(({ headers }, response) => {
      const body = { warning: `${headers.authorization ?? ''} ${known}`, info: known, packages: [] }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      return true
    })
    const argv = [
      'plan',
      '--json',
      '--verbose',
      '--working-directory',
      project.checkout,
      '--target',
      '2.4.8',
      '--vulnerable-composer',
      'warn'
    ]
    const secrets = Object.fromEntries(secretOptions.map((name) => [secretVariable(name), secret(name)]))
    const more = { ...secrets, [secretVariable('composer-auth')]: auth('composer-auth') }
    const run = await cliRecorded([...argv, '--composer-host', project.repository.host], environment(more))
    expect((JSON.parse(run.sinks['stdout'] ?? '') as UpgradeReport).error).not.toBeNull()
    expect(await found(run)).toEqual({})
  })

  test('a wrong input, and a bug, with everything that a run has before it looks at the project', async () => {
    const known = leak(Object.keys(canaries).filter((name) => !/repository|tracked|git/.test(name)))
    const before = (more: Record<string, string>): Promise<Recorded> =>
      actionRecorded('upgrade', given(more), environment())
    const wrong = await before({ 'dry-run': known })
    expect(wrong.exitCode).toBe(10)
    expect(await found(wrong)).toEqual({})
    const bug = await before({ 'working-directory': `${known}\0` })
    expect(errorOf(bug)?.code).toBe('internal-error')
    expect(await found(bug)).toEqual({})
  })
})
