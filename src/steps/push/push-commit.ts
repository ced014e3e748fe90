import { UpgradeError } from '../../errors.js'
import { explainPush } from './push-outcome.js'
import type { CommandResult } from '../../tools/process/command.js'
import type { Git } from '../../tools/git/git.js'
import { askRemoteBranch, type RemoteBranch } from '../../tools/git/remote-branch.js'

/** One exact commit for one branch of one remote. */
export interface PushInput {
  readonly remote: string
  readonly branch: string
  readonly commit: string
  /** Lightweight tag for the commit that was live before, pushed along; null for none. */
  readonly liveTag: { readonly name: string; readonly commit: string } | null
  /** Whether the branch is that of a pull request, so that nobody is told to open one. */
  readonly pullRequest?: boolean
}

/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. What counts is what the remote holds afterwards, not
 * git's exit code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`; where the remote does not say
 * what it holds, its own word during the push counts, and without one the outcome is told as unknown.
 */
export async function pushCommit(git: Git, input: PushInput): Promise<void> {
  const { remote, branch, commit } = input
  const pushed = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`)
  // Asked even where the run is being stopped: what has arrived must not be reported as not pushed.
  const answer = await askRemoteBranch({ run: (...args) => git.finish(...args) }, remote, branch)
  const arrived = answer.answered ? answer.commit === commit : isAcknowledged(pushed, branch)
  if (!arrived) throw failure(input, pushed, answer)
  if (input.liveTag)
    await git.run('push', '--porcelain', remote, `${input.liveTag.commit}:refs/tags/${input.liveTag.name}`)
}

/** The remote's own word for this very branch: a line of `--porcelain` that begins with a blank, `*` or `=`. */
function isAcknowledged({ exitCode, stdout }: CommandResult, branch: string): boolean {
  return (
    exitCode === 0 &&
    stdout.split('\n').some((line) => /^[ *=]\t/.test(line) && line.includes(`:refs/heads/${branch}\t`))
  )
}

function failure(input: PushInput, { stdout, stderr }: CommandResult, answer: RemoteBranch): UpgradeError {
  const { remote, branch, commit } = input
  const text = `${stdout}\n${stderr}`.trim()
  const refusal = explainPush(text, { pullRequest: input.pullRequest ?? false })
  // A refusal is an answer; a way that broke down, and a remote that is silent since, leave it open.
  if (!answer.answered && refusal.code === 'retry-later' && !neverSent.test(text)) {
    return new UpgradeError('retry-later', {
      message: `Whether the commit reached ${branch} on ${remote} is not known: the connection broke down, and ${remote} does not answer.`,
      unchanged: `The commit ${commit.slice(0, 12)} stays in the local repository; ${branch} on ${remote} is as it was, or holds it.`,
      next: 'Run the same command again when the remote answers: it looks first, and goes on from what it finds.',
      details: text
    })
  }
  return new UpgradeError(refusal.code, {
    message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
    unchanged: `The branch on ${remote} and the environment are as they were; the commit ${commit.slice(0, 12)} stays in the local repository.`,
    next: refusal.next,
    details: text
  })
}

// Before a connection stands, nothing can have arrived.
const neverSent =
  /could not resolve|connection refused|failed to connect|couldn't connect|no route to host|network is unreachable/i
