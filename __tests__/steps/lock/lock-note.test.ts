import { describe, expect, test } from '@jest/globals'
import {
  judgeLock,
  lockNote,
  lockRef,
  parseLock,
  renderLock,
  type LockNote
} from '../../../src/steps/lock/lock-note.js'

const note: LockNote = {
  ...{ who: 'ann on build-1 (process 7)', since: '2026-01-01T10:00:00.000Z', renewed: null, renewSeconds: null },
  ...{ job: null, attempt: 1, nonce: 'n', process: null }
}
const at = (time: string): string => `2026-01-01T${time}.000Z`

test('the ref names the environment, whatever it is called', () => {
  expect(lockRef('staging')).toBe('refs/magento-cloud-upgrade/lock/staging')
  expect(lockRef('feature/x y')).toBe('refs/magento-cloud-upgrade/lock/feature%2Fx%20y')
})

describe('the note', () => {
  test('is read as it was written', () => {
    const whole: LockNote = {
      ...note,
      ...{ renewed: at('10:05:00'), renewSeconds: 30, job: 'j', attempt: 3 },
      process: { machine: 'm', pid: 7, began: '12' }
    }
    for (const one of [note, whole]) expect(parseLock(renderLock(one))).toEqual(one)
    expect(renderLock(note)).toMatch(/^\{.*\}\n$/)
  })

  test('of an older version lacks what came later', () => {
    const { who, since, job, attempt, nonce } = note
    expect(parseLock(JSON.stringify({ who, since, job, attempt, nonce }))).toEqual(note)
  })

  test.each([
    ['renewed', 5],
    ['renewSeconds', 0],
    ['renewSeconds', '5'],
    ['process', { machine: 'm', pid: 1.5, began: '' }],
    ['process', { machine: 'm', pid: 7 }],
    ['process', { machine: 1, pid: 7, began: '' }]
  ])('is read without what only helps and makes no sense: %s %j', (name, value) => {
    expect(parseLock(JSON.stringify({ ...note, [name]: value }))).toEqual(note)
  })

  test.each(['{', '', '[]', 'null', '{}', ...['who', 'since', 'job', 'attempt', 'nonce'].map(without)])(
    '%j is none of ours',
    (text) => {
      expect(parseLock(text)).toBeNull()
    }
  )
  test('an attempt is a whole number', () => {
    expect(parseLock(JSON.stringify({ ...note, attempt: 1.5 }))).toBeNull()
  })
})
function without(name: string): string {
  return JSON.stringify({ ...note, [name]: undefined })
}

describe('whether the holder is at work', () => {
  const judge = (holder: Partial<LockNote>, own: Partial<LockNote>, minutes = 180): string =>
    judgeLock({ ...note, ...holder }, { ...note, ...own }, minutes)

  test.each([
    ['alive', at('10:00:00'), at('10:00:00')],
    ['alive', at('10:00:00'), at('13:00:00')],
    ['unsure', at('10:00:00'), at('13:00:01')],
    ['alive', at('10:05:00'), at('10:00:00')],
    ['unsure', at('10:05:01'), at('10:00:00')],
    ['unsure', 'yesterday', at('10:00:00')]
  ])('%s: since %s, asked at %s', (expected, since, now) => {
    expect(judge({ since }, { since: now })).toBe(expected)
    expect(judge({ since: at('01:00:00'), renewed: since }, { since: now })).toBe(expected)
  })

  test('an earlier attempt of the very job has ended', () => {
    const first = { job: 'r/1/j', attempt: 1 }
    expect(judge(first, { job: 'r/1/j', attempt: 2 })).toBe('dead')
    expect(judge(first, { job: 'r/1/j', attempt: 1 })).toBe('alive')
    expect(judge({ ...first, attempt: 3 }, { job: 'r/1/j', attempt: 2 })).toBe('alive')
    expect(judge(first, { job: 'r/1/other', attempt: 2 })).toBe('alive')
    expect(judge({ job: null, attempt: 1 }, { job: null, attempt: 2 })).toBe('alive')
  })
})

describe('who runs', () => {
  const now = new Date(at('10:00:00'))
  const machine = { user: 'ann', host: 'build-1', pid: 7 }

  test('is a user on a machine', () => {
    const process = { machine: 'm', pid: 7, began: '12' }
    const expected = {
      ...{ who: 'ann on build-1 (process 7)', since: at('10:00:00'), job: null, attempt: 1, nonce: 'n', process: null }
    }
    expect(lockNote({}, machine, now, 'n')).toEqual(expected)
    expect(lockNote({ GITHUB_RUN_ID: '', GITHUB_ACTOR: 'octo' }, { ...machine, process }, now, 'n')).toEqual({
      ...expected,
      process
    })
  })

  test('is the run of a workflow', () => {
    const run = { GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'shop/project', GITHUB_ACTOR: 'octo' }
    const expected = {
      ...{ who: 'octo, https://github.com/shop/project/actions/runs/42', since: at('10:00:00'), attempt: 1 },
      ...{ job: 'shop/project/42/', nonce: 'n', process: null }
    }
    expect(lockNote(run, machine, now, 'n')).toEqual(expected)
    const more = { ...run, GITHUB_SERVER_URL: 'https://ghe.example', GITHUB_JOB: 'up', GITHUB_RUN_ATTEMPT: '3' }
    expect(lockNote(more, machine, now, 'n')).toEqual({
      ...expected,
      ...{ who: 'octo, https://ghe.example/shop/project/actions/runs/42', job: 'shop/project/42/up', attempt: 3 }
    })
    expect(lockNote({ GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: 'x' }, machine, now, 'n')).toMatchObject({
      ...{ who: 'a workflow, https://github.com//actions/runs/42', job: '/42/', attempt: 1 }
    })
  })
})
