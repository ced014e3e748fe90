import { UpgradeError } from '../../errors.js'
import type { Files } from '../../tools/files.js'

/** Throws UpgradeError `bad-input` for a backup directory in the checkout, where a dump could end up in a commit. */
export async function refuseWorkTree(
  files: Files,
  input: { readonly backupDirectory: string; readonly workingDirectory: string }
): Promise<void> {
  if (input.backupDirectory === '') return
  const tree = await topLevel(files, await files.realPath(input.workingDirectory))
  const directory = await files.realPath(input.backupDirectory)
  if (tree === null || (directory !== tree && !directory.startsWith(files.join(tree, '/')))) return
  throw new UpgradeError('bad-input', {
    message: `backup-directory is ${directory}, which is inside the git work tree ${tree}: a database dump could end up in a commit.`,
    next: 'Give a folder outside of the checkout, or leave backup-directory empty.'
  })
}

async function topLevel(files: Files, folder: string): Promise<string | null> {
  if (await files.exists(files.join(folder, '.git'))) return folder
  const parent = files.join(folder, '..')
  return parent === folder ? null : topLevel(files, parent)
}
