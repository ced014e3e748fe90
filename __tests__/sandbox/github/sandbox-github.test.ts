import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { operations } from '@octokit/openapi-types'
import type { Sandbox } from '../../../sandbox/sandbox-options.js'
import { startSandbox } from '../../../sandbox/start-sandbox.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { Secret } from '../../../src/secrets/secret.js'
import { createGitHub } from '../../../src/tools/github.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ packages: 20 })
})
afterAll(() => sandbox.stop())

type Listed = operations['pulls/list']['responses'][200]['content']['application/json']

const list = async (token: string): Promise<{ status: number; pulls: Listed }> => {
  const response = await fetch(`${sandbox.githubApiUrl}/repos/${sandbox.env['GITHUB_REPOSITORY']}/pulls`, {
    headers: { authorization: `Bearer ${token}` }
  })
  return { status: response.status, pulls: (await response.json()) as Listed }
}

test('a started sandbox takes a pull request for a branch that was pushed', async () => {
  const { checkout, env, credentials, githubApiUrl, environment } = sandbox
  expect((await list('wrong')).status).toBe(401)
  expect(await list(credentials.githubToken)).toEqual({ status: 200, pulls: [] })
  const git = (...args: string[]): Promise<{ stdout: string }> => runProgram(['git', ...args], { cwd: checkout, env })
  await git('commit', '--quiet', '--allow-empty', '-m', 'A change')
  await git('push', '--quiet', 'origin', 'HEAD:upgrade')
  const sha = (await git('rev-parse', 'HEAD')).stdout.trim()

  const [owner = '', repo = ''] = env['GITHUB_REPOSITORY']?.split('/') ?? []
  const github = createGitHub({ token: new Secret(credentials.githubToken), apiUrl: env['GITHUB_API_URL'] ?? '' })
  const input = { owner, repo, head: 'upgrade', base: environment, title: 'Upgrade', body: 'Plan' }
  const opened = await github.upsertPullRequest(input)
  expect(opened).toEqual({ number: 1, created: true, url: `${githubApiUrl}/shop/project/pull/1` })
  expect((await list(credentials.githubToken)).pulls).toMatchObject([
    { number: 1, head: { ref: 'upgrade', sha }, base: { ref: environment }, user: { type: 'Bot' } }
  ])
})

test('a stop ends it with the rest', async () => {
  await sandbox.stop()
  await expect(list(sandbox.credentials.githubToken)).rejects.toThrow()
})
