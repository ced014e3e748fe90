import { UpgradeError } from '../../errors.js'
import type { Entry, Ledger } from '../../ledger.js'
import { judgeLock, lockRef, type LockNote } from './lock-note.js'
import type { RunningProcess } from '../../tools/host.js'
import { plainLines } from '../../project/terminal-text.js'
import type { Clock } from '../../tools/clock.js'
import type { Git } from '../../tools/git/git.js'
import { heldLock, type Lock } from './held-lock.js'
import { lockOnRemote, type LockOnRemote } from './lock-on-remote.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import { watchLock, watchSeconds } from './watch-lock.js'

export type { Lock }

/** Which lock to take, and for whom. */
export interface LockInput {
  readonly remote: string
  readonly environment: string
  readonly note: LockNote
  readonly staleAfterMinutes: number
  readonly clock: Clock
  readonly ledger: Ledger
  /** Called before the holder is watched, with the number of seconds that takes. */
  readonly onWatch?: (seconds: number) => void
  /** Whether a process is known to have ended; false for a process of another machine. */
  readonly isProcessGone?: (process: RunningProcess) => boolean
}

const rounds = 5

/**
 * Takes the lock of an environment: a ref on the remote that is created, or replaced only by its holder, so of two runs
 * only one can have it. Returns null if the remote does not accept such a ref or does not answer. Throws UpgradeError
 * `busy`, which names the holder.
 */
export async function takeLock(git: Git, input: LockInput): Promise<Lock | null> {
  const lock = lockOnRemote(git, input.remote, lockRef(input.environment))
  const mine = await lock.write(input.note)
  const taken = input.ledger.intend('lock', `the lock ${lock.ref} was put on ${input.remote}`)
  for (let round = 0; round < rounds; round += 1) {
    const { raced } = await lock.create(mine)
    const held = await lock.held()
    if (held.state !== 'held') {
      if (raced) continue
      // An interrupted push may still arrive.
      settle(taken, (await lock.remove(mine)) || held.state === 'free')
      return null
    }
    if (held.blob === mine) {
      taken.done()
      return heldLock(lock, input.note, mine, taken)
    }
    taken.undone()
    const holder = await lock.read(held.blob)
    if (holder === 'gone') continue
    const state = holder === null ? 'alive' : await stateOf(lock, held.blob, holder, input)
    if (state === 'alive') throw busy(input, lock.ref, holder)
    if (state === 'dead') await removeDead(lock, held.blob, input)
  }
  throw busy(input, lock.ref, null)
}

function settle(taken: Entry, isGone: boolean): void {
  if (isGone) taken.undone()
  else taken.unknown()
}

async function removeDead(lock: LockOnRemote, blob: string, { ledger, remote }: LockInput): Promise<void> {
  const removed = ledger.intend('lock', `the lock ${lock.ref} of a run that has ended was removed from ${remote}`)
  if (await lock.remove(blob)) removed.done()
  else removed.unknown()
}

async function stateOf(
  lock: LockOnRemote,
  blob: string,
  holder: LockNote,
  { note, staleAfterMinutes, isProcessGone, clock, onWatch }: LockInput
): Promise<'alive' | 'dead' | 'gone'> {
  if (holder.process && isProcessGone?.(holder.process) === true) return 'dead'
  const judged = judgeLock(holder, note, staleAfterMinutes)
  if (judged !== 'unsure') return judged
  const seconds = watchSeconds(holder)
  onWatch?.(seconds)
  return watchLock(lock, blob, { seconds, clock })
}

function busy({ environment, remote }: LockInput, ref: string, holder: LockNote | null): UpgradeError {
  // The content of the lock on the remote was written by whoever can push there.
  const told = holder ? plainLines(`${holder.who}, since ${holder.since}`).join(' ') : ''
  const who = told === '' ? 'the holder is unknown' : redactEvidence(told).slice(0, 300)
  return new UpgradeError('busy', {
    message: `Another run is working on ${environment}: ${who}.`,
    next: `Wait until it has ended. If it was killed, remove its lock: git push ${remote} --delete ${ref}`
  })
}
