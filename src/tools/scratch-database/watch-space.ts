import { statfs } from 'node:fs/promises'

const everyMilliseconds = 500
const spareBytes = 1024 * 1024 * 1024

/** Calls `full` once when the disk below `path` has less than `spare` bytes left, a gigabyte if nothing else is said. Returns what ends the watch. */
export function watchSpace(path: string, full: () => void, spare = spareBytes): () => void {
  const timer = setInterval(() => {
    statfs(path).then(
      ({ bavail, bsize }) => {
        if (bavail * bsize >= spare) return
        clearInterval(timer)
        full()
      },
      () => undefined
    )
  }, everyMilliseconds)
  return () => {
    clearInterval(timer)
  }
}
