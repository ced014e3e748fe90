import { namePattern } from '../../project/name-pattern.js'
import type { Files } from '../../tools/files.js'

/**
 * The paths below `root` that a pattern of PHP's `glob` matches: `*`, `?` and `[a-z]` within one name, and never a name
 * that begins with a dot where the pattern does not.
 */
export async function expandGlob(files: Files, root: string, pattern: string): Promise<readonly string[]> {
  let found: readonly string[] = [root]
  for (const part of pattern.split('/')) {
    const name = namePattern(part)
    const next = found.map(async (folder) =>
      (await files.names(folder)).filter((entry) => name.test(entry)).map((entry) => files.join(folder, entry))
    )
    found = (await Promise.all(next)).flat()
  }
  return found
}
