import { join } from 'node:path'
import { UpgradeError } from '../../errors.js'
import { redactedLastLine } from '../../secrets/redact-evidence.js'
import type { Git } from './git.js'
import { makePrivateFolder, removePrivateFolder } from '../files/private-folder.js'

/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made there,
 * so that the developer's files are not touched before the commit exists, even if the run is killed. Checkout hooks do
 * not run. Throws UpgradeError `preflight-failed` if the files cannot be checked out.
 */
export async function withWorkTree<T>(git: Git, commit: string, task: (git: Git) => Promise<T>): Promise<T> {
  const parent = await makePrivateFolder('tree')
  const folder = join(parent, 'checkout')
  try {
    await git.read('worktree', 'prune')
    const added = await git.run(
      '-c',
      'core.hooksPath=/dev/null',
      // Submodules are filled only from this machine, see check-out-submodules.
      '-c',
      'submodule.recurse=false',
      'worktree',
      'add',
      '--quiet',
      '--detach',
      folder,
      commit
    )
    if (added.exitCode !== 0) throw notCheckedOut(commit, added.stderr)
    return await task(git.in(folder))
  } finally {
    await removePrivateFolder(parent)
    await git.finish('worktree', 'prune')
  }
}

function notCheckedOut(commit: string, stderr: string): UpgradeError {
  const filter = /smudge filter '?([\w.-]+)'? failed/.exec(stderr)?.[1]
  const lfs = filter === 'lfs' || stderr.includes('git-lfs')
  const words = filter ? `its filter ${filter} failed` : redactedLastLine(stderr)
  return new UpgradeError('preflight-failed', {
    message: `The files of ${commit.slice(0, 12)} cannot be checked out: ${words}.`,
    next: lfs
      ? 'Install git-lfs (with lfs: true for actions/checkout if its files are needed), then run again.'
      : 'Read the details, and check that git checkout works for this commit on this machine.',
    details: stderr.trim()
  })
}
