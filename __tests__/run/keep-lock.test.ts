import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { keepLock } from '../../src/run/keep-lock.js'
import type { Lock } from '../../src/steps/lock/take-lock.js'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

const lease = { minutes: 1, renewSeconds: 15 }

/** A lock whose renewals take so many seconds; once they are used up, the remote is silent. */
function lockOf(renewals: number[], since = new Date()): Lock {
  return {
    ref: 'refs/lock',
    since,
    renew: () => {
      const seconds = renewals.shift()
      if (seconds === undefined) return Promise.resolve('unreachable')
      return new Promise((resolve) => setTimeout(resolve, seconds * 1000, 'renewed'))
    },
    release: () => Promise.resolve(true)
  }
}

async function secondsUntilLost(lock: Lock): Promise<number> {
  const kept = keepLock(lock, lease)
  const began = Date.now()
  while (!kept.signal.aborted && Date.now() - began < 300_000) await jest.advanceTimersByTimeAsync(1000)
  await kept.stop()
  return (Date.now() - began) / 1000
}

test('the lease counts from the time in the note: the beginning of the last renewal, however long it took', async () => {
  expect(await secondsUntilLost(lockOf([]))).toBe(60)
  expect(await secondsUntilLost(lockOf([0]))).toBe(15 + 60)
  expect(await secondsUntilLost(lockOf([40]))).toBe(15 + 60)
})

test('a lock that took some seconds to get counts from the first of them', async () => {
  expect(await secondsUntilLost(lockOf([], new Date(Date.now() - 10_000)))).toBe(50)
})

test('a lock that took longer to get than a renewal may wait is renewed at once', async () => {
  const renewals = [1]
  expect(await secondsUntilLost(lockOf(renewals, new Date(Date.now() - 200_000)))).toBe(60)
  expect(renewals).toEqual([])
})
