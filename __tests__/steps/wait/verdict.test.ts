import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DeploymentActivity } from '../../../src/tools/magento-cloud/deployment-activity.js'
import type { PollError, PollResult } from '../../../src/tools/magento-cloud/poll-result.js'
import { beforeTheFirstLook, decideDeployment, type Ending } from '../../../src/steps/wait/verdict.js'
import { commit, endingOf, environment, foreign, look, push, stranger, wanted } from '../../helpers/deployment-looks.js'

describe('the activity of the commit decides', () => {
  test('success', () => {
    expect(endingOf(look({ pushes: [stranger, push()] }))?.verdict).toBe('succeeded')
  })

  test('failure', () => {
    expect(endingOf(look({ pushes: [push({ result: 'failure' })], log: null }))?.verdict).toBe('failed')
  })

  test('among the commits of a bigger push', () => {
    const bigger = push({ newCommit: foreign, commits: [commit, foreign] })
    expect(endingOf(look({ pushes: [bigger] }))).toMatchObject({
      verdict: 'succeeded',
      reasons: [expect.stringContaining('ffffffff')]
    })
  })

  test.each([
    ['failed', 'Post-deploy is skipped because deploy was failed.'],
    ['failed', '[2026-01-01T10:03:00+00:00] CRITICAL: [126] The command failed'],
    ['degraded', 'Post deploy is skipped'],
    ['degraded', '[2026-01-01T10:03:00+00:00] CRITICAL: [207] Warm-up failed'],
    ['degraded', '    [2026-01-01T10:03:00+00:00] ERROR: [208] TTFB failed'],
    ['failed', '    [2026-01-01T10:03:00+00:00] ERROR: [126] The command failed'],
    ['succeeded', '[2026-01-01T10:03:00+00:00] ERROR: Warming up failed: https://shop.example/a'],
    ['succeeded', '[2026-01-01T10:03:00+00:00] WARNING: [2007] PHP is not the recommended one']
  ])('%s where a success has the line "%s" in its log', (verdict, line) => {
    expect(endingOf(look({ pushes: [push()], log: `Building\n${line}\n` }))?.verdict).toBe(verdict)
  })

  test.each([
    ['failed', 'deploy', '[1] The command'],
    ['failed', 'deploy', '[2002] SQLSTATE[HY000] [2002] Connection refused'],
    ['degraded', 'post deploy', '[255] The command']
  ])('%s where the %s hook of a success ends with an error that has no code of its own', (verdict, hook, error) => {
    const log = `Executing ${hook} hook for application mymagento\n    [2026-01-01T10:03:00+00:00] ERROR: ${error}\n`
    expect(endingOf(look({ pushes: [push()], log }))?.verdict).toBe(verdict)
  })

  test.each([
    ['failed', 'deploy', 'The deploy hook ended with exit code 1.'],
    ['degraded', 'post_deploy', 'The post_deploy hook ended with exit code 1.']
  ])('%s where the API says of a success that its %s hook failed', (verdict, type, reason) => {
    const own = push({ failedHooks: [{ type, exitCode: 1 }] })
    expect(endingOf(look({ pushes: [own] }))).toMatchObject({ verdict, reasons: [reason] })
  })

  test('the environment calls its last deployment a failure', () => {
    const lastDeploymentAt = Date.parse('2026-01-01T10:05:00Z')
    const failed = { ...environment, lastDeploymentSuccessful: false, lastDeploymentAt }
    expect(endingOf(look({ pushes: [push()], environment: failed }))?.verdict).toBe('failed')
    const before = { ...failed, lastDeploymentAt: Date.parse('2026-01-01T09:00:00Z') }
    expect(endingOf(look({ pushes: [push()], environment: before }))?.verdict).toBe('succeeded')
  })

  test.each([
    ['a log', { log: null }],
    ['an environment', { environment: null }]
  ])('%s that cannot be read is asked for again, and without it nothing is called a success', (_name, missing) => {
    const seen = look({ pushes: [push()], ...missing })
    const patient = Array.from({ length: 60 }, () => seen)
    expect(endingOf(...patient)).toBeNull()
    expect(endingOf(...patient, look({ pushes: [push()] }))?.verdict).toBe('succeeded')
    expect(endingOf(...patient, seen)).toMatchObject({
      verdict: 'unknown',
      reasons: [expect.stringContaining('result success'), expect.stringMatching(/could not be read|did not answer/)]
    })
  })

  test('what the environment says of a later deployment is nothing about this one', () => {
    const failed = { ...environment, lastDeploymentSuccessful: false }
    const lastDeploymentAt = Date.parse('2026-01-01T10:05:00Z')
    const newer = { ...stranger, createdAt: Date.parse('2026-01-01T10:04:00Z') }
    const own = push({ endedAt: Date.parse('2026-01-01T10:02:00Z') })
    const state = { ...failed, lastDeploymentAt }
    expect(endingOf(look({ pushes: [newer, push()], environment: state }))?.verdict).toBe('succeeded')
    expect(endingOf(look({ pushes: [own], environment: state }))?.verdict).toBe('succeeded')
  })

  test('cancelled alone is a failure once no newer push shows up, cancelled for one is not', () => {
    const cancelled = push({ state: 'cancelled', result: null })
    const newer = { ...stranger, createdAt: Date.parse('2026-01-01T10:01:00Z') }
    const alone = look({ pushes: [cancelled] })
    expect(endingOf(alone, alone, alone, alone)?.verdict).toBe('failed')
    expect(endingOf(alone, alone, look({ pushes: [newer, cancelled] }))?.verdict).toBe('superseded')
  })

  test('a result that is neither of the two is no verdict', () => {
    const odd = push({ result: 'partial' })
    expect(endingOf(look({ pushes: [odd] }))).toBeNull()
    expect(endingOf(look({ pushes: [odd], at: wanted.endBy }))?.verdict).toBe('unknown')
  })

  test('still running when the time is up: unknown, with what it waits for', () => {
    const pending = push({ state: 'pending', result: null })
    const running = { ...stranger, state: 'in_progress', result: null }
    expect(endingOf(look({ at: wanted.endBy - 1, pushes: [pending] }))).toBeNull()
    expect(endingOf(look({ at: wanted.endBy, pushes: [running, pending] }))).toMatchObject({
      verdict: 'unknown',
      reasons: [expect.stringContaining('still pending'), expect.stringContaining('waiting for activity other')]
    })
  })
})

describe('no activity for the commit', () => {
  const reasonsAt = (more: Partial<PollResult>): string =>
    (endingOf(empty, empty, look({ at: wanted.startBy, environment: null, ...more }))?.reasons ?? []).join(' ')
  const empty = look({ environment: null })

  test('is waited for, whatever others do', () => {
    expect(endingOf(look({ at: wanted.startBy - 1, pushes: [stranger] }))).toBeNull()
  })

  test('never started, and what was looked at', () => {
    expect(endingOf(empty, empty, look({ at: wanted.startBy, pushes: [stranger] }))?.verdict).toBe('never-started')
    expect(reasonsAt({ pushes: [stranger], environment })).toMatch(
      /another commit, ffffffff \(other\).*is at commit ffffffff/
    )
    expect(reasonsAt({ environment: { ...environment, status: 'inactive' } })).toContain('is inactive')
    expect(reasonsAt({ environment: { ...environment, headCommit: commit } })).toContain('already has this commit')
    expect(reasonsAt({ integration: false })).toContain('no GitHub integration')
    expect(reasonsAt({ integration: true })).toContain('has not fetched')
  })

  test('a fetch that failed is named, an old one is not', () => {
    const fetch = push({
      id: 'fetch1',
      result: 'failure',
      newCommit: null,
      commits: []
    })
    expect(reasonsAt({ integration: true, fetches: [fetch] })).toContain('(fetch1) ended with failure')
    const old = { ...fetch, createdAt: Date.parse('2026-01-01T08:00:00Z') }
    expect(reasonsAt({ integration: true, fetches: [old] })).not.toContain('fetch1')
  })

  test('one list without it is no proof', () => {
    expect(endingOf(look({ at: wanted.startBy }), look({ at: wanted.startBy }))).toBeNull()
    expect(endingOf(empty, empty, look({ at: wanted.startBy, pushes: [push()] }))?.verdict).toBe('succeeded')
  })

  test('what a fetch brings is given time to show up, and so is what came in an outage', () => {
    const fetch = push({ id: 'fetch1', state: 'in_progress', result: null })
    const late = look({ at: wanted.startBy })
    const own = look({ at: wanted.startBy, pushes: [push()] })
    expect(endingOf(empty, empty, look({ at: wanted.startBy, fetches: [fetch] }), late, late, own)?.verdict).toBe(
      'succeeded'
    )
    const outage = { at: wanted.startBy, error: 'HTTP 502', passing: true }
    expect(endingOf(empty, empty, empty, outage, late, late, own)?.verdict).toBe('succeeded')
  })

  test('a fetch that runs is waited for to the end', () => {
    const fetch = push({ id: 'fetch1', state: 'in_progress', result: null })
    expect(endingOf(look({ at: wanted.startBy, fetches: [fetch] }))).toBeNull()
    expect(endingOf(look({ at: wanted.endBy, fetches: [fetch] }))?.verdict).toBe('unknown')
  })
})

describe('errors while asking', () => {
  const blink = (more: Partial<PollError> = {}): PollError => ({ at: 2000, error: 'HTTP 502', passing: true, ...more })

  test('passing ones are waited out, to the end if need be', () => {
    expect(endingOf(...Array.from({ length: 50 }, () => blink()), look({ pushes: [push()] }))?.verdict).toBe(
      'succeeded'
    )
    const running = look({ pushes: [push({ state: 'in_progress', result: null })] })
    expect(endingOf(running, blink({ at: wanted.endBy }))).toMatchObject({
      verdict: 'unknown',
      reasons: [expect.stringContaining('own was in_progress'), expect.stringContaining('HTTP 502')]
    })
  })

  test('stubborn ones (a revoked token) end in unknown at the third in a row', () => {
    const stubborn = blink({ passing: false })
    expect(endingOf(stubborn, stubborn, blink(), stubborn, stubborn)).toBeNull()
    expect(endingOf(stubborn, stubborn, stubborn)?.verdict).toBe('unknown')
  })
})

describe('whatever the platform answers', () => {
  const activity = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('pending', 'in_progress', 'complete', 'cancelled', 'staged', 'new-state'),
    result: fc.constantFrom(null, 'success', 'failure', 'new-result'),
    createdAt: fc.constantFrom(wanted.pushedAt - 60_000, wanted.pushedAt, wanted.pushedAt + 60_000, 0),
    endedAt: fc.constantFrom(null, wanted.pushedAt + 90_000),
    newCommit: fc.constantFrom(commit, foreign, null),
    failedHooks: fc.constant([]),
    pullRequest: fc.constant(false),
    commits: fc.subarray([commit, foreign])
  })
  const seenLook = fc.record({
    at: fc.integer({ min: 0, max: 4_000_000 }),
    pushes: fc.array(activity, { maxLength: 4 }),
    fetches: fc.array(activity, { maxLength: 2 }),
    integration: fc.constantFrom(true, false, null),
    environment: fc.constantFrom(null, environment, { ...environment, headCommit: commit }),
    log: fc.constantFrom(null, '', 'fine\n', 'Deploy was failed\n')
  })
  const seenBlink = fc.record({ at: fc.integer({ min: 0, max: 4_000_000 }), error: fc.string(), passing: fc.boolean() })
  const history = fc.array(fc.oneof(seenLook, seenBlink), { minLength: 1, maxLength: 12 })

  const play = (
    seen: readonly (PollResult | PollError)[]
  ): { ending: Ending | null; until: readonly (PollResult | PollError)[] } => {
    let state = beforeTheFirstLook
    for (const [index, one] of seen.entries()) {
      const decision = decideDeployment(wanted, state, one)
      if (decision.ending) return { ending: decision.ending, until: seen.slice(0, index + 1) }
      state = decision.state
    }
    return { ending: null, until: seen }
  }
  const brought = ({ newCommit, commits }: DeploymentActivity): boolean =>
    newCommit === commit || commits.includes(commit)

  test('success and failure rest on an ended activity of this commit', () => {
    fc.assert(
      fc.property(history, (seen) => {
        const { ending, until } = play(seen)
        if (!ending || !['succeeded', 'failed', 'degraded', 'superseded'].includes(ending.verdict)) return true
        return until.some(
          (one) => 'pushes' in one && one.pushes.some((own) => brought(own) && /complete|cancelled/.test(own.state))
        )
      })
    )
  })

  test('a success never has a failed hook in the last log', () => {
    fc.assert(
      fc.property(history, (seen) => {
        const { ending, until } = play(seen)
        const last = until.at(-1)
        return ending?.verdict !== 'succeeded' || (last !== undefined && 'log' in last && !last.log?.includes('failed'))
      })
    )
  })

  test('errors alone end in nothing but unknown', () => {
    fc.assert(
      fc.property(fc.array(seenBlink), (seen) => {
        const { ending } = play(seen)
        return ending === null || ending.verdict === 'unknown'
      })
    )
  })

  test('never-started is not said of a commit that has an activity', () => {
    fc.assert(
      fc.property(history, (seen) => {
        const { ending, until } = play(seen)
        return ending?.verdict !== 'never-started' || !until.some((one) => 'pushes' in one && one.pushes.some(brought))
      })
    )
  })

  test('a look past the deadline is the last one, and every ending has a reason', () => {
    fc.assert(
      fc.property(history, fc.oneof(seenLook, seenBlink), (seen, last) => {
        const { ending } = play([...seen, { ...last, at: wanted.endBy }])
        return ending !== null && ending.reasons.length > 0
      })
    )
  })
})
