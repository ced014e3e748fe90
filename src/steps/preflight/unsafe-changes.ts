import { scanStagedFiles } from '../../project/scan-staged-files.js'
import type { Files } from '../../tools/files.js'
import type { Git, StatusEntry } from '../../tools/git/git.js'

/**
 * Uncommitted changes that must not become part of any commit (keys, dumps), with the reason; a separate branch is
 * history too. Texts are read as far as the scan of a commit reads them.
 */
export async function unsafeChanges(
  { git, files }: { readonly git: Git; readonly files: Files },
  entries: readonly StatusEntry[]
): Promise<readonly { readonly path: string; readonly reason: string }[]> {
  const root = (await git.read('rev-parse', '--show-toplevel')).trim()
  const found = entries
    .filter(({ status }) => !status.includes('D'))
    .map(async ({ status, path }) => {
      const text = (await files.read(files.join(root, path)).catch(() => null)) ?? ''
      const reason = scanStagedFiles({ path, text, mapped: false, tracked: status !== '??' }, [])
      return reason === null ? [] : [{ path, reason }]
    })
  return (await Promise.all(found)).flat()
}
