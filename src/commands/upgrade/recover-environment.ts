import { isFailure, UpgradeError } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import { verifyRunning, waitFor } from './follow-deployment.js'
import { upgradeTrailers } from './pending-commit.js'
import type { CloudSession } from '../../run/cloud-session.js'
import { planRecovery } from './plan-recovery.js'
import type { Recovery } from '../../report/report.js'
import { newRunState } from '../../run/run-state.js'
import { syncCheckout } from './sync-checkout.js'
import { pushCommit } from '../../steps/push/push-commit.js'
import { remoteCommit } from '../../tools/git/remote-branch.js'
import { revertCommit } from '../../steps/recover/revert-commit.js'
import type { Run } from '../../run/run.js'
import { createStepTimer } from '../../run/step-timer.js'
import { files } from '../../tools/files.js'
import { createGit, type Git } from '../../tools/git/git.js'
import { createRunCommand } from '../../tools/process/run-command.js'
import { withWorkTree } from '../../tools/git/work-tree.js'

/** Whether `recover: revert` applies to a failure: its outcome is known, and the environment is unhealthy. */
export function isRecoverable({ options, facts }: Run, error: unknown): error is UpgradeError {
  if (options.recover !== 'revert' || !(error instanceof UpgradeError)) return false
  if (error.code === 'deploy-failed') return facts.deployment?.verdict === 'failed'
  return error.code === 'unhealthy' || error.code === 'wrong-version'
}

/**
 * Reverts the upgrade by a new commit, which is pushed, waited for and verified like the upgrade. No history is
 * rewritten, and no data is touched. Returns the error that the run ends with: `reverted`, or `recovery-failed`.
 */
export async function recoverEnvironment(
  thisRun: Run,
  platform: CloudSession,
  commit: string,
  cause: UpgradeError
): Promise<UpgradeError> {
  const { options, context, facts } = thisRun
  const git = createGit(
    createRunCommand(context.signal, context.redact),
    context.environment,
    files.resolve(options.workingDirectory)
  )
  const trailers = await upgradeTrailers(git, commit)
  if (trailers === null) {
    context.logger.warn(`Commit ${commit.slice(0, 12)} is not an upgrade by this program, so it is not reverted.`)
    return cause
  }
  const recovery = await planRecovery(thisRun, platform, commit, trailers)
  facts.recovery = recovery
  try {
    await thisRun.stepTimer.step(
      'recover',
      () => revert(thisRun, platform, git, recovery),
      () => `${recovery.commit?.slice(0, 12) ?? ''} reverts ${commit.slice(0, 12)}`
    )
    recovery.outcome = 'reverted'
    recovery.reason = cause.message
    return reverted(cause, recovery)
  } catch (error) {
    if (!isFailure(error)) throw error
    recovery.outcome = recovery.commit === null ? 'refused' : 'failed'
    recovery.reason = error.message
    return recoveryFailed(cause, error, recovery)
  }
}

async function revert(thisRun: Run, platform: CloudSession, git: Git, recovery: Recovery): Promise<void> {
  const { options, facts } = thisRun
  const branch = facts.branch ?? ''
  await expectHead(git, options.remote, branch, recovery.revertedCommit)
  const commit = await makeRevert(thisRun.ledger, git, {
    remote: options.remote,
    branch,
    commit: recovery.revertedCommit
  })
  await thisRun.confirmLock()
  const { ledger } = thisRun
  await pushCommit(git, { remote: options.remote, branch, commit, liveTag: null, ledger })
  recovery.commit = commit
  if (options.cloudRemote !== '') {
    const cloudGit = git.withSsh(await platform.gitSsh())
    await pushCommit(cloudGit, { remote: options.cloudRemote, branch, commit, liveTag: null, ledger })
  }
  facts.warnings = [...facts.warnings, ...(await syncCheckout(thisRun, { git, branch }, commit))]
  // The same steps as for the upgrade, with a report of their own.
  const own: Run = {
    ...thisRun,
    facts: newRunState({ environment: facts.environment, branch }),
    stepTimer: createStepTimer(() => undefined)
  }
  try {
    await waitFor(own, platform, commit)
    if (options.verify) await verifyRunning(own, platform, recovery.version)
  } finally {
    recovery.deployment = own.facts.deployment
    recovery.verification = own.facts.verification
  }
}

// Commits of others on top must not be reverted.
async function expectHead(git: Git, remote: string, branch: string, commit: string): Promise<void> {
  const there = await remoteCommit(git, remote, branch)
  if (there === commit) return
  throw new UpgradeError('recovery-failed', {
    message: `${branch} on ${remote} ${there === null ? 'does not answer' : `is at ${there.slice(0, 12)} by now`}, so the upgrade was not reverted.`,
    next: `On the current branch: git revert ${commit}`
  })
}

async function makeRevert(
  ledger: Ledger,
  git: Git,
  { remote, branch, commit }: { readonly remote: string; readonly branch: string; readonly commit: string }
): Promise<string> {
  const shallow = (await git.read('rev-parse', '--is-shallow-repository')).trim() === 'true'
  if (shallow) await git.run('fetch', '--quiet', '--no-tags', '--deepen=1', remote, `refs/heads/${branch}`)
  const root = (await git.read('rev-parse', '--show-toplevel')).trim()
  return withWorkTree(git.in(root), commit, (scratch) => revertCommit({ git: scratch, ledger }, commit))
}

function reverted(cause: UpgradeError, { commit, version, databaseAhead: ahead }: Recovery): UpgradeError {
  const data = ahead === 'no' ? '' : ' The database was not restored: the warnings have the commands for that.'
  const done = `The upgrade was reverted by commit ${commit?.slice(0, 12) ?? ''}: ${version} runs again.`
  return new UpgradeError('reverted', {
    message: `${done} ${cause.message}${data}`,
    summary: `${done} ${cause.summary}${data}`,
    next: cause.next,
    problems: cause.problems,
    ...(cause.details !== undefined && { details: cause.details })
  })
}

function recoveryFailed(cause: UpgradeError, error: UpgradeError, { commit, dataCommands }: Recovery): UpgradeError {
  const how = `The upgrade failed, and ${commit === null ? 'it was not reverted' : 'the revert failed as well'}.`
  return new UpgradeError('recovery-failed', {
    message: `${how} ${cause.message} Then: ${error.message}`,
    summary: `${how} ${cause.summary} Then: ${error.message}`,
    next: `${error.next} To restore the data: ${dataCommands.join(' ; ')}`,
    problems: [...cause.problems, ...error.problems],
    ...(error.details !== undefined && { details: error.details })
  })
}
