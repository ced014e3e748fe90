import { currentBranch } from './head.js'
import type { Problem } from '../../errors.js'
import { fetchBranch, askRemoteBranch } from './remote-branch.js'
import type { Git } from './git.js'

/** Which branch is upgraded, and from which commit. */
export interface StartInput {
  /** Empty for the checked-out branch. */
  readonly branch: string
  readonly remote: string
  /** Whether the run is going to push. */
  readonly pushes: boolean
  /** Commit that the branch must be at, such as the labelled one; null for any. */
  readonly expectedTip: string | null
}

/** The start of an upgrade. */
export interface Start {
  /** Empty if HEAD is detached and no branch was named. */
  readonly branch: string
  readonly base: string
  readonly warnings: readonly Problem[]
}

/**
 * Finds the commit that an upgrade starts from: the remote's tip of the named branch, whatever is checked out; HEAD if
 * no branch was named. Returns the problem if the remote's tip cannot be fetched.
 */
export async function findStart(git: Git, input: StartInput): Promise<Start | Problem> {
  const { branch, remote, expectedTip } = input
  if (branch === '') {
    const head = await currentBranch(git)
    return { branch: head, base: (await git.read('rev-parse', 'HEAD')).trim(), warnings: [] }
  }
  const noBranch = error('git-no-branch', `There is no branch ${branch} on ${remote}.`, 'Correct the branch input.')
  if ((await git.run('check-ref-format', `refs/heads/${branch}`)).exitCode !== 0) return noBranch
  const answer = await askRemoteBranch(git, remote, branch)
  if (!answer.answered) return (await lastSeen(git, input)) ?? (await silent(git, remote, answer.text))
  if (answer.commit === null) return noBranch
  if (expectedTip !== null && answer.commit !== expectedTip) return moved(input, answer.commit)
  const base = (await isHere(git, answer.commit)) ? answer.commit : await fetchBranch(git, remote, branch)
  // The branch may have moved between the two calls.
  if (expectedTip !== null && base !== expectedTip) return moved(input, base)
  return { branch, base, warnings: await ownCommits(git, input, base) }
}

async function isHere(git: Git, commit: string): Promise<boolean> {
  return (await git.run('cat-file', '-e', `${commit}^{commit}`)).exitCode === 0
}

/** Without a push, the clone's remote-tracking branch is enough. */
async function lastSeen(git: Git, { branch, remote, pushes, expectedTip }: StartInput): Promise<Start | null> {
  if (pushes) return null
  const remembered = expectedTip ?? `refs/remotes/${remote}/${branch}`
  const found = await git.run('rev-parse', '--quiet', '--verify', `${remembered}^{commit}`)
  if (found.exitCode !== 0) return null
  const message = `The remote ${remote} does not answer; using ${branch} as last fetched.`
  const fix = 'Nothing is pushed from it. To use the newest commit, give git the credentials of the remote.'
  return { branch, base: found.stdout.trim(), warnings: [{ id: 'git-remote', severity: 'warning', message, fix }] }
}

async function silent(git: Git, remote: string, text: string): Promise<Problem> {
  if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
    return error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.')
  const last = text.split('\n').at(-1) ?? ''
  return error('git-remote', `The remote ${remote} does not answer: ${last}`, 'Check the credentials of the remote.')
}

function moved({ branch, remote, expectedTip }: StartInput, tip: string): Problem {
  return error(
    'git-moved',
    `${branch} on ${remote} is at ${tip.slice(0, 12)} by now, but this run is for ${(expectedTip ?? '').slice(0, 12)}.`,
    'Check the newer commits, then start a new run for them (remove the label from the pull request and add it again).'
  )
}

async function ownCommits(git: Git, { branch, remote }: StartInput, base: string): Promise<readonly Problem[]> {
  const ours = (await git.run('rev-parse', '--quiet', '--verify', `refs/heads/${branch}^{commit}`)).stdout.trim()
  if (ours === '' || ours === base) return []
  if ((await git.run('merge-base', '--is-ancestor', ours, base)).exitCode === 0) return []
  const message = `${branch} has commits here that are not on ${remote}: the upgrade starts from ${remote} without them.`
  const fix = `Push them first, or omit the branch option to start from what is checked out.`
  return [{ id: 'git-ahead', severity: 'warning', message, fix }]
}

function error(id: Problem['id'], message: string, fix: string): Problem {
  return { id, severity: 'error', message, fix }
}
