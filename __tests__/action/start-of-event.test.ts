import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOfEvent } from '../../src/action/start-of-event.js'
import { run } from '../../src/action/run.js'
import { captured } from '../helpers/captured.js'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
function environment(event: unknown, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  return { GITHUB_EVENT_PATH: path, ...more }
}
const sha = 'c'.repeat(40)
const pullRequest = (repo: string | null): object => ({
  pull_request: {
    state: 'open',
    head: { ref: 'topic', sha, repo: repo === null ? null : { full_name: repo } },
    base: { ref: 'integration', repo: { full_name: 'shop/project' } }
  }
})
const ended = (merged: boolean): object => {
  const { pull_request: open } = pullRequest('shop/project') as { pull_request: object }
  return { action: 'closed', pull_request: { ...open, state: 'closed', merged } }
}
const workflowRun = (repo: string | null, branch = 'topic'): object => ({
  repository: { full_name: 'shop/project' },
  workflow_run: { head_branch: branch, head_sha: sha, head_repository: repo === null ? null : { full_name: repo } }
})
const comment = { body: '/upgrade' }

test.each([
  ['push', {}, { GITHUB_REF_NAME: 'staging', GITHUB_REF_TYPE: 'branch' }, 'staging', null],
  ['schedule', { schedule: '0 3 * * 1' }, { GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }, 'main', null],
  ['workflow_dispatch', { inputs: { target: '2.4.8' } }, { GITHUB_REF_NAME: 'integration' }, 'integration', null],
  ['repository_dispatch', { action: 'upgrade', client_payload: {} }, { GITHUB_REF_NAME: 'main' }, 'main', null],
  ['workflow_run for this branch', workflowRun('shop/project', 'main'), { GITHUB_REF_NAME: 'main' }, 'main', sha],
  ['issue_comment on an issue', { issue: { number: 1 }, comment }, { GITHUB_REF_NAME: 'main' }, 'main', null],
  ['pull_request', pullRequest('shop/project'), { GITHUB_REF_NAME: '7/merge' }, 'topic', sha],
  ['pull_request_target', pullRequest('shop/project'), { GITHUB_REF_NAME: 'main' }, 'topic', sha],
  ['pull_request, merged', ended(true), { GITHUB_REF_NAME: 'integration' }, 'integration', null],
  [
    'pull_request, labeled',
    { action: 'labeled', label: { name: 'upgrade' }, ...pullRequest('shop/project') },
    { GITHUB_REF_NAME: '7/merge', GITHUB_REF_TYPE: 'branch' },
    'topic',
    sha
  ]
])('%s', async (_name, event, variables, branch, commit) => {
  const start = await startOfEvent(environment(event, variables))
  expect(start).toEqual({ branch, commit, reason: null })
})

const queue = { GITHUB_REF_NAME: `gh-readonly-queue/main/pr-7-${sha}` }
test.each([
  ['a tag', {}, { GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, /the tag v1/],
  ['a release, by its ref alone', {}, { GITHUB_REF_NAME: 'v1', GITHUB_REF: 'refs/tags/v1' }, /the tag v1/],
  ['no name at all', {}, { GITHUB_REF_NAME: '' }, /no branch/],
  ['a merge ref without its pull request', {}, { GITHUB_REF_NAME: '7/merge' }, /pull request/],
  ['merge_group', { merge_group: { head_sha: sha } }, queue, /merge queue/],
  ['a merge queue, by its ref alone', {}, queue, /merge queue/],
  ['a comment on a pull request', { issue: { pull_request: {} }, comment }, { GITHUB_REF_NAME: 'main' }, /comment/],
  ['workflow_run for another branch', workflowRun('shop/project'), { GITHUB_REF_NAME: 'main' }, /ran for topic/],
  ['pull_request, closed', ended(false), { GITHUB_REF_NAME: '7/merge' }, /closed/]
])('%s names no branch: it is asked for, before anything else', async (_name, event, variables, reason) => {
  const given = environment(event, variables)
  expect(await startOfEvent(given)).toEqual({ branch: null, commit: null, reason: expect.stringMatching(reason) })
  expect(await captured({ ...given, INPUT_TARGET: '2.4.8' }, () => run('upgrade'))).toMatch(
    /^::error::This event names no branch to upgrade\..*Give the input branch/m
  )
})

test('outside of a runner there is no branch', async () => {
  expect(await startOfEvent({})).toEqual({ branch: null, commit: null, reason: null })
})

test.each([['somebody/project'], [null]])('a fork (%s) is refused before its inputs are looked at', async (repo) => {
  await expect(startOfEvent(environment(pullRequest(repo)))).rejects.toMatchObject({ code: 'bad-input' })
  const variables = { ...environment(pullRequest(repo)), 'INPUT_DRY-RUN': 'nonsense' }
  const codes: unknown[] = []
  const log = await captured(variables, async () => {
    await run('upgrade')
    codes.push(process.exitCode)
  })
  expect(codes).toEqual([10])
  expect(log).toMatch(/^::error::This pull request comes from a fork/m)
  expect(log).not.toContain('nonsense')
})

test.each([['somebody/project'], [null]])('a workflow that ran for a fork (%s) is refused', async (repo) => {
  await expect(startOfEvent(environment(workflowRun(repo)))).rejects.toMatchObject({ code: 'bad-input' })
})

test('repositories that are both unknown are not taken for the same', async () => {
  const event = { pull_request: { head: { ref: 'topic', repo: null }, base: { repo: null } } }
  await expect(startOfEvent(environment(event))).rejects.toMatchObject({ code: 'bad-input' })
})

test.each([
  ['is missing', null],
  ['is no JSON', '{'],
  ['says something else', '{"pull_request": {"head": 7}}']
])('an event that %s may be that of a fork', async (_name, text) => {
  const path = join(folder, 'unreadable.json')
  rmSync(path, { force: true })
  if (text !== null) writeFileSync(path, text)
  await expect(startOfEvent({ GITHUB_EVENT_PATH: path, GITHUB_REF_NAME: '7/merge' })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('GITHUB_EVENT_PATH') as unknown
  })
})
