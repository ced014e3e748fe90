import type { Entry, Ledger } from '../../ledger.js'
import type { RemoteBranch } from '../../tools/git/remote-branch.js'
import type { CommandResult } from '../../tools/process/command.js'

/** What is pushed, and where to. */
interface PushedCommit {
  readonly remote: string
  readonly branch: string
  readonly commit: string
  readonly pullRequest?: boolean
}

/** Sets the outcome of a push, once the remote has been asked. */
type SettlePush = (pushed: CommandResult, answer: RemoteBranch) => void

/** The deployment that a push starts; whoever follows it sets its outcome. */
export function intendDeployment(ledger: Ledger, commit: string): Entry {
  return ledger.intend('deployment', `the commit ${commit.slice(0, 12)} was deployed`)
}

/** Records the effects of a push before it starts. The deployment is unknown until then, unless nothing has arrived. */
export function intendPush(ledger: Ledger, { remote, branch, commit, pullRequest = false }: PushedCommit): SettlePush {
  const kind = pullRequest ? 'pull-request-branch' : 'branch'
  const branchEffect = ledger.intend(kind, `the commit ${commit.slice(0, 12)} was pushed to ${branch} on ${remote}`)
  const deployment = pullRequest ? null : intendDeployment(ledger, commit)
  return (pushed, answer) => {
    const outcome = outcomeOf(pushed, answer, { commit, ref: `refs/heads/${branch}` })
    branchEffect[outcome]()
    if (outcome === 'undone' && deployment?.isNew === true) deployment.undone()
  }
}

/** Records the effect of pushing a tag. */
export function intendTag(ledger: Ledger, name: string, remote: string): (pushed: CommandResult) => void {
  const effect = ledger.intend('remote-tag', `the tag ${name} was pushed to ${remote}`)
  return (pushed) => {
    const word = wordOf(pushed, `refs/tags/${name}`)
    if (word === 'taken') effect.done()
    else if (word !== null || !wasSent(pushed)) effect.undone()
    else effect.unknown()
  }
}

function outcomeOf(
  pushed: CommandResult,
  answer: RemoteBranch,
  { commit, ref }: { readonly commit: string; readonly ref: string }
): 'done' | 'undone' | 'unknown' {
  const word = wordOf(pushed, ref)
  if (word === 'same' || word === 'refused' || !wasSent(pushed)) return 'undone'
  if (answer.answered && answer.commit === commit) return 'done'
  // A ref that was accepted but has since disappeared was moved by somebody else.
  if (word === 'taken') return answer.answered ? 'unknown' : 'done'
  return answer.answered && !wasStopped(pushed) ? 'undone' : 'unknown'
}

/** The remote's own answer for a ref: a line of `--porcelain`. An acceptance counts only if git succeeded. */
function wordOf({ stdout, exitCode }: CommandResult, ref: string): 'taken' | 'same' | 'refused' | null {
  const line = stdout.split('\n').find((each) => /^[ *+=!-]\t/.test(each) && each.includes(`:${ref}\t`))
  if (line === undefined) return null
  if (line.startsWith('=')) return 'same'
  if (line.startsWith('!')) return 'refused'
  return exitCode === 0 ? 'taken' : null
}

// Without a connection nothing can have arrived.
const neverSent =
  /could not resolve|connection refused|failed to connect|couldn't connect|no route to host|network is unreachable|stopped before it started/i

/** Whether anything of a push can have reached the remote. */
export function wasSent({ stderr, stdout }: CommandResult): boolean {
  return !neverSent.test(`${stdout}\n${stderr}`)
}

// The remote may go on with the data that it has received.
function wasStopped({ exitCode, timedOut }: CommandResult): boolean {
  return timedOut || exitCode >= 129
}
