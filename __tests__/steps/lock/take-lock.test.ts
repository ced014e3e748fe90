import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../../../src/ledger.js'
import { UpgradeError } from '../../../src/errors.js'
import { lockNote, lockRef, type LockNote } from '../../../src/steps/lock/lock-note.js'
import { takeLock, type Lock, type LockInput } from '../../../src/steps/lock/take-lock.js'
import type { Clock } from '../../../src/tools/clock.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { isProcessGone, currentHost } from '../../../src/tools/host.js'
import { recordVerdict } from '../../helpers/record-verdict.js'

let folder: string
let runners: readonly Git[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'take-lock-'))
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1'
  }
  const git = createGit(createRunCommand(), environment, folder)
  await git.read('init', '--quiet', '--bare', 'origin.git')
  const clones = ['one', 'two'].map(async (name) => {
    await git.read('init', '--quiet', name)
    const clone = git.in(join(folder, name))
    await clone.read('remote', 'add', 'origin', join(folder, 'origin.git'))
    return clone
  })
  runners = await Promise.all(clones)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A clock whose pauses take no time. */
const clock = ((): Clock => {
  let now = 0
  return {
    now: () => now,
    pause: (seconds) => {
      now += seconds * 1000
      return Promise.resolve()
    }
  }
})()
const machine = { user: 'release', host: 'build-1', pid: 7 }
let counter = 0
const noteAt = (minutes: number, variables: Record<string, string> = {}): LockNote =>
  lockNote(variables, machine, new Date(Date.UTC(2026, 0, 1, 10, minutes)), String((counter += 1)))
const take = (
  git: Git | undefined,
  note: LockNote,
  environment = 'staging',
  more: Partial<LockInput> = {}
): Promise<Lock | null> => {
  if (!git) throw new Error('There is no such clone.')
  return takeLock(git, {
    remote: 'origin',
    environment,
    note,
    staleAfterMinutes: 180,
    isProcessGone,
    clock,
    ledger: createLedger(),
    ...more
  })
}
const held = async (environment = 'staging'): Promise<string> =>
  (await runners[0]?.read('ls-remote', 'origin', lockRef(environment))) ?? ''
const outcome = (result: PromiseSettledResult<Lock | null>): string => {
  if (result.status === 'fulfilled') return result.value ? 'taken' : 'none'
  return result.reason instanceof UpgradeError ? result.reason.code : String(result.reason)
}

// F19
const rounds = Number(process.env['MASS'] ?? 9)

test('of two runs that begin together exactly one gets the lock, every time', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const results = await Promise.allSettled(runners.map((git) => take(git, noteAt(0))))
    expect(results.map(outcome).toSorted()).toEqual(['busy', 'taken'])
    for (const result of results) if (result.status === 'fulfilled') await result.value?.release()
    expect(await held()).toBe('')
  }
})

test('of two runs that find the same lock left behind exactly one takes it over', async () => {
  for (let round = 0; round < rounds / 3; round += 1) {
    const old = await take(runners[0], noteAt(0))
    const results = await Promise.allSettled(runners.map((git) => take(git, noteAt(181))))
    expect(results.map(outcome).toSorted()).toEqual(['busy', 'taken'])
    const now = await held()
    // The one that was thought dead comes back: what it gives back is not its own any more.
    expect(await old?.release()).toBe(false)
    expect(await held()).toBe(now)
    for (const result of results) if (result.status === 'fulfilled') await result.value?.release()
  }
})

// F19
test('says who holds the lock, since when, and how to remove it', async () => {
  const variables = { GITHUB_ACTOR: 'octo', GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'shop/project' }
  const lock = await take(runners[0], noteAt(3, variables), 'feature/x')
  const error = await take(runners[1], noteAt(5), 'feature/x').catch((reason: unknown) => reason)
  expect(error).toMatchObject({
    code: 'busy',
    exitCode: 13,
    message:
      'Another run is working on feature/x: octo, https://github.com/shop/project/actions/runs/42, since 2026-01-01T10:03:00.000Z.'
  })
  recordVerdict({
    step: 'begin',
    situation: 'another run holds the lock',
    verdict: 'busy',
    error: error as UpgradeError,
    because: []
  })
  const command = /git push (\S+) --delete (\S+)$/.exec((error as UpgradeError).next)
  await runners[1]?.read('push', '--quiet', command?.[1] ?? '', '--delete', command?.[2] ?? '')
  expect(await held('feature/x')).toBe('')
  expect(await lock?.release()).toBe(false)
})

test('the next attempt of the same job takes the lock of the one before, no other job does', async () => {
  const variables = { GITHUB_RUN_ID: '42', GITHUB_REPOSITORY: 'shop/project', GITHUB_JOB: 'upgrade' }
  await take(runners[0], noteAt(0, { ...variables, GITHUB_RUN_ATTEMPT: '1' }))
  await expect(take(runners[1], noteAt(1, { ...variables, GITHUB_JOB: 'other' }))).rejects.toThrow('Another run')
  await expect(take(runners[1], noteAt(1, { ...variables, GITHUB_RUN_ATTEMPT: '1' }))).rejects.toThrow('Another run')
  const lock = await take(runners[1], noteAt(1, { ...variables, GITHUB_RUN_ATTEMPT: '2' }))
  expect(await lock?.release()).toBe(true)
})

test('[F79] the lock of a process of this machine that was killed is taken over at once, that of a living one is not', async () => {
  const child = spawn('sleep', ['600'])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const began = readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8').split(' ')[21] ?? ''
  const { process: own } = currentHost()
  const note = { ...noteAt(0), process: own && { ...own, pid: child.pid ?? 0, began } }
  await take(runners[0], note)
  await expect(take(runners[1], noteAt(1))).rejects.toThrow('Another run')
  child.kill('SIGKILL')
  await ended
  const lock = await take(runners[1], noteAt(1))
  expect(await lock?.release()).toBe(true)
  // The same process id somewhere else says nothing.
  const elsewhere = await take(runners[0], {
    ...note,
    process: note.process && { ...note.process, machine: 'another' }
  })
  await expect(take(runners[1], noteAt(1))).rejects.toThrow('Another run')
  await elsewhere?.release()
})

// F83
describe('a time that cannot be right', () => {
  const hours = 60
  const renewing = (minutes: number): LockNote => ({ ...noteAt(minutes), renewSeconds: 120 })

  test.each([
    ['in the future', 3 * hours],
    ['years in the future', 10 * 365 * 24 * hours],
    ['long ago', -3 * 24 * hours]
  ])('a lock left behind with a time %s is taken over once nobody was seen to renew it', async (_, minutes) => {
    await take(runners[0], renewing(minutes))
    const told: number[] = []
    const lock = await take(runners[1], noteAt(0), 'staging', { onWatch: (seconds) => told.push(seconds) })
    expect(told).toEqual([181])
    expect(await lock?.release()).toBe(true)
  })

  test.each([
    ['ahead', 3 * hours],
    ['years ahead', 10 * 365 * 24 * hours],
    ['behind', -3 * 24 * hours]
  ])('a holder whose clock is %s keeps its lock: it is seen to renew it', async (_, minutes) => {
    const lock = await take(runners[0], renewing(minutes))
    const skewed = new Date(Date.UTC(2026, 0, 1, 10, minutes + 2))
    const whileWatched: Clock = {
      ...clock,
      pause: async (seconds) => {
        await clock.pause(seconds)
        expect(await lock?.renew(skewed)).toBe('renewed')
      }
    }
    await expect(take(runners[1], noteAt(0), 'staging', { clock: whileWatched })).rejects.toThrow('Another run')
    expect(await lock?.release()).toBe(true)
  })

  test('one that was given back meanwhile is taken', async () => {
    const lock = await take(runners[0], renewing(3 * hours))
    const whileWatched = { ...clock, pause: () => Promise.resolve(lock?.release()).then(() => undefined) }
    const next = await take(runners[1], noteAt(0), 'staging', { clock: whileWatched })
    expect(await next?.release()).toBe(true)
  })

  test('a remote that falls silent meanwhile leaves the lock where it is', async () => {
    await take(runners[0], renewing(3 * hours))
    const origin = join(folder, 'origin.git')
    const whileWatched: Clock = {
      ...clock,
      pause: async (seconds) => {
        await clock.pause(seconds)
        if (existsSync(origin)) renameSync(origin, `${origin}.away`)
      }
    }
    await expect(take(runners[1], noteAt(0), 'staging', { clock: whileWatched })).rejects.toThrow('Another run')
    renameSync(`${origin}.away`, origin)
    expect(await held()).not.toBe('')
    await runners[0]?.read('push', '--quiet', 'origin', '--delete', lockRef('staging'))
  })

  test('clocks that differ by minutes are none: the holder is busy at once', async () => {
    for (const minutes of [-170, -4, 4]) {
      const lock = await take(runners[0], renewing(minutes))
      const onWatch = (): void => {
        throw new Error('It was watched.')
      }
      await expect(take(runners[1], noteAt(0), 'staging', { onWatch })).rejects.toThrow('Another run')
      await lock?.release()
    }
  })
})

test('a lock that was renewed counts from then on', async () => {
  const lock = await take(runners[0], noteAt(0))
  expect(await lock?.renew(new Date(Date.UTC(2026, 0, 1, 10, 170)))).toBe('renewed')
  await expect(take(runners[1], noteAt(340))).rejects.toThrow('Another run')
  const next = await take(runners[1], noteAt(351))
  expect(await lock?.renew(new Date())).toBe('lost')
  expect(await lock?.release()).toBe(false)
  expect(await next?.release()).toBe(true)
})

test('a renewal whose answer was lost is not taken for the lock of somebody else', async () => {
  const lost = { answers: 0 }
  const [git] = runners
  if (!git) throw new Error('There is no such clone.')
  const unsteady: Git = {
    ...git,
    finish: async (...args) => {
      const result = await git.finish(...args)
      return args[0] === 'ls-remote' && lost.answers-- > 0 ? { ...result, exitCode: 128, stdout: '' } : result
    }
  }
  const lock = await take(unsteady, noteAt(0))
  lost.answers = 1
  expect(await lock?.renew(new Date(Date.UTC(2026, 0, 1, 10, 1)))).toBe('unreachable')
  expect(await lock?.renew(new Date(Date.UTC(2026, 0, 1, 10, 2)))).toBe('unreachable')
  expect(await lock?.renew(new Date(Date.UTC(2026, 0, 1, 10, 3)))).toBe('renewed')
  expect(await lock?.release()).toBe(true)
})

test('something else in the place of the lock is not removed', async () => {
  const blob = (await runners[0]?.feed('hello', 'hash-object', '-w', '--stdin'))?.trim() ?? ''
  await runners[0]?.read('push', '--quiet', 'origin', `${blob}:${lockRef('staging')}`)
  await expect(take(runners[1], noteAt(500))).rejects.toThrow('the holder is unknown')
  await runners[0]?.read('push', '--quiet', 'origin', '--delete', lockRef('staging'))
})

test('a remote that takes no such ref, or does not answer, gives no lock', async () => {
  const hook = join(folder, 'origin.git', 'hooks', 'pre-receive')
  writeFileSync(hook, '#!/bin/sh\necho "only branches" >&2\nexit 1\n')
  chmodSync(hook, 0o755)
  expect(await take(runners[0], noteAt(0))).toBeNull()
  rmSync(hook)
  await runners[1]?.read('remote', 'set-url', 'origin', join(folder, 'gone.git'))
  expect(await take(runners[1], noteAt(0))).toBeNull()
})
