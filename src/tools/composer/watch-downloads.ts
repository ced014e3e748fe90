/** How many tries for an archive may fail one after the other, while not one archive arrives. */
export const mostFailedTries = 8

/**
 * Reads the lines of a Composer that downloads, and calls `onDead` once, with a package whose archive did not come, if
 * tries fail one after the other and nothing arrives in between. Composer would go on through all packages: it asks four
 * times for each and sleeps half a second in between, all downloads with it (FileDownloader::download, the same from 2.2 to
 * 2.11). That it says `Downloading` again is its only word of a try that failed. `arrived` counts the archives that it has.
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
    // Where it cannot be counted, Composer goes on as it would.
    if (seen.has(name)) void count(name).catch(() => undefined)
    seen.add(name)
  }
}
