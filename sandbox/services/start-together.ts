/** Something that runs until it is stopped. */
interface Stoppable {
  stop(): Promise<void>
}

/** Waits until all services run. If one does not start, the others are awaited and ended before its error is thrown. */
export async function startTogether<T extends readonly Stoppable[] | []>(starts: {
  readonly [Index in keyof T]: Promise<T[Index]>
}): Promise<T> {
  const settled = await Promise.allSettled<Stoppable>(starts as readonly Promise<Stoppable>[])
  const failure = settled.find((each) => each.status === 'rejected')
  const running = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  if (!failure) return running as readonly Stoppable[] as T
  await Promise.allSettled(running.map((each) => each.stop()))
  throw failure.reason
}
