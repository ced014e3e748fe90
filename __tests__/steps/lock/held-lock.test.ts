import { beforeEach, describe, expect, test } from '@jest/globals'
import { createLedger, type Ledger } from '../../../src/ledger.js'
import { heldLock, type Lock } from '../../../src/steps/lock/held-lock.js'
import { lockNote } from '../../../src/steps/lock/lock-note.js'
import type { Held, LockOnRemote } from '../../../src/steps/lock/lock-on-remote.js'

const note = lockNote({}, { user: 'ann', host: 'build-1', pid: 7 }, new Date('2026-01-01T10:00:00Z'), 'n')
const later = new Date('2026-01-01T10:01:00Z')

/** A remote in memory: its contents, and how it fails. */
interface Remote {
  blob: string | null
  isSilent: boolean
  takes: boolean
  writes: number
  readonly calls: string[]
}
let remote: Remote
let ledger: Ledger
let lock: Lock
beforeEach(() => {
  remote = { blob: 'first', isSilent: false, takes: true, writes: 0, calls: [] }
  ledger = createLedger()
  const taken = ledger.intend('lock', 'the lock was taken')
  taken.done()
  lock = heldLock(onRemote(remote), note, 'first', taken)
})
const effect = (): string | undefined => ledger.effects[0]?.state

function onRemote(state: Remote): LockOnRemote {
  const held = (): Promise<Held> =>
    Promise.resolve(
      state.isSilent
        ? { state: 'silent' }
        : state.blob === null
          ? { state: 'free' }
          : { state: 'held', blob: state.blob }
    )
  return {
    ref: 'refs/lock',
    held,
    write: ({ renewed }) => Promise.resolve(`renewed ${renewed ?? ''}`),
    create: () => Promise.resolve({ raced: false }),
    replace: (expected, blob) => {
      state.calls.push(`${expected} → ${blob}`)
      if (state.takes && state.blob === expected) state.blob = blob
      return Promise.resolve()
    },
    remove: (expected) => {
      state.calls.push(`remove ${expected}`)
      const fits = state.takes && state.blob === expected
      if (fits) state.blob = null
      return Promise.resolve(fits)
    },
    read: () => Promise.resolve(null)
  }
}

test('it knows its ref and since when it is asked for', () => {
  expect([lock.ref, lock.since]).toEqual(['refs/lock', new Date('2026-01-01T10:00:00Z')])
})

describe('a renewal', () => {
  test('puts a note with the time in the place of the one before', async () => {
    expect(await lock.renew(later)).toBe('renewed')
    expect(await lock.renew(new Date('2026-01-01T10:02:00Z'))).toBe('renewed')
    expect(remote.calls).toEqual([
      'first → renewed 2026-01-01T10:01:00.000Z',
      'renewed 2026-01-01T10:01:00.000Z → renewed 2026-01-01T10:02:00.000Z'
    ])
  })

  test('at the very same time is none', async () => {
    expect([await lock.renew(later), await lock.renew(later)]).toEqual(['renewed', 'renewed'])
    expect(remote.calls).toHaveLength(1)
  })

  test.each([
    ['somebody else holds it', { blob: 'theirs' }, 'lost'],
    ['it was removed', { blob: null }, 'lost'],
    ['the remote is silent', { isSilent: true }, 'unreachable'],
    ['the remote refuses', { takes: false }, 'unreachable']
  ] as const)('where %s', async (_, change, expected) => {
    Object.assign(remote, change)
    expect(await lock.renew(later)).toBe(expected)
  })

  test('that arrived though it seemed to fail is ours', async () => {
    remote.isSilent = true
    expect(await lock.renew(later)).toBe('unreachable')
    remote.isSilent = false
    expect(await lock.renew(new Date('2026-01-01T10:02:00Z'))).toBe('unreachable')
    expect(await lock.renew(new Date('2026-01-01T10:03:00Z'))).toBe('renewed')
    expect(remote.blob).toBe('renewed 2026-01-01T10:03:00.000Z')
  })

  test('that cannot even be tried is unreachable', async () => {
    const broken = { ...onRemote(remote), write: () => Promise.reject(new Error('disk full')) }
    const own = heldLock(broken, note, 'first', ledger.intend('lock', 'x'))
    expect(await own.renew(later)).toBe('unreachable')
  })

  test('is made one after the other', async () => {
    const outcomes = await Promise.all([
      lock.renew(later),
      lock.renew(new Date('2026-01-01T10:02:00Z')),
      lock.release()
    ])
    expect([outcomes, remote.blob]).toEqual([['renewed', 'renewed', true], null])
  })
})

describe('what is given back', () => {
  test('is removed, and counts as not taken', async () => {
    await lock.renew(later)
    expect([await lock.release(), remote.blob, effect()]).toEqual([true, null, 'undone'])
    expect(remote.calls.at(-1)).toBe('remove renewed 2026-01-01T10:01:00.000Z')
  })

  test('stays where it is somebody else’s', async () => {
    remote.blob = 'theirs'
    expect([await lock.release(), remote.blob, effect()]).toEqual([false, 'theirs', 'undone'])
    expect(remote.calls).toEqual([])
  })

  test('stays noted where the remote refuses or is silent', async () => {
    remote.takes = false
    expect([await lock.release(), effect()]).toEqual([false, 'done'])
    remote.isSilent = true
    expect([await lock.release(), effect()]).toEqual([false, 'done'])
    expect(remote.calls).toEqual(['remove first', 'remove first'])
  })

  test('goes on after a task that failed', async () => {
    const broken = onRemote(remote)
    let isBroken = true
    const own = heldLock(
      { ...broken, held: () => (isBroken ? Promise.reject(new Error('no network')) : broken.held()) },
      note,
      'first',
      ledger.intend('lock', 'x')
    )
    await expect(own.release()).rejects.toThrow('no network')
    isBroken = false
    expect(await own.release()).toBe(true)
  })
})
