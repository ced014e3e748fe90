import { beforeEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { createLedger, type Ledger } from '../../../src/ledger.js'
import { lockNote, lockRef, renderLock, type LockNote } from '../../../src/steps/lock/lock-note.js'
import { takeLock, type LockInput } from '../../../src/steps/lock/take-lock.js'
import type { Git } from '../../../src/tools/git/git.js'

const ref = lockRef('staging')
const noteAt = (minutes: number, more: Partial<LockNote> = {}): LockNote => ({
  ...lockNote({}, { user: 'ann', host: 'b', pid: 7 }, new Date(Date.UTC(2026, 0, 1, 10, minutes)), 'n'),
  ...more
})
const mine = noteAt(0, { nonce: 'mine' })
const blobOf = (text: string): string => createHash('sha1').update(text).digest('hex')

/** A remote in memory, and what happens to it before each push that creates the lock. */
interface Remote {
  held: string | null
  isSilent: boolean
  /** What a push without a lease answers where it is refused; null for one that goes through. */
  refusal: string | null
  keepsRemoved: boolean
  readonly blobs: Map<string, string>
  readonly beforeCreate: (() => void)[]
  creations: number
}
let remote: Remote
let ledger: Ledger
let seconds: number
beforeEach(() => {
  remote = {
    ...{ held: null, isSilent: false, refusal: null, keepsRemoved: false, creations: 0 },
    ...{ blobs: new Map<string, string>(), beforeCreate: [] }
  }
  ledger = createLedger()
  seconds = 0
})
const put = (note: LockNote | string): void => {
  const text = typeof note === 'string' ? note : renderLock(note)
  remote.blobs.set(blobOf(text), text)
  remote.held = blobOf(text)
}

const git = {
  feed: (text: string) => {
    remote.blobs.set(blobOf(text), text)
    return Promise.resolve(`${blobOf(text)}\n`)
  },
  run: (...args: string[]) => Promise.resolve(answer(args)),
  finish: (...args: string[]) => Promise.resolve(answer(args))
} as unknown as Git

function answer(args: readonly string[]): { exitCode: number; stdout: string; stderr: string } {
  const said = (exitCode: number, stdout = '', stderr = ''): ReturnType<typeof answer> => ({ exitCode, stdout, stderr })
  if (args[0] === 'ls-remote')
    return remote.isSilent ? said(128) : said(0, remote.held ? `${remote.held}\t${ref}\n` : '')
  if (args[0] === 'fetch') return said(remote.held === null ? 1 : 0)
  if (args[0] === 'cat-file') {
    const text = remote.blobs.get(args[2] ?? '')
    return text === undefined ? said(128) : said(0, text)
  }
  const lease = args.find((word) => word.startsWith('--force-with-lease'))?.split(':')[1]
  const [blob = ''] = (args.at(-1) ?? '').split(':')
  if (lease === undefined) {
    remote.creations += 1
    remote.beforeCreate.shift()?.()
    if (remote.refusal !== null) return said(1, '', remote.refusal)
    if (remote.held !== null && remote.held !== blob) return said(1, '', '! [rejected] (already exists)')
    remote.held = blob
    return said(0)
  }
  if (remote.held !== lease || remote.keepsRemoved || remote.isSilent) return said(1)
  remote.held = blob === '' ? null : blob
  return said(0)
}

const take = (more: Partial<LockInput> = {}): ReturnType<typeof takeLock> =>
  takeLock(git, {
    ...{ remote: 'origin', environment: 'staging', note: mine, staleAfterMinutes: 180, ledger },
    clock: {
      now: () => seconds * 1000,
      pause: (pause) => {
        seconds += Math.max(0.001, pause)
        return Promise.resolve()
      }
    },
    ...more
  })
const effects = (): readonly (readonly [string, string])[] =>
  ledger.effects.filter(({ kind }) => kind === 'lock').map(({ what, state }) => [what, state])
const taken = `the lock ${ref} was put on origin`
const removed = `the lock ${ref} of a run that has ended was removed from origin`

test('a free lock is taken, and noted', async () => {
  const lock = await take()
  expect([lock?.ref, lock?.since, remote.held]).toEqual([ref, new Date(mine.since), blobOf(renderLock(mine))])
  expect(ledger.effects).toEqual([{ kind: 'lock', what: taken, state: 'done' }])
  expect([await lock?.release(), remote.held, effects()]).toEqual([true, null, [[taken, 'undone']]])
})

describe('a holder', () => {
  test('that lives is left alone, and named', async () => {
    put(noteAt(0))
    await expect(take()).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(/ staging: .*ann on b \(process 7\), since 2026-01-01T10:00:00\.000Z/),
      next: expect.stringContaining(`git push origin --delete ${ref}`)
    })
    expect(effects()).toEqual([[taken, 'undone']])
  })

  test('shows no escapes, no secrets and no more than a line', async () => {
    put(noteAt(0, { who: `ann\u001b[2J\nan+d@example.com ${'x'.repeat(400)}` }))
    const error = (await take().catch((reason: unknown) => reason)) as Error
    expect(error.message).not.toMatch(/[\p{Cc}]|@example/u)
    expect(error.message).toMatch(/: ann /)
    expect(error.message.length).toBeLessThan(400)
  })

  test('that is none of ours is left alone, and nobody is named', async () => {
    put('hello')
    await expect(take()).rejects.toThrow('the holder is unknown')
    expect(remote.creations).toBe(1)
  })

  test('whose process has ended is replaced at once; one that lives is asked nothing more', async () => {
    const process = { machine: 'm', pid: 8, began: '1' }
    const old = noteAt(0, { process })
    put(old)
    await expect(take({ isProcessGone: () => false })).rejects.toMatchObject({ code: 'busy' })
    await expect(take()).rejects.toMatchObject({ code: 'busy' })
    ledger = createLedger()
    const asked: unknown[] = []
    const isProcessGone = (one: unknown): boolean => asked.push(one) > 0
    expect(await take({ isProcessGone })).not.toBeNull()
    expect([asked, seconds, effects()]).toEqual([
      [process],
      0,
      [
        [taken, 'done'],
        [removed, 'done']
      ]
    ])
  })

  test('whose process is not known is never asked for it', async () => {
    put(noteAt(0))
    await expect(take({ isProcessGone: () => true })).rejects.toMatchObject({ code: 'busy' })
  })

  test('with a time that cannot be right is watched, and replaced where it renews nothing', async () => {
    put(noteAt(600, { renewSeconds: 120 }))
    const told: number[] = []
    expect(await take({ onWatch: (time) => told.push(time) })).not.toBeNull()
    expect([told, Math.round(seconds), effects()]).toEqual([
      [181],
      181,
      [
        [taken, 'done'],
        [removed, 'done']
      ]
    ])
  })

  test('that cannot be removed is noted so', async () => {
    remote.keepsRemoved = true
    put(noteAt(600))
    await expect(take()).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining('unknown') })
    expect([remote.creations, effects()]).toEqual([
      5,
      [
        [taken, 'undone'],
        [removed, 'unknown']
      ]
    ])
  })

  test('that gave it back meanwhile is followed', async () => {
    put(noteAt(600))
    const clock = {
      now: () => 0,
      pause: () => {
        remote.held = null
        return Promise.resolve()
      }
    }
    expect(await take({ clock })).not.toBeNull()
    expect(effects()).toEqual([[taken, 'done']])
  })

  test('that is replaced by another one before it was read is asked for again', async () => {
    put(noteAt(0))
    remote.blobs.clear()
    remote.beforeCreate.push(
      () => undefined,
      () => {
        remote.held = null
      }
    )
    expect([await take(), remote.creations, seconds]).toEqual([expect.anything(), 2, 0])
  })
})

describe('a push that is refused', () => {
  test('by a race is tried again, five times', async () => {
    remote.refusal = 'error: cannot lock ref'
    await expect(take()).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining('unknown') })
    expect([remote.creations, effects()]).toEqual([5, [[taken, 'intended']]])
    remote.beforeCreate.push(
      () => undefined,
      () => (remote.refusal = null)
    )
    expect(await take()).not.toBeNull()
  })

  test('for good gives no lock, and leaves nothing', async () => {
    remote.refusal = 'only branches'
    expect([await take(), remote.creations, effects()]).toEqual([null, 1, [[taken, 'undone']]])
  })

  test.each([
    ['cannot be removed', true, 'unknown'],
    ['is removed', false, 'undone']
  ])('by a remote that is silent: what may have arrived %s', async (_, keepsRemoved, state) => {
    remote.keepsRemoved = keepsRemoved
    let looks = 0
    // Silent for the one look, and there again for what follows.
    const finish: Git['finish'] = (...args) => {
      remote.isSilent = args[0] === 'ls-remote' && looks++ === 0
      return git.finish(...args)
    }
    const lock = await takeLock(
      { ...git, finish },
      {
        remote: 'origin',
        environment: 'staging',
        note: mine,
        staleAfterMinutes: 180,
        ledger,
        clock: { now: () => 0, pause: () => Promise.resolve() }
      }
    )
    expect([lock, effects()]).toEqual([null, [[taken, state]]])
  })
})
