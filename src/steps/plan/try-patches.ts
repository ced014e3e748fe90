import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import type { Forecast, Patch } from './patch.js'

// The user's git configuration must not make a patch fit that the platform refuses.
const plainly = [
  'core.autocrlf=false',
  'core.safecrlf=false',
  'apply.whitespace=nowarn',
  'apply.ignoreWhitespace=no'
].flatMap((setting) => ['-c', setting])

/** git in the tree, and a folder next to it for the patches. */
interface TryingTools {
  readonly git: Git
  readonly files: Files
  readonly beside: string
}

/** The paths that each patch touches. */
export function touchedPaths(tools: TryingTools, patches: readonly Patch[]): Promise<readonly (readonly string[])[]> {
  return Promise.all(
    patches.map(async (patch, index) => {
      const { stdout } = await tools.git.run(...plainly, 'apply', '--numstat', '-z', await written(tools, patch, index))
      return stdout.split('\0').flatMap((row) => (row === '' ? [] : [row.split('\t').slice(2).join('\t')]))
    })
  )
}

/** Applies the patches one after the other, as ece-patches does, and returns the result of each. */
export async function tryPatches(
  tools: TryingTools,
  patches: readonly Patch[],
  isKnown: (index: number) => boolean
): Promise<readonly Forecast[]> {
  const forecasts: Forecast[] = []
  for (const [index, patch] of patches.entries()) {
    const file = await written(tools, patch, index)
    const apply = (...options: string[]) => tools.git.run(...plainly, 'apply', ...options, file)
    const { exitCode, stderr } = await apply()
    if (exitCode === 0) forecasts.push({ patch, outcome: 'applies', reason: '' })
    else if ((await apply('--reverse', '--check')).exitCode === 0)
      forecasts.push({ patch, outcome: 'contained', reason: '' })
    else forecasts.push({ patch, outcome: isKnown(index) ? 'conflict' : 'unknown', reason: reasonOf(stderr) })
  }
  return forecasts
}

// ece-patches rewrites these lines too, so that git ignores modes and renames.
async function written({ files, beside }: TryingTools, { text }: Patch, index: number): Promise<string> {
  const path = files.join(beside, `${index}.patch`)
  await files.write(path, text.replace(/^diff --git/gm, 'diff -Nuar'))
  return path
}

function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.startsWith('error: '))
  return lines[0]?.slice('error: '.length) ?? stderr.trim().split('\n').at(-1) ?? ''
}
