import { currentBranch } from '../tools/git/head.js'
import type { Problem } from '../errors.js'
import { keepLock, renewSecondsOf } from './keep-lock.js'
import { lockNote } from '../steps/lock/lock-note.js'
import { takeLock, type Lock } from '../steps/lock/take-lock.js'
import type { Run } from './run.js'
import { createClock } from '../tools/clock.js'
import { files } from '../tools/files.js'
import { createGit, type Git } from '../tools/git/git.js'
import { createRunCommand } from '../tools/process/run-command.js'
import type { RunCommand } from '../tools/process/command.js'
import { isProcessGone, currentHost } from '../tools/host.js'

/** The developer's checkout and the upgrade's target, before anything else is opened. */
export interface OwnCheckout {
  readonly git: Git
  readonly branch: string
  readonly environment: string
}

/**
 * Runs `task` while holding the lock of the environment, and releases it however the task ends. Only a run that pushes
 * needs it; without a checkout with that remote, `task` gets null and reports the problem itself. The lock is renewed
 * meanwhile; if it is lost, everything that `task` started is stopped. Throws UpgradeError `busy` that names the holder
 * or says that the lock was lost, and `retry-later` if it could not be renewed in time.
 */
export async function withLock<T>(
  thisRun: Run,
  task: (thisRun: Run, checkout: OwnCheckout | null) => Promise<T>
): Promise<T> {
  const { options, facts } = thisRun
  const checkout = options.push && !options.dryRun ? await ownCheckout(thisRun) : null
  if (checkout === null) return task(thisRun, null)
  const lock = await take(thisRun, checkout)
  if (lock !== null) return whileHeld(thisRun, lock, (held) => task(held, checkout))
  facts.warnings = [...facts.warnings, withoutLock(options.remote)]
  return task(thisRun, checkout)
}

// A remote that accepts a connection and stays silent must not block taking or renewing the lock.
const gitSeconds = 60

function take({ options, context, ledger }: Run, { git, environment }: OwnCheckout): Promise<Lock | null> {
  const { remote, lockMinutes } = options
  const run = createRunCommand(context.signal, context.redact)
  const bounded: RunCommand = (argv, given) => run(argv, { timeoutSeconds: gitSeconds, ...given })
  const lockGit = createGit(bounded, context.environment, git.folder)
  const note = {
    ...lockNote(context.environment, currentHost(), new Date(), crypto.randomUUID()),
    renewSeconds: renewSecondsOf(lockMinutes)
  }
  const onWatch = (seconds: number): void => {
    context.logger.info(
      `There is a lock with an expired or wrong time; watching for ${Math.round(seconds)} seconds whether its holder is alive.`
    )
  }
  const clock = createClock(context.signal)
  return takeLock(lockGit, {
    remote,
    environment,
    note,
    staleAfterMinutes: lockMinutes,
    isProcessGone,
    clock,
    onWatch,
    ledger
  })
}

async function whileHeld<T>(thisRun: Run, lock: Lock, task: (held: Run) => Promise<T>): Promise<T> {
  const { options, context } = thisRun
  const { lockMinutes: minutes, remote } = options
  const kept = keepLock(lock, { minutes, renewSeconds: renewSecondsOf(minutes) })
  const signal = AbortSignal.any([context.signal, kept.signal])
  try {
    return await task({ ...thisRun, context: { ...context, signal }, confirmLock: () => kept.confirm() })
  } catch (error) {
    // The error of a stopped step is a consequence of the lost lock. A stop by the user is reported as such.
    throw kept.signal.aborted && !context.signal.aborted ? kept.signal.reason : error
  } finally {
    await kept.stop()
    if (!(await lock.release()) && !kept.signal.aborted)
      context.logger.warn(`The lock was not removed. Remove it: git push ${remote} --delete ${lock.ref}`)
  }
}

async function ownCheckout({ options, context }: Run): Promise<OwnCheckout | null> {
  const folder = files.resolve(options.workingDirectory)
  if (!(await files.exists(folder))) return null
  const git = createGit(createRunCommand(context.signal, context.redact), context.environment, folder)
  if ((await git.run('remote', 'get-url', options.remote)).exitCode !== 0) return null
  const branch = options.branch || (await currentBranch(git))
  const environment = options.environment || branch
  return environment === '' ? null : { git, branch, environment }
}

function withoutLock(remote: string): Problem {
  return {
    id: 'no-lock',
    severity: 'warning',
    message: `The remote ${remote} did not accept a lock, so a concurrent run on the same environment would not be noticed.`,
    fix: 'Make sure that only one run works on an environment at a time, for example with a concurrency group.'
  }
}
