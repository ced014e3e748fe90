import { describe, expect, test } from '@jest/globals'
import { readDeploymentActivities } from '../../../src/tools/magento-cloud/deployment-activity.js'
import { ownActivity } from '../../../src/steps/wait/verdict.js'

const sha = 'a'.repeat(40)
const other = 'b'.repeat(40)
const merge = 'e'.repeat(40)
const pushedAt = Date.parse('2026-01-01T10:00:00Z')

function push(fields: object = {}): Record<string, unknown> {
  return {
    ...{ id: 'act1', type: 'environment.push', state: 'complete', result: 'success', completion_percent: 100 },
    ...{ created_at: '2026-01-01T10:00:05.000000+00:00', project: 'P', environments: ['integration'] },
    ...{ parameters: { old_commit: other, new_commit: sha }, payload: {}, timings: { wait: 1 } },
    ...fields
  }
}

const ownOf = (...activities: object[]): string | undefined =>
  ownActivity(readDeploymentActivities(activities), { commit: sha, pushedAt })?.id

test('[F68] the push of a commit is known by its parameters or its list of commits', () => {
  expect(ownOf(push())).toBe('act1')
  expect(ownOf(push({ parameters: {}, payload: { commits: [{ sha: other }, { sha }] } }))).toBe('act1')
  expect(ownOf(push(), push({ id: 'act2', created_at: '2026-01-01T10:05:00+00:00' }))).toBe('act2')
})

test('[F65] [F69] the exit codes of hooks are read where the API has them, and anything else there is no matter', () => {
  const hooksOf = (commands: unknown): unknown => readDeploymentActivities([push({ commands })])[0]?.failedHooks
  const good = { app: 'mymagento', type: 'build', exit_code: 0 }
  expect(hooksOf([good, { app: 'mymagento', type: 'post_deploy', exit_code: 1 }])).toEqual([
    { type: 'post_deploy', exitCode: 1 }
  ])
  for (const odd of [undefined, null, [], 'none', [{ exit_code: 'one' }], [{ type: null, exit_code: null }]])
    expect(hooksOf(odd)).toEqual([])
})

test("[F68] somebody else's push is not taken for it", () => {
  const headBefore = push({ parameters: { new_commit: other }, payload: { environment: { head_commit: sha } } })
  const afterIt = push({
    parameters: { old_commit: sha, new_commit: other },
    payload: { commits: [{ sha: other, parents: [sha] }] }
  })
  expect(ownOf(headBefore, afterIt)).toBeUndefined()
})

describe('a pull request', () => {
  const onPullRequest = (commits: readonly object[] | null, fields: object = {}): object =>
    push({
      environments: ['pr-12'],
      parameters: { environment: 'pr-12', new_commit: merge },
      payload: { environment: { id: 'pr-12', is_pr: true }, ...(commits && { commits, commits_count: 1 }) },
      ...fields
    })

  test('is built as a merge that has the commit for a parent', () => {
    expect(ownOf(onPullRequest([{ sha: merge, parents: [other, sha], message: 'Merge' }]))).toBe('act1')
    const flagged = { environments: ['topic'], payload: { environment: { is_pr: true }, commits: [] } }
    expect(ownOf(push({ ...flagged, parameters: { new_commit: merge } }))).toBe('act1')
  })

  test('[F68] that merges something else is not it', () => {
    expect(ownOf(onPullRequest([{ sha: merge, parents: [other, 'd'.repeat(40)] }]))).toBeUndefined()
    // A commit on top, pushed after ours, is no merge of it.
    expect(ownOf(onPullRequest([{ sha: merge, parents: [sha] }]))).toBeUndefined()
  })

  test('is known by its time where the platform lists no commits', () => {
    expect(ownOf(onPullRequest(null))).toBe('act1')
    expect(ownOf(onPullRequest(null, { created_at: '2026-01-01T09:50:00Z' }))).toBeUndefined()
    expect(ownOf(push({ parameters: { new_commit: merge } }))).toBeUndefined()
  })
})
