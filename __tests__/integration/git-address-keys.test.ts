import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { UpgradeReport } from '../../src/report/report.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { runProgram } from '../../sandbox/services/run-program.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

const token = 'gldt-Aq7/canary-of-an-address'
const userinfo = `deploy:${encodeURIComponent(token)}`
const canary = /canary-of-an-address|Aq7/
const folder = mkdtempSync(join(tmpdir(), 'git-address-'))
let project: LocalProject
let server: Server
const lines: string[] = []

/** Serves a bare repository as plain files, which git reads too, to who has the token. */
function serve(root: string): Promise<Server> {
  const expected = `Basic ${Buffer.from(`deploy:${token}`).toString('base64')}`
  const found = createServer(({ url = '/', headers }, response) => {
    if (headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end()
      return
    }
    try {
      response.end(readFileSync(join(root, normalize(new URL(url, 'http://a').pathname))))
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) =>
    found.listen(0, '127.0.0.1', () => {
      resolve(found)
    })
  )
}

beforeAll(async () => {
  const module = join(folder, 'module')
  mkdirSync(module)
  writeFileSync(join(module, 'composer.json'), '{"name": "acme/private", "type": "library", "require": {}}')
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
    execFileSync('git', [...identity, ...args], { cwd: module, stdio: 'ignore' })
  }
  git('init', '-b', 'main')
  git('add', '.')
  git('commit', '-m', 'First')
  git('tag', '1.0.0')
  git('clone', '--bare', '.', join(folder, 'module.git'))
  git('--git-dir', join(folder, 'module.git'), 'update-server-info')
  ;[project, server] = await Promise.all([startLocalProject(), serve(folder)])
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await project.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function run(type: string, login: string, { path = 'module.git', fails = false } = {}): Promise<UpgradeReport> {
  const file = join(project.checkout, 'composer.json')
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
  const json = JSON.parse(readFileSync(file, 'utf8')) as { repositories: object; require: object }
  const url = `http://${login}@127.0.0.1:${(server.address() as AddressInfo).port}/${path}`
  json.repositories = { private: { type, url }, ...json.repositories }
  json.require = { ...json.require, 'acme/private': '^1.0' }
  writeFileSync(file, JSON.stringify(json, null, 4))
  // The address is also in the lock, if the archive is a clone.
  if (!fails) {
    const { repository, context } = project
    const keys = { username: repository.username, password: repository.password }
    const env = {
      ...(context.environment as Record<string, string>),
      COMPOSER_HOME: folder,
      COMPOSER_ALLOW_SUPERUSER: '1',
      COMPOSER_AUTH: JSON.stringify({ 'http-basic': { [repository.host]: keys } })
    }
    const update = [
      'composer',
      'update',
      'acme/private',
      '--no-install',
      '--no-plugins',
      '--no-scripts',
      '--ignore-platform-reqs'
    ]
    await runProgram(update as [string, ...string[]], { cwd: project.checkout, env })
    expect(readFileSync(join(project.checkout, 'composer.lock'), 'utf8')).toContain(login)
  }
  await project.git('-c', 'user.name=Test', '-c', 'user.email=t@example.com', 'commit', '-qam', 'Require a module')
  const record = (line: string): void => void lines.push(line)
  const logger = { debug: record, info: record, warn: record, error: record }
  return upgrade({ ...project.options, push: false, install: 'full' }, { ...project.context, logger })
}

const everything = (report: UpgradeReport): string =>
  [JSON.stringify([report, lines]), renderText(report), renderSummary(report)].join('\n')

test('a token in the address of a git repository works, and is printed nowhere', async () => {
  const report = await run('git', userinfo)
  expect(report.error).toBeNull()
  expect(everything(report)).not.toMatch(canary)
})

test.each([
  ['vcs', userinfo, 'missing.git'],
  ['git', `deploy:${encodeURIComponent('wrong/canary-of-an-address')}`, 'module.git'],
  ['vcs', 'canary-of-an-address-alone', 'module.git']
])('a refused address of type %s is told without what stands before its host', async (type, login, path) => {
  const report = await run(type, login, { path, fails: true })
  expect(report.error?.exitCode).toBe(30)
  expect(report.error?.message).toContain('127.0.0.1')
  expect(everything(report)).not.toMatch(canary)
})
