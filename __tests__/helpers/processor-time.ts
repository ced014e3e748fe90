/** Seconds of the processor that a call takes; what it throws is thrown. */
export async function processorSeconds(call: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/**
 * How many times as long ten times the size takes. What is linear takes about ten times, what is quadratic a hundred.
 * Measured up to five times, and the least counts: a busy machine makes single measurements many times too long.
 * @param call works on so many characters or rounds
 * @param size of the larger one of the two
 */
export async function timesForTenfold(call: (size: number) => unknown, size: number): Promise<number> {
  let least = Infinity
  for (let round = 0; round < 5 && least > 20; round += 1) {
    const small = await processorSeconds(() => call(size / 10))
    const large = await processorSeconds(() => call(size))
    // Below a hundredth of a second the collection of garbage is all that is measured.
    least = Math.min(least, large / Math.max(small, 0.01))
  }
  return least
}
