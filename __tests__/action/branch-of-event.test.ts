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

test.each([
  ['a push', {}, { GITHUB_REF_NAME: 'staging', GITHUB_REF_TYPE: 'branch' }, 'staging'],
  ['a schedule', { schedule: '0 3 * * 1' }, { GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }, 'main'],
  ['a tag', {}, { GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }, null],
  ['a comment', { issue: { number: 1 }, comment: { body: '/upgrade' } }, { GITHUB_REF_NAME: 'main' }, 'main'],
  ['a pull request', pullRequest('shop/project'), { GITHUB_REF_NAME: '7/merge' }, 'topic']
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
