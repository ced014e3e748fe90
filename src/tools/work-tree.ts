import { join } from 'node:path'
import type { Git } from './git.js'
import { makePrivateFolder, removePrivateFolder } from './this-machine/private-folder.js'

/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made
 * there, so that the developer's own files are not touched before the commit exists, not even by a kill.
 */
export async function withWorkTree<T>(git: Git, commit: string, task: (git: Git) => Promise<T>): Promise<T> {
  const parent = await makePrivateFolder('tree')
  const folder = join(parent, 'checkout')
  try {
    await git.read('worktree', 'prune')
    await git.read('worktree', 'add', '--quiet', '--detach', folder, commit)
    return await task(git.in(folder))
  } finally {
    await removePrivateFolder(parent)
    await git.finish('worktree', 'prune')
  }
}
