import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { plan as planCommand } from '../../src/commands/plan.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { startAgent } from '../helpers/local-agent.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'
import { startSshServer, type SshServer } from '../helpers/ssh-server.js'

let project: LocalProject
let server: SshServer
let agent: ReturnType<typeof startAgent>
const folder = mkdtempSync(join(tmpdir(), 'private-git-'))
// Composer writes user@host:path forms itself; the address of the test has a port, as a Git server behind a firewall has.
const address = (): string => `${server.target}${join(folder, 'module.git')}`
const options = (key: string): string =>
  `-F none -o IdentitiesOnly=${key === '' ? 'no' : 'yes'} ${key} -o UserKnownHostsFile=${server.knownAs('host')}`

beforeAll(async () => {
  ;[project, server] = await Promise.all([startLocalProject(), startSshServer()])
  agent = startAgent(folder, 0)
  execFileSync('ssh-add', ['-q', server.at('user')], { env: { ...process.env, SSH_AUTH_SOCK: agent.socket } })
  const module = join(folder, 'module')
  mkdirSync(module)
  writeFileSync(join(module, 'composer.json'), '{"name": "acme/private", "type": "library", "require": {}}')
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const git = (...args: string[]): void => {
    execFileSync('git', [...identity, ...args], { cwd: module, stdio: 'ignore' })
  }
  git('init', '-b', 'main')
  git('add', '.')
  git('commit', '-m', 'First')
  git('tag', '1.0.0')
  git('clone', '--bare', '.', join(folder, 'module.git'))
})
afterAll(async () => {
  agent.stop()
  server.stop()
  await project.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function plan(url: string, more: Record<string, string>): Promise<UpgradeReport> {
  const path = join(project.checkout, 'composer.json')
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
  const json = JSON.parse(readFileSync(path, 'utf8')) as { repositories: object; require: object }
  json.repositories = { private: { type: 'vcs', url }, ...json.repositories }
  json.require = { ...json.require, 'acme/private': '^1.0' }
  writeFileSync(path, JSON.stringify(json, null, 4))
  await project.git('-c', 'user.name=Test', '-c', 'user.email=t@example.com', 'commit', '-qam', 'Require a module')
  return planCommand({ ...project.options, push: false }, { environment: { ...project.context.environment, ...more } })
}

test('an agent reaches the git that Composer starts', async () => {
  const report = await plan(address(), { SSH_AUTH_SOCK: agent.socket, GIT_SSH_COMMAND: `ssh ${options('')}` })
  expect(report.error).toBeNull()
})

test('a key file does by GIT_SSH_COMMAND; insteadOf comes by GIT_CONFIG_COUNT', async () => {
  const report = await plan('https://git.example/module.git', {
    GIT_SSH_COMMAND: `ssh ${options(`-i ${server.at('user')}`)}`,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${server.target}${folder}/.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://git.example/'
  })
  expect(report.error).toBeNull()
})

test('a key file does by core.sshCommand of the git configuration, with ~ for the home folder of the user', async () => {
  const home = server.at('')
  const config = join(folder, 'gitconfig')
  execFileSync('git', ['config', '--file', config, 'core.sshCommand', `ssh ${options('-i ~/user')}`])
  const report = await plan(address(), { HOME: home.replace(/\/$/, ''), GIT_CONFIG_GLOBAL: config })
  expect(report.error).toBeNull()
})

test('a refused key, and an unknown host, end with 30 and say so', async () => {
  const refused = await plan(address(), {
    GIT_SSH_COMMAND: `ssh ${options(`-i ${server.at('stranger')}`)} -o BatchMode=yes`
  })
  expect(refused.error).toMatchObject({
    code: 'composer-credentials',
    exitCode: 30,
    message: expect.stringContaining('Permission denied (publickey'),
    next: expect.stringContaining('SSH_AUTH_SOCK')
  })
  const unknown = await plan(address(), {
    GIT_SSH_COMMAND: 'ssh -F none -o BatchMode=yes -o UserKnownHostsFile=/dev/null'
  })
  expect(unknown.error).toMatchObject({ exitCode: 30, next: expect.stringContaining('known_hosts') })
})
