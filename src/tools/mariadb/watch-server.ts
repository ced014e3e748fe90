import { lstat, readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The limits of a scratch server. Disk and time grow with the SQL loaded. */
export interface ServerBounds {
  /** Bytes that must stay free on its disk. */
  readonly spareBytes: number
  /** Bytes of its folder without any SQL, and for each byte of SQL. */
  readonly diskBytes: number
  readonly diskFactor: number
  /** Seconds that it may run without any SQL, and the bytes of SQL per further second. */
  readonly seconds: number
  readonly bytesPerSecond: number
}

/** An empty server has 0.4 GiB, a table without rows 0.1 MiB and more with indexes; rows with their indexes a few times their text. */
export const serverBounds: ServerBounds = {
  spareBytes: 2 ** 30,
  diskBytes: 4 * 2 ** 30,
  diskFactor: 16,
  seconds: 1800,
  bytesPerSecond: 2 ** 20
}

interface Watched {
  /** The folder of the server. */
  readonly home: string
  /** Bytes of SQL loaded so far. */
  readonly given: () => number
  /** Called once, with the exceeded limit. */
  readonly end: (reason: string) => void
}

const everyMilliseconds = 500
// A shop of 3,000 tables has 6,000 files: checking each of them twice a second takes a core that the server needs.
const restPerMeasuring = 20
const longestMilliseconds = 10_000

/** Calls `end` as soon as a server exceeds its limits. Returns a function that ends the watch. */
export function watchServer(watched: Watched, bounds: ServerBounds): () => void {
  const over = new AbortController()
  void watch(watched, bounds, over.signal).catch(() => undefined)
  return () => {
    over.abort()
  }
}

async function watch({ home, given, end }: Watched, bounds: ServerBounds, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  let [used, next] = [0, began]
  for (;;) {
    await pause(everyMilliseconds, undefined, { signal })
    const free = await freeBytes(home)
    const now = performance.now()
    if (now >= next) {
      used = await folderBytes(home)
      next = performance.now() + restAfter(performance.now() - now)
    }
    const seconds = (performance.now() - began) / 1000
    const reason = judge({ free, used, seconds, given: given() }, bounds)
    if (reason === null) continue
    if (!signal.aborted) end(reason)
    return
  }
}

/**
 * Milliseconds until the next measurement, from the duration of the last: at most a twentieth of the time is spent
 * measuring.
 */
export function restAfter(milliseconds: number): number {
  return Math.min(milliseconds * restPerMeasuring, longestMilliseconds)
}

function judge(
  {
    free,
    used,
    seconds,
    given
  }: { readonly free: number; readonly used: number; readonly seconds: number; readonly given: number },
  { spareBytes, diskBytes, diskFactor, seconds: firstSeconds, bytesPerSecond }: ServerBounds
): string | null {
  const behind = `after ${megabytes(given)} of SQL`
  if (free < spareBytes) return `its disk has less than ${megabytes(spareBytes)} free ${behind}`
  if (used > diskBytes + diskFactor * given) return `its files have grown to ${megabytes(used)} ${behind}`
  if (seconds > firstSeconds + given / bytesPerSecond) return `it has run for ${Math.round(seconds)} seconds ${behind}`
  return null
}

async function freeBytes(path: string): Promise<number> {
  return statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity
  )
}

/** Disk usage of the files below a folder in bytes; files that vanish meanwhile count as 0. */
async function folderBytes(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries.map(({ parentPath, name }) =>
    lstat(join(parentPath, name)).then(
      ({ blocks }) => blocks * 512,
      () => 0
    )
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`
}
