import { redactedLastLine } from '../../secrets/redact-evidence.js'
import { currentBranch } from '../../tools/git/head.js'
import type { Problem } from '../../errors.js'
import { findCaseClashes } from './case-clashes.js'
import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import { askRemoteBranch } from '../../tools/git/remote-branch.js'
import { unsafeChanges } from './unsafe-changes.js'

/** What the git checks look at. */
export interface GitCheckInput {
  /** The branch input; empty for the branch that is checked out. */
  readonly branch: string
  readonly remote: string
  readonly push: boolean
  readonly dirty: 'fail' | 'stash' | 'branch'
}

/** Problems of the checkout: uncommitted changes, detached HEAD, operations in progress, a branch that moved. */
export async function checkGit(
  { git, files }: { readonly git: Git; readonly files: Files },
  input: GitCheckInput
): Promise<readonly Problem[]> {
  const checks = [
    checkWorkTree({ git, files }, input),
    checkCase(git),
    checkHead(git, input),
    checkOperation(git, files),
    checkRemote(git, input),
    checkShallow(git)
  ]
  return (await Promise.all(checks)).flat()
}

async function checkWorkTree(
  tools: { readonly git: Git; readonly files: Files },
  { dirty }: GitCheckInput
): Promise<Problem[]> {
  const entries = await uncommitted(tools.git)
  if (dirty === 'branch') return (await unsafeChanges(tools, entries)).map(unsafe)
  if (entries.length === 0 || dirty !== 'fail') return []
  const listed = entries.slice(0, 20).map(({ status, path }) => `${status.trim()} ${path}`)
  const more = entries.length > listed.length ? ` and ${entries.length - listed.length} more` : ''
  return [
    error(
      'git-dirty',
      `The work tree has uncommitted changes: ${listed.join(', ')}${more}.`,
      'Commit or remove them, or set dirty: stash or dirty: branch.'
    )
  ]
}

function unsafe({ path, reason }: { readonly path: string; readonly reason: string }): Problem {
  return error(
    'git-dirty-secret',
    `dirty: branch would commit ${path}, which ${reason}.`,
    'Move it out of the work tree, or ignore it in .gitignore.'
  )
}

/**
 * Changes that a run must not lose. A new auth.json does not count: it has keys and goes into no commit, stash or
 * branch.
 */
export async function uncommitted(git: Git): Promise<Awaited<ReturnType<Git['status']>>> {
  const entries = await git.status()
  return entries.filter(({ status, path }) => status !== '??' || !/(^|\/)auth\.json$/.test(path))
}

async function checkHead(git: Git, { branch }: GitCheckInput): Promise<Problem[]> {
  // A branch that was named is the remote's, regardless of what is checked out.
  if (branch !== '' || (await currentBranch(git)) !== '') return []
  return [
    error(
      'git-detached',
      'HEAD is detached, so there is no branch to push to.',
      'Set the branch input, or check out a branch.'
    )
  ]
}

const operations = {
  MERGE_HEAD: 'A merge',
  CHERRY_PICK_HEAD: 'A cherry-pick',
  REVERT_HEAD: 'A revert',
  'rebase-merge': 'A rebase',
  'rebase-apply': 'A rebase'
}

async function checkOperation(git: Git, files: Files): Promise<Problem[]> {
  const found = Object.entries(operations).map(async ([name, words]) => {
    const path = (await git.read('rev-parse', '--path-format=absolute', '--git-path', name)).trim()
    return (await files.exists(path))
      ? [error('git-operation', `${words} is in progress.`, 'Finish or abort it first.')]
      : []
  })
  return (await Promise.all(found)).flat()
}

async function checkRemote(git: Git, { branch, remote, push }: GitCheckInput): Promise<Problem[]> {
  // The run already started from the remote's own tip.
  if (!push || branch !== '') return []
  if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
    return [error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.')]
  const name = await currentBranch(git)
  const answer = await askRemoteBranch(git, remote, name)
  if (!answer.answered) {
    return [
      error(
        'git-remote',
        `The remote ${remote} does not answer: ${redactedLastLine(answer.text)}`,
        'Check the credentials of the remote.'
      )
    ]
  }
  const { commit } = answer
  if (commit === null || (await git.run('merge-base', '--is-ancestor', commit, 'HEAD')).exitCode === 0) return []
  return [
    error(
      'git-behind',
      `${name} on ${remote} has commits that are not in the checkout.`,
      `Run git pull --ff-only ${remote} ${name}.`
    )
  ]
}

/**
 * A git with `core.ignorecase` treats `App/etc` and `app/etc` as the same and would commit marshaled files under the
 * tracked name; so would a file system. Names are compared in one Unicode form, because macOS changes it.
 */
async function checkCase(git: Git): Promise<Problem[]> {
  if ((await git.run('config', '--type=bool', '--get', 'core.ignorecase')).stdout.trim() !== 'true') return []
  const tracked = (await git.read('ls-tree', '-r', '-z', '--full-tree', '--name-only', 'HEAD')).split('\0')
  const clashes = findCaseClashes(tracked)
  if (clashes.length === 0) return []
  const listed = clashes.slice(0, 20).map(([one, other]) => `${one} and ${other}`)
  return [
    error(
      'git-case',
      `core.ignorecase is true, and these names differ only in case: ${listed.join(', ')}.`,
      'Rename them with git mv to the name that Magento uses, or set core.ignorecase to false if the file system is case-sensitive.'
    )
  ]
}

async function checkShallow(git: Git): Promise<Problem[]> {
  const shallow = (await git.read('rev-parse', '--is-shallow-repository')).trim() === 'true'
  if (!shallow) return []
  return [
    {
      id: 'git-shallow',
      severity: 'warning',
      message: 'The clone is shallow: enough for the upgrade, but a Cloud remote may refuse a push from it.',
      fix: 'Set fetch-depth: 0 for actions/checkout if you use cloud-remote.'
    }
  ]
}

function error(id: Problem['id'], message: string, fix: string): Problem {
  return { id, severity: 'error', message, fix }
}
