/** How many download attempts may fail in a row while no archive arrives. */
export const mostFailedTries = 8

/**
 * Reads the lines of a downloading Composer, and calls `onDead` once, with a package whose archive did not arrive, if
 * attempts fail in a row and nothing arrives in between. Composer would go on through all packages: it tries each four
 * times and sleeps half a second in between, which halts all downloads (FileDownloader::download, the same from 2.2 to
 * 2.11). A repeated `Downloading` is its only sign of a failed attempt. `arrived` counts the archives that it has.
 */
export function watchDownloads(
  arrived: () => Promise<number>,
  onDead: (packageName: string) => void
): (line: string) => void {
  const seen = new Set<string>()
  const since = { arrived: 0, failed: 0, dead: false }
  const count = async (name: string): Promise<void> => {
    const now = await arrived()
    since.failed = now > since.arrived ? 1 : since.failed + 1
    since.arrived = now
    if (since.dead || since.failed < mostFailedTries) return
    since.dead = true
    onDead(name)
  }
  return (line) => {
    const name = /^ {2}- Downloading (\S+) \(/.exec(line)?.[1]
    if (name === undefined) return
    // If the archives cannot be counted, Composer goes on.
    if (seen.has(name)) void count(name).catch(() => undefined)
    seen.add(name)
  }
}
