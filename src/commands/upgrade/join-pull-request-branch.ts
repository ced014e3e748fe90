import { committerOf } from '../../tools/git/head.js'
import type { ProjectSession } from '../../run/project-session.js'
import type { Ledger } from '../../ledger.js'
import { fetchBranch, remoteCommit } from '../../tools/git/remote-branch.js'

/**
 * The commit to push to the branch of a pull request. If an earlier run left the branch elsewhere, it is a merge commit
 * with the files of `commit`, because a branch is never force-pushed; if the branch already has these files, it is the
 * branch's own commit.
 */
export async function joinPullRequestBranch(
  ledger: Ledger,
  { git }: ProjectSession,
  target: { readonly remote: string; readonly branch: string; readonly commit: string }
): Promise<string> {
  const { remote, branch, commit } = target
  if ((await remoteCommit(git, remote, branch)) === null) return commit
  const tip = await fetchBranch(git, remote, branch)
  const treeOf = async (name: string): Promise<string> => (await git.read('rev-parse', `${name}^{tree}`)).trim()
  const [ours, theirs] = await Promise.all([treeOf(commit), treeOf(tip)])
  if (ours === theirs) return tip
  const message = (await git.read('log', '-1', '--format=%B', commit)).trim()
  const identity = await committerOf(git, commit)
  const made = (await git.read(...identity, 'commit-tree', ours, '-p', tip, '-p', commit, '-m', message)).trim()
  ledger.intend('commit', `the commit ${made.slice(0, 12)} was made in the local repository`).done()
  return made
}
