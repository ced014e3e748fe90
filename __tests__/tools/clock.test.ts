import { expect, jest, test } from '@jest/globals'
import { createClock } from '../../src/tools/clock.js'

test('F83: a jump of the system time ends no deadline, and begins none anew', () => {
  const clock = createClock()
  const before = clock.now()
  for (const jump of [0, Date.now() + 10 * 365 * 86_400_000]) {
    jest.spyOn(Date, 'now').mockReturnValue(jump)
    expect(clock.now() - before).toBeGreaterThanOrEqual(0)
    expect(clock.now() - before).toBeLessThan(60_000)
  }
  jest.restoreAllMocks()
})
