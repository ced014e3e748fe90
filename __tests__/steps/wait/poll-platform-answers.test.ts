import { beforeEach, describe, expect, test } from '@jest/globals'
import { UpgradeError, type ErrorCode } from '../../../src/errors.js'
import { pollPlatform } from '../../../src/steps/wait/poll-platform.js'
import type { MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import type { PollResult } from '../../../src/tools/magento-cloud/poll-result.js'

const commit = 'c'.repeat(40)
const wanted = { commit, pushedAt: Date.parse('2026-01-01T10:00:00Z'), startBy: 300, endBy: 900 }
const path = '/environments/feature%2Fx'
const pushes = `${path}/activities?type=environment.push&count=20`
const deploys = `${path}/activities?type=environment.deploy&count=20`
const redeploys = `${path}/activities?type=environment.redeploy&count=20`
const fetches = '/activities?type=integration.github.fetch&count=5'

function activity(state: string, more: object = {}): object {
  const own = { id: 'own', type: 'environment.push', state, result: state === 'complete' ? 'success' : null }
  return { ...own, created_at: '2026-01-01T10:00:05Z', parameters: { new_commit: commit }, ...more }
}
const failure = (code: ErrorCode, retryAfterSeconds?: number): UpgradeError =>
  new UpgradeError(code, { message: `said ${code}`, next: '', ...(retryAfterSeconds && { retryAfterSeconds }) })

type Observation = Awaited<ReturnType<typeof pollPlatform>>
let asked: string[]
beforeEach(() => {
  asked = []
})
type Answers = Readonly<Record<string, unknown>>
/** Looks at a platform that answers so, at this time; an Error is thrown. */
function poll(answers: Answers, at = 0): Promise<Observation> {
  const answer = (name: string, usual: unknown): Promise<never> => {
    asked.push(name)
    const value = answers[name] ?? usual
    return value instanceof Error ? Promise.reject(value) : Promise.resolve(value as never)
  }
  const cloud: Partial<MagentoCloud> = {
    api: (name) => answer(name, name === path ? { status: 'active', head_commit: commit } : []),
    activityLog: (id) => answer(`log ${id}`, 'Building\n'),
    hasGitHubIntegration: () => answer('integration', true)
  }
  return pollPlatform(cloud as MagentoCloud, 'feature/x', wanted, () => at)
}
async function look(answers: Answers, at = 0): Promise<PollResult> {
  const { seen } = await poll(answers, at)
  if ('error' in seen) throw new Error(seen.error)
  return seen
}

describe('what is asked', () => {
  test('without a deployment of the commit: the fetches, and once it is late why there is none', async () => {
    expect(await look({}, 299)).toMatchObject({
      at: 299,
      pushes: [],
      fetches: [],
      integration: null,
      environment: null,
      log: null
    })
    expect(asked.splice(0)).toEqual([pushes, fetches])
    expect(await look({}, 300)).toMatchObject({ integration: true, environment: { headCommit: commit }, log: null })
    expect(asked).toEqual([pushes, fetches, 'integration', path])
  })

  test.each([
    ['pending', []],
    ['in_progress', ['log own']]
  ])('while it is %s: what is shown of it', async (state, more) => {
    const seen = await look({ [pushes]: [activity(state)] }, 899)
    expect([seen.environment, seen.fetches, asked.splice(0)]).toEqual([null, [], [pushes, ...more]])
    expect((await look({ [pushes]: [activity(state)] }, 900)).environment).not.toBeNull()
    expect(asked).toEqual([pushes, path, ...more])
  })

  test.each([
    ['complete', [path]],
    ['staged', [path]],
    ['cancelled', []]
  ])('once it is %s: whether it was repeated since', async (state, more) => {
    await look({ [pushes]: [activity(state)] })
    expect(asked).toEqual([pushes, deploys, redeploys, ...more, 'log own'])
  })

  test('the last word on the commit counts', async () => {
    const again = activity('in_progress', {
      id: 'again',
      type: 'environment.redeploy',
      created_at: '2026-01-01T11:00:00Z',
      parameters: {}
    })
    const seen = await look({ [pushes]: [activity('complete')], [redeploys]: [again] })
    expect(seen.pushes.map(({ id }) => id)).toContain('again')
  })
})

describe('what cannot be had', () => {
  test('of the fetches is none, where the token may not look at the project', async () => {
    expect((await look({ [fetches]: failure('preflight-failed') })).fetches).toEqual([])
    expect((await poll({ [fetches]: failure('retry-later') }, 7)).seen).toEqual({
      at: 7,
      error: 'said retry-later',
      passing: true
    })
    await expect(poll({ [fetches]: new Error('a bug') })).rejects.toThrow('a bug')
  })

  test.each([
    ['retry-later', 0, true],
    ['retry-later', 9, true],
    ['bad-secret', 0, false]
  ] as const)('of the deployments is an error: %s, asked to wait %i s', async (code, seconds, passing) => {
    expect(await poll({ [pushes]: failure(code, seconds) }, 7)).toEqual({
      seen: { at: 7, error: `said ${code}`, passing },
      askedSeconds: seconds
    })
  })

  test('of what only explains is null', async () => {
    const seen = await look({
      [pushes]: [activity('complete')],
      [path]: failure('retry-later'),
      'log own': failure('bad-secret')
    })
    expect([seen.environment, seen.log, asked.slice(-2)]).toEqual([null, null, [path, 'log own']])
  })

  test('is not asked of a platform that wants to be left alone, the longest counts', async () => {
    const answers = { [pushes]: [activity('complete')], [path]: failure('retry-later', 30) }
    expect(await poll(answers)).toMatchObject({ seen: { environment: null, log: null }, askedSeconds: 30 })
    expect(asked).not.toContain('log own')
    expect((await poll({})).askedSeconds).toBe(0)
  })

  test.each([pushes, path, 'log own'])('is thrown where the user ends the run: %s', async (name) => {
    const answers = { [pushes]: [activity('complete')], [name]: failure('interrupted') }
    await expect(poll(answers)).rejects.toMatchObject({ code: 'interrupted' })
    await expect(poll({ ...answers, [name]: new Error('a bug') })).rejects.toThrow('a bug')
  })
})

describe('a log', () => {
  const log = async (state: string, text: string): Promise<string | null> =>
    (await look({ [pushes]: [activity(state)], 'log own': text })).log

  test.each(['Building\n', 'a <b>', 'x\n{'])('is taken as it is: %j', async (text) => {
    for (const state of ['in_progress', 'complete']) expect(await log(state, text)).toBe(text)
  })
  test.each(['<html>', ' \n<html>', '{"error": 1}'])('is none: %j', async (text) => {
    for (const state of ['in_progress', 'complete']) expect(await log(state, text)).toBeNull()
  })
  test.each(['', ' \n'])('may be empty until the end: %j', async (text) => {
    expect([await log('in_progress', text), await log('cancelled', text)]).toEqual([text, text])
    expect([await log('complete', text), await log('staged', text)]).toEqual([null, null])
  })
})
