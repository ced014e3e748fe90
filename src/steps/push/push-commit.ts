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
  /** Lightweight tag for the commit that was live before, pushed as well; null for none. */
  readonly liveTag: { readonly name: string; readonly commit: string } | null
  readonly ledger: Ledger
  /** Whether the branch is that of a pull request, so that the advice is not to open one. */
  readonly pullRequest?: boolean
}

/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. The state of the remote afterwards counts, not git's exit
 * code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`. If the remote does not report its state,
 * its answer during the push counts; without one the outcome is reported as unknown.
 */
export async function pushCommit(git: Git, input: PushInput): Promise<void> {
  const { remote, branch, commit, ledger } = input
  const settle = intendPush(ledger, input)
  const pushed = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`)
  // Asked even if the run is being stopped: a commit that has arrived must not be reported as not pushed.
  const answer = await askRemoteBranch({ run: (...args) => git.finish(...args) }, remote, branch)
  settle(pushed, answer)
  const arrived = answer.answered ? answer.commit === commit : isAcknowledged(pushed, branch)
  if (!arrived) throw failure(input, pushed, answer)
  if (input.liveTag === null) return
  const { name, commit: tagged } = input.liveTag
  const settleTag = intendTag(ledger, name, remote)
  settleTag(await git.run('push', '--porcelain', remote, `${tagged}:refs/tags/${name}`))
}

/** The remote's own answer for this branch: a line of `--porcelain` that starts with a blank, `*` or `=`. */
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
  // A refusal is an answer. If the connection broke down and the remote has been silent since, the outcome is open.
  if (!answer.answered && refusal.code === 'retry-later' && wasSent(pushed)) {
    return new UpgradeError('retry-later', {
      message: `It is not known whether the commit reached ${branch} on ${remote}: the connection broke down, and ${remote} does not answer.`,
      next: 'Run the same command again when the remote answers: it checks the branch first and continues from there.',
      details: text
    })
  }
  return new UpgradeError(refusal.code, {
    message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
    next: refusal.next,
    details: text
  })
}
