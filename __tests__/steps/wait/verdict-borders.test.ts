import { describe, expect, test } from '@jest/globals'
import type { DeploymentActivity } from '../../../src/tools/magento-cloud/deployment-activity.js'
import type { PollResult } from '../../../src/tools/magento-cloud/poll-result.js'
import type { Ending } from '../../../src/steps/wait/verdict.js'
import { endingOf, environment, foreign, look, push, stranger, wanted } from '../../helpers/deployment-looks.js'

describe('the borders of a verdict', () => {
  const at = (seconds: number): number => wanted.pushedAt + seconds * 1000
  const reasons = (...seen: PollResult[]): string => (endingOf(...seen)?.reasons ?? []).join(' ')

  test.each([
    ['as long before as clocks may differ', -60, {}, 'succeeded'],
    ['longer before', -60.001, {}, undefined],
    ['of no pull request', 5, { pullRequest: false }, undefined],
    ['with commits that are listed', 5, { commits: [foreign] }, undefined]
  ])('a pull request is known by its time: a push %s', (_, seconds, more, verdict) => {
    const given = { newCommit: foreign, commits: [], pullRequest: true, createdAt: at(seconds) }
    expect(endingOf(look({ pushes: [push({ ...given, ...more })] }))?.verdict).toBe(verdict)
  })

  test('the commit counts before a time, and the newest push that brought it', () => {
    const request = push({
      id: 'pr',
      newCommit: foreign,
      commits: [],
      pullRequest: true,
      createdAt: at(9),
      result: 'failure'
    })
    const old = push({ id: 'old', createdAt: at(1), result: 'failure' })
    for (const pushes of [
      [request, old, push()],
      [push(), old, request]
    ])
      expect(endingOf(look({ pushes }))?.verdict).toBe('succeeded')
  })

  test('a staged commit is not live, and may never be', () => {
    const staged = (result: string | null): Ending | null =>
      endingOf(look({ pushes: [push({ state: 'staged', result })] }))
    expect(staged('failure')).toMatchObject({
      verdict: 'staged',
      isBuilt: false,
      reasons: [expect.stringMatching(/own.*could not be built/)]
    })
    for (const [result, built] of [
      ['success', true],
      [null, false]
    ] as const) {
      const ending = staged(result)
      expect(ending).toMatchObject({
        verdict: 'staged',
        reasons: [expect.stringMatching(/own.*not live/), expect.stringContaining('environment:deploy')]
      })
      expect([ending?.isBuilt, (ending?.reasons[0] ?? '').includes('is built, but')]).toEqual([undefined, built])
      expect(ending?.reasons[0]).toMatch(/its code is/)
    }
  })

  test('a cancelled push is superseded by a later one alone', () => {
    const cancelled = push({ state: 'cancelled', result: null })
    const other = (seconds: number): DeploymentActivity => ({ ...stranger, createdAt: at(seconds) })
    const four = (newer: DeploymentActivity): Ending | null => {
      const seen = look({ pushes: [newer, cancelled] })
      return endingOf(seen, seen, seen, seen)
    }
    expect(four(other(5))).toMatchObject({ verdict: 'failed', reasons: [expect.stringMatching(/own .*cancelled/)] })
    expect(endingOf(look({ pushes: [other(5.001), cancelled] }))).toMatchObject({
      verdict: 'superseded',
      reasons: [expect.stringMatching(/own .*cancelled.*\(other, commit ffffffff\)/)]
    })
    const nameless = { ...other(6), newCommit: null }
    expect(reasons(look({ pushes: [nameless, cancelled] }))).toContain('commit unknown')
  })

  test('a new deployment of the commit is given its own time', () => {
    const unread = look({ pushes: [push({ id: 'first' })], log: null })
    const again = look({ pushes: [push({ id: 'second', createdAt: at(9) }), push({ id: 'first' })], log: null })
    const patient = (seen: PollResult): PollResult[] => Array.from({ length: 60 }, () => seen)
    expect(endingOf(...patient(unread), ...patient(again))).toBeNull()
  })

  test.each([
    ['its time is not known', { lastDeploymentAt: null }, {}, 'succeeded'],
    ['it says nothing', { lastDeploymentSuccessful: null }, {}, 'succeeded'],
    ['it was made when this one began', { lastDeploymentAt: at(5) }, {}, 'failed'],
    ['it was made before this one began', { lastDeploymentAt: at(4.999) }, {}, 'succeeded'],
    ['it was made as this one ended', { lastDeploymentAt: at(65) }, { endedAt: at(60) }, 'failed'],
    ['it was made after this one ended', { lastDeploymentAt: at(65.001) }, { endedAt: at(60) }, 'succeeded'],
    ['it was made before this one ended', { lastDeploymentAt: at(50) }, { endedAt: at(60) }, 'failed']
  ])('what the environment says of a failure, where %s', (_, said, own, verdict) => {
    const failed = { ...environment, lastDeploymentSuccessful: false, lastDeploymentAt: at(30), ...said }
    const ending = endingOf(look({ pushes: [push(own)], environment: failed }))
    expect(ending?.verdict).toBe(verdict)
    if (verdict === 'failed') expect(ending?.reasons).toEqual([expect.stringMatching(/not successful/)])
  })

  test('reasons name the activity and what it came to', () => {
    expect(reasons(look({ pushes: [push({ result: 'failure' })] }))).toMatch(/own .*failure/)
    const running = push({ state: 'in_progress', result: null })
    const done = look({ at: wanted.endBy, pushes: [running, stranger] })
    expect(endingOf(done)?.reasons).toEqual([expect.stringMatching(/own was still in_progress/)])
    const fetch = push({ id: 'fetch1', state: 'pending', result: null })
    const fetching = look({ at: wanted.startBy, fetches: [fetch] })
    expect(endingOf(fetching, fetching, fetching, fetching)).toBeNull()
    expect(endingOf(look({ at: wanted.endBy, fetches: [fetch] }))?.verdict).toBe('unknown')
    expect(reasons(look({ at: wanted.endBy, fetches: [fetch] }))).toContain('fetch1')
    expect(endingOf({ at: wanted.endBy, error: 'HTTP 502', passing: true })?.reasons).toEqual([
      expect.stringContaining('HTTP 502')
    ])
  })
})
