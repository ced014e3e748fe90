import { currentBranch } from '../../tools/git/head.js'
import type { Problem } from '../../errors.js'
import type { Entry, Ledger } from '../../ledger.js'
import type { CommandResult } from '../../tools/process/command.js'
import type { ProjectSession } from '../../run/project-session.js'
import { uncommitted } from '../../steps/preflight/check-git.js'
import { unsafeChanges } from '../../steps/preflight/unsafe-changes.js'
import type { Run } from '../../run/run.js'
import { files } from '../../tools/files.js'

/**
 * Fast-forwards the developer's checkout to the new commit, once the commit is published. Uncommitted changes are
 * stashed and restored (`dirty: stash`), or saved on a separate branch (`dirty: branch`). A refusal of git is only a
 * warning: the upgrade itself is done.
 */
export async function syncCheckout(
  { options, ledger }: Run,
  project: Pick<ProjectSession, 'git' | 'branch'>,
  commit: string
): Promise<readonly Problem[]> {
  const { git, branch } = project
  const current = await currentBranch(git)
  if (current !== branch) return []
  const dirty = (await uncommitted(git)).length > 0
  if (dirty && options.dirty === 'fail')
    return [
      warning(
        'The work tree changed during the run, so it was not updated to the new commit.',
        'Run git pull --ff-only.'
      )
    ]
  const saved = `magento-cloud-upgrade/saved-${commit.slice(0, 12)}`
  const aside = dirty ? ledger.intend('stash', 'uncommitted changes were put into the stash') : null
  if (dirty) await putAside(git, saved, options.dirty === 'branch')
  aside?.done()
  const moved = ledger.intend('checkout', `the checkout was updated to ${commit.slice(0, 12)}`)
  const merged = await git.finish('merge', '--quiet', '--ff-only', commit)
  settle(moved, merged, await headOf(git), commit)
  const problems =
    merged.exitCode === 0
      ? []
      : [warning('The checkout could not be updated to the new commit.', 'Run git pull --ff-only.')]
  if (aside === null) return problems
  const brought = options.dirty === 'branch' ? keepOnBranch(ledger, project, saved, aside) : bringBack(project, aside)
  return [...problems, ...(await brought)]
}

async function headOf(git: ProjectSession['git']): Promise<string | null> {
  const { exitCode, stdout } = await git.finish('rev-parse', '--quiet', '--verify', 'HEAD')
  return exitCode === 0 ? stdout.trim() : null
}

// If git was killed, some files may have moved.
function settle(moved: Entry, { exitCode }: CommandResult, head: string | null, commit: string): void {
  if (head === commit) moved.done()
  else if (exitCode > 0 && exitCode < 129 && head !== null) moved.undone()
  else moved.unknown()
}

// Keys and dumps must not enter git's history: a new auth.json stays where it is, and so do files that appeared
// meanwhile.
async function putAside(git: ProjectSession['git'], message: string, forGood: boolean): Promise<void> {
  const unsafe = forGood ? await unsafeChanges({ git, files }, await git.status()) : []
  const paths = [':/', ':(top,exclude,glob)**/auth.json', ...unsafe.map(({ path }) => `:(top,exclude,literal)${path}`)]
  await git.read('stash', 'push', '--quiet', '--include-untracked', '--message', message, '--', ...paths)
}

async function bringBack({ git }: Pick<ProjectSession, 'git'>, aside: Entry): Promise<readonly Problem[]> {
  const popped = await git.finish('stash', 'pop', '--quiet')
  if (popped.exitCode === 0) {
    aside.undone()
    return []
  }
  await git.finish('reset', '--quiet', '--hard')
  await removeHalfPopped(git)
  return [
    warning(
      'Your uncommitted changes conflict with the upgraded files; they are safe in the stash.',
      'Run git stash pop and resolve the conflicts.'
    )
  ]
}

// A pop that stops at a conflict has already restored new files, and refuses to run again while they exist.
async function removeHalfPopped(git: ProjectSession['git']): Promise<void> {
  const { stdout } = await git.finish('ls-tree', '-r', '-z', '--name-only', '--full-tree', 'stash@{0}^3')
  const stashed = new Set(stdout.split('\0'))
  const entries = await git.status()
  const left = entries.filter(({ status, path }) => status === '??' && stashed.has(path))
  for (const { path } of left) await git.finish('clean', '--quiet', '--force', '--', `:(top,literal)${path}`)
}

async function keepOnBranch(
  ledger: Ledger,
  { git }: Pick<ProjectSession, 'git'>,
  branch: string,
  aside: Entry
): Promise<readonly Problem[]> {
  const kept = ledger.intend('stash', `uncommitted changes were moved to the branch ${branch}`)
  await git.finish('branch', '--force', branch, 'stash@{0}')
  await git.finish('stash', 'drop', '--quiet')
  kept.done()
  aside.undone()
  return [
    warning(
      `Your uncommitted changes are saved on the branch ${branch}.`,
      `Run git stash apply ${branch} to bring them back.`
    )
  ]
}

function warning(message: string, fix: string): Problem {
  return { id: 'checkout-settled', severity: 'warning', message, fix }
}
