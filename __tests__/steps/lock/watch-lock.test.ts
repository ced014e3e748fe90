import { expect, test } from '@jest/globals'
import { lockNote } from '../../../src/steps/lock/lock-note.js'
import type { Held, LockOnRemote } from '../../../src/steps/lock/lock-on-remote.js'
import { watchLock, watchSeconds } from '../../../src/steps/lock/watch-lock.js'

const note = lockNote({}, { user: 'ann', host: 'build-1', pid: 7 }, new Date('2026-01-01T10:00:00Z'), 'n')
const ours: Held = { state: 'held', blob: 'b' }

/** Watches a remote that answers so, the last answer for ever; returns the outcome and the pauses in seconds. */
async function watch(seconds: number, ...answers: readonly Held[]): Promise<readonly [string, readonly number[]]> {
  let [now, look] = [1_000_000, 0]
  const pauses: number[] = []
  const clock = {
    now: () => now,
    pause: (pause: number): Promise<void> => {
      pauses.push(pause)
      now += pause * 1000
      return Promise.resolve()
    }
  }
  const held = (): Promise<Held> => Promise.resolve(answers[Math.min(look++, answers.length - 1)] ?? ours)
  return [await watchLock({ held } as LockOnRemote, 'b', { seconds, clock }), pauses]
}

test.each([
  [null, 1],
  [2, 4],
  [300, 451],
  [301, 451],
  [100_000, 451]
])('a holder that renews every %p seconds is watched for %p', (renewSeconds, expected) => {
  expect(watchSeconds({ ...note, renewSeconds })).toBe(expected)
  if (renewSeconds === null) expect(watchSeconds(note)).toBe(expected)
})

test('a holder that renews nothing in that time is dead', async () => {
  const [outcome, pauses] = await watch(20, ours)
  expect([outcome, pauses]).toEqual(['dead', Array.from({ length: 10 }, () => 2)])
})

test('the last pause is only as long as what is left', async () => {
  let [now, asked] = [0, 0]
  const pauses: number[] = []
  const clock = {
    now: () => now,
    pause: (pause: number): Promise<void> => {
      pauses.push(pause)
      // The remote takes its time too.
      now += pause * 1000 + 1300
      return Promise.resolve()
    }
  }
  const held = (): Promise<Held> => Promise.resolve(((asked += 1), ours))
  expect(await watchLock({ held } as LockOnRemote, 'b', { seconds: 10, clock })).toBe('dead')
  expect([pauses, asked]).toEqual([[1, 1, 1, 1, 0.8], 6])
})

test.each<readonly [string, string, number, ...Held[]]>([
  ['is alive', 'alive', 2, ours, { state: 'held', blob: 'next' }],
  ['gave it back', 'gone', 2, ours, { state: 'free' }],
  ['gave it back at once', 'gone', 1, { state: 'free' }],
  ['is taken for alive where the remote is silent in the end', 'alive', 10, { state: 'silent' }],
  ['is dead where the remote was silent before', 'dead', 10, { state: 'silent' }, ours]
])('a holder %s', async (_, expected, pauses, ...answers) => {
  const [outcome, taken] = await watch(20, ...answers)
  expect([outcome, taken.length]).toEqual([expected, pauses])
})
