import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Git } from './git.js'

/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made
 * there, so that the developer's own files are not touched before the commit exists, not even by a kill.
 */
export async function withWorkTree<T>(git: Git, commit: string, task: (git: Git) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'magento-cloud-upgrade-tree-'))
  const folder = join(parent, 'checkout')
  try {
    await git.read('worktree', 'prune')
    await git.read('worktree', 'add', '--quiet', '--detach', folder, commit)
    return await task(git.in(folder))
  } finally {
    await rm(parent, { recursive: true, force: true })
    await git.finish('worktree', 'prune')
  }
}
