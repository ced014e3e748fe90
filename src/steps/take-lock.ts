import { UpgradeError } from '../errors.js'
import {
  isLeftBehind,
  lockRef,
  parseLock,
  renderLock,
  type LockNote,
  type RunningProcess
} from '../project/run-lock.js'
import { plainLines } from '../project/terminal-text.js'
import type { Git } from '../tools/git.js'

/** Which lock is taken, and by whom. */
export interface LockInput {
  readonly remote: string
  readonly environment: string
  readonly note: LockNote
  readonly staleAfterMinutes: number
  /** Whether a process is known to have ended; one of another machine never is. */
  readonly hasEnded?: (process: RunningProcess) => boolean
}

/** A lock that this run holds. */
export interface Lock {
  readonly ref: string
  /** Gives it back, unless it is somebody else's by now; returns whether the remote took the answer. */
  release(): Promise<boolean>
}

const rounds = 5

/**
 * Takes the lock of an environment: a ref on the remote that is created, never moved, so that of two runs only one can
 * have it. Returns null where the remote takes no such ref or does not answer. Throws UpgradeError `busy` that names
 * the holder.
 */
export async function takeLock(git: Git, input: LockInput): Promise<Lock | null> {
  const { remote, environment, note } = input
  const ref = lockRef(environment)
  const mine = (await git.feed(renderLock(note), 'hash-object', '-w', '--stdin')).trim()
  const release = (): Promise<boolean> => remove(git, remote, ref, mine)
  for (let round = 0; round < rounds; round += 1) {
    // A blob has no history, so that git refuses to put it in the place of another one.
    const push = await git.run('push', ...quietly, remote, `${mine}:${ref}`)
    const held = await holderOf(git, remote, ref)
    if (held === mine) return { ref, release }
    if (held === null) {
      if (raced.test(push.stderr)) continue
      // A push that was stopped half-way may still arrive.
      await release()
      return null
    }
    const holder = await readNote(git, remote, ref, held)
    if (holder === 'gone') continue
    if (holder === null || !isDead(holder, input)) throw busy(input, ref, holder)
    await remove(git, remote, ref, held)
  }
  throw busy(input, ref, null)
}

function isDead(holder: LockNote, { note, staleAfterMinutes, hasEnded }: LockInput): boolean {
  const killed = holder.process && hasEnded ? hasEnded(holder.process) : false
  return killed || isLeftBehind(holder, note, staleAfterMinutes)
}

const raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i
const quietly = ['--quiet', '--no-verify', '--no-follow-tags']

// The lease makes the removal conditional: a lock that somebody else has taken since stays.
async function remove(git: Git, remote: string, ref: string, expected: string): Promise<boolean> {
  const condition = `--force-with-lease=${ref}:${expected}`
  return (await git.finish('push', ...quietly, condition, remote, `:${ref}`)).exitCode === 0
}

/** What the remote holds, whatever `push` said; null for nothing or no answer. */
async function holderOf(git: Git, remote: string, ref: string): Promise<string | null> {
  const { exitCode, stdout } = await git.finish('ls-remote', remote, ref)
  return exitCode === 0 ? (/^[0-9a-f]{40,64}(?=\t)/.exec(stdout)?.[0] ?? null) : null
}

async function readNote(git: Git, remote: string, ref: string, held: string): Promise<LockNote | 'gone' | null> {
  const fetched = await git.run('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, ref)
  if (fetched.exitCode !== 0 && (await holderOf(git, remote, ref)) !== held) return 'gone'
  const content = await git.run('cat-file', 'blob', held)
  // What was fetched may be the lock of the next holder already.
  if (content.exitCode !== 0 && fetched.exitCode === 0) return 'gone'
  return content.exitCode === 0 ? parseLock(content.stdout) : null
}

function busy({ environment, remote }: LockInput, ref: string, holder: LockNote | null): UpgradeError {
  // What stands on the remote was written by whoever can push there.
  const told = holder ? plainLines(`${holder.who}, since ${holder.since}`).join(' ') : ''
  const who = told === '' ? 'the holder is not known' : told.slice(0, 300)
  return new UpgradeError('busy', {
    message: `Another run works on ${environment}: ${who}.`,
    unchanged: 'Nothing was changed.',
    next: `Wait until it has ended. If it was killed, remove its lock: git push ${remote} --delete ${ref}`
  })
}
