import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStart, type Start, type StartInput } from '../../../src/tools/git/find-start.js'
import { createGit } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import type { Problem } from '../../../src/errors.js'
import { actionsCheckout, plainGit, type CheckoutRef } from '../../helpers/actions-checkout.js'

const folder = mkdtempSync(join(tmpdir(), 'find-start-'))
const work = join(folder, 'work')
const url = `file://${join(folder, 'origin.git')}`
const git = (...args: string[]): string => plainGit(work, ...args)
const queue = 'gh-readonly-queue/integration/pr-7-0'
let head: string
let checkouts = 0

function commit(branch: string, name: string): string {
  git('checkout', '--quiet', branch)
  writeFileSync(join(work, name), `${name}\n`)
  git('add', '--all')
  git('commit', '--quiet', '--message', name)
  git('push', '--quiet', 'origin', branch)
  return git('rev-parse', 'HEAD')
}

beforeAll(() => {
  mkdirSync(work)
  git('init', '--quiet', '--initial-branch=integration')
  plainGit(folder, 'init', '--quiet', '--bare', 'origin.git')
  git('remote', 'add', 'origin', url)
  git('commit', '--quiet', '--allow-empty', '--message', 'root')
  for (const name of ['one', 'two', 'three']) commit('integration', name)
  git('tag', 'v1', 'HEAD~1')
  git('checkout', '--quiet', '-b', 'topic')
  for (const name of ['unreviewed-1', 'unreviewed-2']) head = commit('topic', name)
  commit('integration', 'four')
  // What GitHub makes for a pull request, and for a merge queue.
  git('checkout', '--quiet', '--detach', 'integration')
  git('merge', '--quiet', '--no-ff', '--no-edit', 'topic')
  git('push', '--quiet', 'origin', 'HEAD:refs/pull/7/merge', `HEAD:refs/heads/${queue}`, 'v1')
  // A name that ends like the one of the branch, and comes before it in every list.
  git('push', '--quiet', 'origin', 'topic:refs/heads/a/refs/heads/integration')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const tipOf = (branch: string): string => plainGit(join(folder, 'origin.git'), 'rev-parse', `refs/heads/${branch}`)
function checkout(ref: CheckoutRef, depth: number): string {
  checkouts += 1
  const path = join(folder, `checkout-${checkouts}`)
  actionsCheckout(path, url, ref, depth)
  return path
}
function find(path: string, given: Partial<StartInput>): Promise<Start | Problem> {
  const environment = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1'
  }
  const at = createGit(createRunCommand(new AbortController().signal), environment, path)
  return findStart(at, { branch: 'integration', remote: 'origin', pushes: true, expectedTip: null, ...given })
}

const layouts: readonly (readonly [string, CheckoutRef])[] = [
  [
    'push, schedule, workflow_dispatch, repository_dispatch, issue_comment, workflow_run, pull_request_target',
    { branch: 'integration' }
  ],
  ['pull_request', { pull: 7 }],
  ['merge_group', { branch: queue }],
  ['a tag', { tag: 'v1' }],
  ['another branch', { branch: 'topic' }]
]
// F12
describe.each(layouts)('%s', (_name, ref) => {
  test.each([1, 2, 50, 0])('at depth %i starts from what the remote holds for the branch', async (depth) => {
    const path = checkout(ref, depth)
    const before = plainGit(path, 'rev-parse', 'HEAD')
    expect(await find(path, {})).toEqual({ branch: 'integration', base: tipOf('integration'), warnings: [] })
    // Also if it has moved since the checkout.
    const newer = commit('integration', `newer-${checkouts}`)
    expect(await find(path, {})).toEqual({ branch: 'integration', base: newer, warnings: [] })
    expect(plainGit(path, 'rev-parse', 'HEAD')).toBe(before)
    if (depth === 0) expect(plainGit(path, 'rev-parse', '--is-shallow-repository')).toBe('false')
    expect(plainGit(path, 'for-each-ref', 'refs/magento-cloud-upgrade')).toBe('')
  })
})

describe.each([1, 2, 50, 0])('a labelled pull request at depth %i', (depth) => {
  test.each([
    ['the merge', { pull: 7 }],
    ['the labelled commit', { commit: '' }],
    ['the branch that it goes into', { branch: 'integration' }]
  ])('is upgraded from exactly that commit, with %s checked out', async (_name, ref) => {
    const path = checkout('commit' in ref ? { commit: head } : ref, depth)
    expect(await find(path, { branch: 'topic', expectedTip: head })).toEqual({
      branch: 'topic',
      base: head,
      warnings: []
    })
    const labelled = head
    head = commit('topic', `unreviewed-${checkouts}`)
    expect(await find(path, { branch: 'topic', expectedTip: labelled })).toMatchObject({ id: 'git-moved' })
  })
})

test('a whole clone stays whole, and one of 50 commits keeps them', async () => {
  const [whole, fifty] = [checkout({ tag: 'v1' }, 0), checkout({ branch: 'integration' }, 50)]
  const count = plainGit(fifty, 'rev-list', '--count', 'HEAD')
  commit('integration', 'later')
  await find(whole, {})
  await find(fifty, {})
  expect(plainGit(whole, 'rev-parse', '--is-shallow-repository')).toBe('false')
  expect(plainGit(fifty, 'rev-list', '--count', 'HEAD')).toBe(count)
})

test('a branch that the remote does not have is refused, whatever is here', async () => {
  const path = checkout({ branch: 'integration' }, 0)
  plainGit(path, 'branch', 'mine')
  for (const branch of ['mine', 'integ*', '-x', 'a..b', 'refs/heads/integration'])
    expect(await find(path, { branch })).toMatchObject({ id: 'git-no-branch' })
})

test('commits of the branch that only this clone has are left out, and named', async () => {
  const path = checkout({ branch: 'integration' }, 1)
  plainGit(path, 'commit', '--quiet', '--allow-empty', '--message', 'Mine')
  const start = await find(path, {})
  expect(start).toMatchObject({ base: tipOf('integration'), warnings: [{ id: 'git-ahead' }] })
})

describe('a remote that does not answer', () => {
  const unanswering = (ref: CheckoutRef): string => {
    const path = checkout(ref, 1)
    plainGit(path, 'remote', 'set-url', 'origin', `${url}.gone`)
    return path
  }

  test('is refused where something is to be pushed', async () => {
    expect(await find(unanswering({ branch: 'integration' }), {})).toMatchObject({
      id: 'git-remote',
      severity: 'error'
    })
  })

  test('is taken as it was last seen where nothing is, and never for what is checked out', async () => {
    const seen = await find(unanswering({ branch: 'integration' }), { pushes: false })
    expect(seen).toMatchObject({ base: tipOf('integration'), warnings: [{ id: 'git-remote' }] })
    expect(await find(unanswering({ pull: 7 }), { pushes: false })).toMatchObject({ severity: 'error' })
    const labelled = unanswering({ commit: head })
    expect(await find(labelled, { branch: 'topic', expectedTip: head, pushes: false })).toMatchObject({ base: head })
  })

  test('that is no remote at all is named', async () => {
    const problem = await find(checkout({ branch: 'integration' }, 1), { remote: 'upstream' })
    expect(problem).toMatchObject({ message: expect.stringMatching(/no git remote named upstream/) as unknown })
  })
})
