import { UpgradeError } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import { intendPush, intendTag, wasSent } from './push-effects.js'
import { explainPush } from './push-outcome.js'
import type { CommandResult } from '../../tools/process/command.js'
import type { Git } from '../../tools/git/git.js'
import { askRemoteBranch, type RemoteBranch } from '../../tools/git/remote-branch.js'

/** One exact commit for one branch of one remote. */
interface PushInput {
  readonly remote: string
  readonly branch: string
  readonly commit: string
  /** Lightweight tag for the commit that was live before, pushed along; null for none. */
  readonly liveTag: { readonly name: string; readonly commit: string } | null
  readonly ledger: Ledger
  /** Whether the branch is that of a pull request, so that nobody is told to open one. */
  readonly pullRequest?: boolean
}

/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. What counts is what the remote holds afterwards, not
 * git's exit code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`; where the remote does not say
 * what it holds, its own word during the push counts, and without one the outcome is told as unknown.
 */
export async function pushCommit(git: Git, input: PushInput): Promise<void> {
  const { remote, branch, commit, ledger } = input
  const settle = intendPush(ledger, input)
  const pushed = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`)
  // Asked even where the run is being stopped: what has arrived must not be reported as not pushed.
  const answer = await askRemoteBranch({ run: (...args) => git.finish(...args) }, remote, branch)
  settle(pushed, answer)
  const arrived = answer.answered ? answer.commit === commit : isAcknowledged(pushed, branch)
  if (!arrived) throw failure(input, pushed, answer)
  if (input.liveTag === null) return
  const { name, commit: tagged } = input.liveTag
  const settleTag = intendTag(ledger, name, remote)
  settleTag(await git.run('push', '--porcelain', remote, `${tagged}:refs/tags/${name}`))
}

/** The remote's own word for this very branch: a line of `--porcelain` that begins with a blank, `*` or `=`. */
function isAcknowledged({ exitCode, stdout }: CommandResult, branch: string): boolean {
  return (
    exitCode === 0 &&
    stdout.split('\n').some((line) => /^[ *=]\t/.test(line) && line.includes(`:refs/heads/${branch}\t`))
  )
}

function failure(input: PushInput, pushed: CommandResult, answer: RemoteBranch): UpgradeError {
  const { remote, branch } = input
  const text = `${pushed.stdout}\n${pushed.stderr}`.trim()
  const refusal = explainPush(text, { pullRequest: input.pullRequest ?? false })
  // A refusal is an answer; a way that broke down, and a remote that is silent since, leave it open.
  if (!answer.answered && refusal.code === 'retry-later' && wasSent(pushed)) {
    return new UpgradeError('retry-later', {
      message: `Whether the commit reached ${branch} on ${remote} is not known: the connection broke down, and ${remote} does not answer.`,
      next: 'Run the same command again when the remote answers: it looks first, and goes on from what it finds.',
      details: text
    })
  }
  return new UpgradeError(refusal.code, {
    message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
    next: refusal.next,
    details: text
  })
}
