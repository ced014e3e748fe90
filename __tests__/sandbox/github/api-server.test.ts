import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHubApi, type GitHubApi } from '../../../sandbox/github/api-server.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { Secret } from '../../../src/secrets/secret.js'
import { createGitHub } from '../../../src/tools/github.js'

let folder: string
let api: GitHubApi
let commit: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'github-api-'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Developer',
    GIT_AUTHOR_EMAIL: 'developer@example.com',
    GIT_COMMITTER_NAME: 'Developer',
    GIT_COMMITTER_EMAIL: 'developer@example.com'
  }
  const git = async (...args: string[]): Promise<string> =>
    (await runProgram(['git', ...args], { cwd: folder, env })).stdout.trim()
  await git('init', '--quiet', '--initial-branch=main', '.')
  await git('commit', '--quiet', '--allow-empty', '-m', 'first')
  await git('branch', 'same')
  await git('switch', '--quiet', '-c', 'upgrade/2.4.8')
  await git('commit', '--quiet', '--allow-empty', '-m', 'second')
  commit = await git('rev-parse', 'HEAD')
  api = await startGitHubApi({ origin: join(folder, '.git') })
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

async function ask(
  method: string,
  path: string,
  body?: unknown,
  token = api.token
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${api.url}/repos/shop/project${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
  })
  return { status: response.status, body: await response.json() }
}

test('a wrong token sees nothing', async () => {
  expect(await ask('GET', '', undefined, 'wrong')).toMatchObject({ status: 401, body: { message: 'Bad credentials' } })
})

test('branches are those of the repository', async () => {
  expect(await ask('GET', '/branches/upgrade%2F2.4.8')).toMatchObject({
    status: 200,
    body: { commit: { sha: commit } }
  })
  expect(await ask('GET', '/branches/upgrade')).toMatchObject({ status: 404, body: { message: 'Branch not found' } })
})

test.each([
  ['a field is missing', { head: 'upgrade/2.4.8', base: 'main' }, { code: 'missing_field', field: 'title' }],
  ['there is no such head', { title: 'x', head: 'nowhere', base: 'main' }, { code: 'invalid', field: 'head' }],
  ['there is no such base', { title: 'x', head: 'same', base: 'nowhere' }, { code: 'invalid', field: 'base' }],
  [
    'there is nothing to merge',
    { title: 'x', head: 'same', base: 'main' },
    { message: 'No commits between main and same' }
  ]
])('no pull request where %s', async (_, body, error) => {
  expect(await ask('POST', '/pulls', body)).toMatchObject({
    status: 422,
    body: { message: 'Validation Failed', errors: [error] }
  })
})

test('the repository and its branches tell what git knows', async () => {
  expect(await ask('GET', '')).toMatchObject({
    status: 200,
    body: { full_name: 'shop/project', default_branch: 'upgrade/2.4.8', owner: { login: 'shop' } }
  })
  expect((await ask('GET', '/branches/main')).body).toMatchObject({
    commit: { commit: { message: 'first', author: { email: 'developer@example.com' } }, parents: [] }
  })
  expect((await ask('GET', '/branches/upgrade/2.4.8')).body).toMatchObject({
    commit: { sha: commit, commit: { message: 'second' }, parents: [{}] }
  })
})

test('text that is no JSON object is refused', async () => {
  expect((await ask('POST', '/pulls', '{"title":')).status).toBe(400)
  expect((await ask('POST', '/pulls', '[]')).status).toBe(400)
})

test('the product opens a pull request once, updates it, and its comments stay with it', async () => {
  const github = createGitHub({ token: new Secret(api.token), apiUrl: api.url })
  const input = { owner: 'shop', repo: 'project', head: 'upgrade/2.4.8', base: 'main', title: 'Upgrade', body: 'first' }
  expect(await github.upsertPullRequest(input)).toMatchObject({ number: 1, created: true })
  expect(await github.upsertPullRequest({ ...input, body: 'second' })).toMatchObject({ number: 1, created: false })
  expect(api.pullRequests).toMatchObject([{ body: 'second', state: 'open' }])
  const again = await ask('POST', '/pulls', input)
  expect(again).toMatchObject({
    status: 422,
    body: { errors: [{ message: 'A pull request already exists for shop:upgrade/2.4.8.' }] }
  })

  expect(await ask('POST', '/issues/1/comments', { body: 'Verified' })).toMatchObject({
    status: 201,
    body: { id: 1001 }
  })
  expect((await ask('POST', '/issues/1/comments', {})).status).toBe(422)
  expect((await ask('POST', '/issues/2/comments', { body: 'x' })).status).toBe(404)
  expect((await ask('PATCH', '/issues/comments/1001', { body: 'Failed' })).status).toBe(200)
  expect(await ask('GET', '/issues/1/comments')).toMatchObject({ body: [{ body: 'Failed' }] })

  expect(await ask('GET', '/pulls/1')).toMatchObject({
    body: { comments: 1, commits: 1, changed_files: 0, head: { sha: commit }, closed_at: null }
  })
  expect(await ask('PATCH', '/pulls/1', { state: 'merged' })).toMatchObject({ status: 422 })
  expect(await ask('PATCH', '/pulls/1', { base: 'nowhere' })).toMatchObject({ status: 422 })
  expect(await ask('PATCH', '/pulls/1', { state: 'closed' })).toMatchObject({
    status: 200,
    body: { state: 'closed', closed_at: expect.any(String) }
  })
  expect((await ask('GET', '/pulls')).body).toEqual([])
  expect(await ask('GET', '/pulls?state=closed&head=shop:upgrade%2F2.4.8')).toMatchObject({ body: [{ number: 1 }] })
  expect(JSON.stringify(api.requests)).not.toContain(api.token)
})
