import type { Problem } from './errors.js'
import { lockNote } from './project/run-lock.js'
import { takeLock } from './steps/take-lock.js'
import type { Telling } from './tell-story.js'
import { files } from './tools/files.js'
import { createGit, type Git } from './tools/git.js'
import { createRunCommand } from './tools/run-command.js'
import { hasEnded, thisMachine } from './tools/this-machine.js'

/** The developer's checkout and what an upgrade of it is about, before anything else is opened. */
export interface OwnCheckout {
  readonly git: Git
  readonly branch: string
  readonly environment: string
}

/**
 * Runs `task` while holding the lock of the environment, and gives it back however the task ends. Only a run that pushes
 * needs it; where there is no checkout with that remote, `task` gets null and finds out what is wrong by itself.
 * Throws UpgradeError `busy` that names the holder.
 */
export async function withLock<T>(telling: Telling, task: (checkout: OwnCheckout | null) => Promise<T>): Promise<T> {
  const { options, context, facts } = telling
  const checkout = options.push && !options.dryRun ? await ownCheckout(telling) : null
  if (checkout === null) return task(null)
  const { git, environment } = checkout
  const { remote, lockMinutes } = options
  const note = lockNote(context.environment, thisMachine(), new Date(), crypto.randomUUID())
  const lock = await takeLock(git, { remote, environment, note, staleAfterMinutes: lockMinutes, hasEnded })
  if (lock === null) facts.warnings = [...facts.warnings, withoutLock(remote)]
  try {
    return await task(checkout)
  } finally {
    if (lock !== null && !(await lock.release()))
      context.logger.warn(`The lock stays behind. Remove it: git push ${remote} --delete ${lock.ref}`)
  }
}

async function ownCheckout({ options, context }: Telling): Promise<OwnCheckout | null> {
  const folder = files.resolve(options.workingDirectory)
  if (!(await files.exists(folder))) return null
  const git = createGit(createRunCommand(context.signal), context.environment, folder)
  if ((await git.run('remote', 'get-url', options.remote)).exitCode !== 0) return null
  const branch = options.branch || (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim()
  const environment = options.environment || branch
  return environment === '' ? null : { git, branch, environment }
}

function withoutLock(remote: string): Problem {
  return {
    id: 'no-lock',
    severity: 'warning',
    message: `The remote ${remote} took no lock, so a second run on the same environment would not be noticed.`,
    fix: 'See to it that one run works on an environment at a time, for instance by a concurrency group.'
  }
}
