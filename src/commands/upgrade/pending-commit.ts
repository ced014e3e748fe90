import type { Ledger } from '../../ledger.js'
import type { ProjectSession } from '../../run/project-session.js'
import { isBackedUp, parseUpgradeTrailers, type UpgradeTrailers } from '../../steps/commit/trailers.js'
import type { Planned } from '../../steps/plan/plan-upgrade.js'
import { remoteCommit } from '../../tools/git/remote-branch.js'
import { syncCheckout } from './sync-checkout.js'
import type { Run } from '../../run/run.js'
import { wantedBackup } from '../../run/wanted-backup.js'
import { noteRef } from '../../tools/git/note-ref.js'
import type { Git } from '../../tools/git/git.js'
import type { OwnCheckout } from '../../run/with-lock.js'

/** Keeps the commit in a ref, so that it need not be made again if the run stops before the push. */
export async function savePendingCommit(
  ledger: Ledger,
  { git, environment }: ProjectSession,
  commit: string
): Promise<void> {
  const ref = madeRef(environment)
  await noteRef(ledger, git, ref, () => git.finish('update-ref', ref, commit))
}

/** Removes that ref once the branch points to the commit. */
export async function clearPendingCommit(
  ledger: Ledger,
  { git, branch, environment }: ProjectSession,
  commit: string
): Promise<void> {
  const ref = madeRef(environment)
  if ((await commitOf(git, `refs/heads/${branch}`)) === commit)
    await noteRef(ledger, git, ref, () => git.finish('update-ref', '-d', ref))
}

/**
 * The commit that an earlier run made for the same plan and did not push, or null. It has the same parent, the same
 * lock, and a sufficient, recent backup of this environment.
 */
export async function findPendingCommit(
  { options }: Run,
  { git, base, environment }: ProjectSession,
  { plan, files }: Planned
): Promise<string | null> {
  const commit = await madeCommit(git, environment)
  if (commit === null || (await commitOf(git, `${commit}^`)) !== base) return null
  const trailers = await upgradeTrailers(git, commit)
  if (trailers?.from !== plan.fromVersion || trailers.to !== plan.toVersion) return null
  const [json, lock] = await Promise.all([
    git.run('show', `${commit}:./composer.json`),
    git.run('show', `${commit}:./composer.lock`)
  ])
  if (json.stdout !== files.composerJson || lock.stdout !== files.composerLock) return null
  const wanted = { backup: wantedBackup(options), backupProof: options.backupProof }
  return isBackedUp(trailers, wanted) && (await isYoung(git, commit, options.backupReuseMinutes)) ? commit : null
}

/** Whether an earlier run made `commit` for this environment, with a backup that is still good for its push. */
export async function isPendingHere(
  { options }: Run,
  { git, environment }: ProjectSession,
  commit: string
): Promise<boolean> {
  if ((await madeCommit(git, environment)) !== commit) return false
  const trailers = await upgradeTrailers(git, commit)
  return trailers !== null && isBackedUp(trailers, options) && (await isYoung(git, commit, options.backupReuseMinutes))
}

/** The facts of the upgrade in a commit; null if it is no upgrade, or not in this repository. */
export async function upgradeTrailers(git: Git, commit: string): Promise<UpgradeTrailers | null> {
  const { exitCode, stdout } = await git.run('log', '-1', '--format=%B', commit, '--')
  return exitCode === 0 ? parseUpgradeTrailers(stdout) : null
}

/** Moves the checkout to a commit that an earlier run pushed, if that run was stopped before it did so. */
export async function fastForward(thisRun: Run, { git, branch, environment }: OwnCheckout): Promise<void> {
  const { facts, options } = thisRun
  const commit = await madeCommit(git, environment)
  const ours = await commitOf(git, `refs/heads/${branch}`)
  if (commit === null || ours === null || ours !== (await commitOf(git, `${commit}^`))) return
  if ((await remoteCommit(git, options.remote, branch)) !== commit) return
  facts.warnings = [...facts.warnings, ...(await syncCheckout(thisRun, { git, branch }, commit))]
  // The branch is not checked out anywhere; git refuses anything but a fast-forward.
  if ((await commitOf(git, `refs/heads/${branch}`)) === ours)
    await noteRef(thisRun.ledger, git, `refs/heads/${branch}`, () =>
      git.run('fetch', '--quiet', '.', `${madeRef(environment)}:refs/heads/${branch}`)
    )
}

function madeRef(environment: string): string {
  return `refs/magento-cloud-upgrade/made/${encodeURIComponent(environment)}`
}

function madeCommit(git: Git, environment: string): Promise<string | null> {
  return commitOf(git, madeRef(environment))
}

async function commitOf(git: Git, name: string): Promise<string | null> {
  const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${name}^{commit}`)
  return exitCode === 0 ? stdout.trim() : null
}

// The shop's data changes, so an older backup is replaced by a new one.
async function isYoung(git: Git, commit: string, minutes: number): Promise<boolean> {
  const seconds = Number((await git.run('log', '-1', '--format=%ct', commit, '--')).stdout)
  return Date.now() / 1000 - seconds < minutes * 60
}
