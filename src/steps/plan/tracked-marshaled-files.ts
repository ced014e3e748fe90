import { mapEntries } from '../../project/marshaling-lock.js'
import type { Git } from '../../tools/git/git.js'

/** Number of tracked files at the paths that the lock's base packages map, or in them. */
export async function trackedMarshaledFiles(git: Git, lockText: string, composerJsonText: string): Promise<number> {
  const tracked = (await git.read('ls-files', '-z')).split('\0').filter((path) => path !== '')
  const mapped = new Set(
    mapEntries(lockText, composerJsonText).flatMap(({ entries }) =>
      entries.map(([, destination]) => destination.replace(/^(\.?\/)+|\/+$/g, ''))
    )
  )
  return tracked.filter((path) => ancestors(path).some((ancestor) => mapped.has(ancestor))).length
}

function ancestors(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
