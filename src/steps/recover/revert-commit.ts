import { committerOf } from '../../tools/git/head.js'
import { UpgradeError } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import type { Git } from '../../tools/git/git.js'

/**
 * Makes a new commit that reverts `commit`, which `git` has checked out. Its files are byte for byte those of the
 * previous commit. Returns its SHA; throws UpgradeError `recovery-failed`.
 */
export async function revertCommit(
  { git, ledger }: { readonly git: Git; readonly ledger: Ledger },
  commit: string
): Promise<string> {
  const before = await treeOf(git, `${commit}^`)
  // In a shallow clone, a commit without its parent would be reverted to an empty tree.
  if (before === null)
    throw failed(commit, 'the commit before it is not in this clone', 'Fetch the history of the branch')
  const settings = [...(await committerOf(git, commit)), '-c', 'core.editor=true']
  const made = ledger.intend(
    'commit',
    `a commit that takes ${commit.slice(0, 12)} back was made in the local repository`
  )
  const result = await git.run(...settings, 'revert', '--no-edit', commit)
  if (result.exitCode !== 0) {
    made.undone()
    throw failed(commit, 'git refused', 'Read the details', result.stderr)
  }
  made.done()
  if ((await treeOf(git, 'HEAD')) !== before)
    throw failed(commit, 'a hook changed files of the commit', 'Check what the hooks of this repository do')
  return (await git.read('rev-parse', 'HEAD')).trim()
}

async function treeOf(git: Git, commit: string): Promise<string | null> {
  const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${commit}^{tree}`)
  return exitCode === 0 ? stdout.trim() : null
}

function failed(commit: string, why: string, first: string, details = ''): UpgradeError {
  return new UpgradeError('recovery-failed', {
    message: `The upgrade ${commit.slice(0, 12)} could not be reverted: ${why}.`,
    next: `${first}, then: git revert ${commit} && git push`,
    ...(details !== '' && { details })
  })
}
