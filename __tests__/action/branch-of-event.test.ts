import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { branchOfEvent } from '../../src/action/branch-of-event.js'
import { run } from '../../src/action/run.js'
import { captured } from './captured.js'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
function environment(event: unknown, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  return { GITHUB_EVENT_PATH: path, ...more }
}
const pullRequest = (repo: string | null): object => ({
  pull_request: {
    head: { ref: 'topic', repo: repo === null ? null : { full_name: repo } },
    base: { repo: { full_name: 'shop/project' } }
  }
})
const workflowRun = (repo: string | null): object => ({
  repository: { full_name: 'shop/project' },
  workflow_run: { head_branch: 'topic', head_repository: repo === null ? null : { full_name: repo } }
})

test.each([
  ['a push', {}, { GITHUB_REF_NAME: 'staging', GITHUB_REF_TYPE: 'branch' }, 'staging'],
  ['a schedule', { schedule: '0 3 * * 1' }, { GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }, 'main'],
  ['a dispatch', { inputs: { target: '2.4.8' } }, { GITHUB_REF_NAME: 'integration' }, 'integration'],
  ['a workflow that ran here', workflowRun('shop/project'), { GITHUB_REF_NAME: 'main' }, 'main'],
  ['no name at all', {}, { GITHUB_REF_NAME: '' }, null],
  ['a tag', {}, { GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, null],
  ['a comment', { issue: { number: 1 }, comment: { body: '/upgrade' } }, { GITHUB_REF_NAME: 'main' }, 'main'],
  ['a pull request', pullRequest('shop/project'), { GITHUB_REF_NAME: '7/merge' }, 'topic'],
  [
    'a label on a pull request',
    { action: 'labeled', label: { name: 'upgrade' }, ...pullRequest('shop/project') },
    { GITHUB_REF_NAME: '7/merge', GITHUB_REF_TYPE: 'branch' },
    'topic'
  ]
])('%s', async (_name, event, variables, expected) => {
  expect(await branchOfEvent(environment(event, variables as Record<string, string>))).toBe(expected)
})

test('outside of a runner there is no branch', async () => {
  expect(await branchOfEvent({})).toBeNull()
})

test.each([['somebody/project'], [null]])('a fork (%s) is refused before its inputs are looked at', async (repo) => {
  await expect(branchOfEvent(environment(pullRequest(repo)))).rejects.toMatchObject({ code: 'bad-input' })
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
  await expect(branchOfEvent(environment(workflowRun(repo)))).rejects.toMatchObject({ code: 'bad-input' })
})

test('repositories that are both unknown are not taken for the same', async () => {
  const event = { pull_request: { head: { ref: 'topic', repo: null }, base: { repo: null } } }
  await expect(branchOfEvent(environment(event))).rejects.toMatchObject({ code: 'bad-input' })
})

test.each([
  ['is missing', null],
  ['is no JSON', '{'],
  ['says something else', '{"pull_request": {"head": 7}}']
])('an event that %s may be that of a fork', async (_name, text) => {
  const path = join(folder, 'unreadable.json')
  rmSync(path, { force: true })
  if (text !== null) writeFileSync(path, text)
  await expect(branchOfEvent({ GITHUB_EVENT_PATH: path, GITHUB_REF_NAME: '7/merge' })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('GITHUB_EVENT_PATH') as unknown
  })
})
