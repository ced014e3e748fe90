import { UpgradeError } from '../errors.js'
import { explainPush } from '../project/push-outcome.js'
import type { Git } from '../tools/git.js'
import { remoteCommit } from '../tools/remote-branch.js'

/** One exact commit for one branch of one remote. */
export interface PushInput {
  readonly remote: string
  readonly branch: string
  readonly commit: string
  /** Lightweight tag for the commit that was live before, pushed along; null for none. */
  readonly liveTag: { readonly name: string; readonly commit: string } | null
}

/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. What counts is what the remote holds afterwards, not
 * git's exit code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`.
 */
export async function pushCommit(git: Git, input: PushInput): Promise<void> {
  const { remote, branch, commit } = input
  const result = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`)
  // Asked even where the run is being stopped: what has arrived must not be reported as not pushed.
  const asked = { run: (...args: string[]) => git.finish(...args) }
  if ((await remoteCommit(asked, remote, branch)) !== commit) {
    const text = `${result.stdout}\n${result.stderr}`
    const refusal = explainPush(text)
    throw new UpgradeError(refusal.code, {
      message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
      unchanged: `The branch on ${remote} and the environment are as they were; the commit ${commit.slice(0, 12)} stays in the local repository.`,
      next: refusal.next,
      details: text.trim()
    })
  }
  if (input.liveTag)
    await git.run('push', '--porcelain', remote, `${input.liveTag.commit}:refs/tags/${input.liveTag.name}`)
}
