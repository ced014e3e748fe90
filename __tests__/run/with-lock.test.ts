import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../../src/ledger.js'
import { UpgradeError } from '../../src/errors.js'
import { silentLogger } from '../../src/logger.js'
import { normalizeOptions } from '../../src/run/normalize-options.js'
import { lockNote, lockRef, parseLock } from '../../src/steps/lock/lock-note.js'
import { fullContext } from '../../src/run/run-context.js'
import { renderText } from '../../src/report/render-text.js'
import { composeReport, newRunState, type RunState } from '../../src/run/run-state.js'
import { takeLock } from '../../src/steps/lock/take-lock.js'
import type { Run } from '../../src/run/run.js'
import { createStepTimer } from '../../src/run/step-timer.js'
import { createClock } from '../../src/tools/clock.js'
import { createGit, type Git } from '../../src/tools/git/git.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import { withLock } from '../../src/run/with-lock.js'
import { until } from '../helpers/until.js'

let folder: string
let environment: Record<string, string>
let clone: Git
const remote = (): string => join(folder, 'origin.git')
const ref = lockRef('staging')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'with-lock-'))
  const path = process.env['PATH'] ?? ''
  environment = { PATH: path, HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = createGit(createRunCommand(), environment, folder)
  await git.read('init', '--quiet', '--bare', 'origin.git')
  await git.read('init', '--quiet', 'clone')
  clone = git.in(join(folder, 'clone'))
  await clone.read('remote', 'add', 'origin', remote())
})
beforeEach(() => clone.run('push', '--quiet', remote(), '--delete', ref))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A lease in seconds: four renewals in its time. */
const leaseOf = (seconds: number): number => seconds / 60
const held = async (): Promise<string> => (await clone.read('ls-remote', remote(), ref)).split('\t')[0] ?? ''
const pause = (seconds: number): Promise<void> => createClock().pause(seconds)

function tellingOf(lockMinutes: number, facts: RunState = newRunState({})): Run {
  const given = { project: 'abcdefghijklm', environment: 'staging', workingDirectory: clone.folder, lockMinutes }
  return {
    options: normalizeOptions(given, 'upgrade'),
    context: { ...fullContext({ environment }), logger: silentLogger },
    facts,
    ledger: createLedger(facts.changes),
    stepTimer: createStepTimer(() => undefined),
    secrets: [],
    addCommittedSecrets: () => undefined,
    addSecrets: () => undefined,
    acceptedHostKeys: [],
    several: { application: null },
    confirmLock: () => Promise.reject(new Error('No lock was taken.'))
  }
}
const run = <T>(lockMinutes: number, task: (held: Run) => Promise<T>, facts?: RunState): Promise<T> =>
  withLock(tellingOf(lockMinutes, facts), task)
const failureOf = async (promise: Promise<unknown>): Promise<UpgradeError> => {
  const reason: unknown = await promise.then(
    () => new Error('It succeeded.'),
    (error: unknown) => error
  )
  if (reason instanceof UpgradeError) return reason
  throw reason
}
/** A long step: a real process that the run's signal ends. Throws as steps do. */
const longStep = async ({ context }: Run): Promise<void> => {
  const { exitCode } = await createRunCommand(context.signal)(['sleep', '60'], { env: environment })
  throw new UpgradeError('backup-failed', { message: `exit ${exitCode}`, next: '' })
}
/** Another run, which finds no lock: somebody removed it, or believed it dead. */
async function another(): Promise<string> {
  await clone.read('push', '--quiet', remote(), '--delete', ref)
  const note = lockNote({}, { user: 'other', host: 'elsewhere', pid: 1 }, new Date(), crypto.randomUUID())
  await takeLock(clone, {
    remote: 'origin',
    environment: 'staging',
    note,
    staleAfterMinutes: 180,
    clock: createClock(),
    ledger: createLedger()
  })
  return held()
}

test('a backup that takes longer than the lease keeps the lock: a second run is busy all the time', async () => {
  const seen = new Set<string>()
  await run(leaseOf(4), async () => {
    for (let round = 0; round < 12; round += 1) {
      expect((await failureOf(run(leaseOf(4), () => Promise.resolve()))).code).toBe('busy')
      seen.add(await held())
      await pause(0.4)
    }
  })
  expect(seen.size).toBeGreaterThan(4)
  expect(await held()).toBe('')
})

test('a lock that another run has taken ends what is under way, and stays with the other', async () => {
  let theirs = ''
  const error = await failureOf(
    run(leaseOf(4), async (thisRun) => {
      theirs = await another()
      await longStep(thisRun)
    })
  )
  expect([error.code, error.message]).toEqual(['busy', expect.stringContaining('another run took it')])
  expect(await held()).toBe(theirs)
})

test('a lock that somebody removed is lost as well', async () => {
  const error = await failureOf(
    run(leaseOf(4), async (thisRun) => {
      await clone.read('push', '--quiet', remote(), '--delete', ref)
      await longStep(thisRun)
    })
  )
  expect([error.code, error.message]).toEqual(['busy', expect.stringContaining('somebody removed it')])
})

test('right before the push the lock is asked for, however long ago it was renewed', async () => {
  const done: string[] = []
  const error = await failureOf(
    run(180, async (thisRun) => {
      await thisRun.confirmLock()
      done.push('confirmed')
      await another()
      await thisRun.confirmLock()
      done.push('pushed')
    })
  )
  expect([error.code, done]).toEqual(['busy', ['confirmed']])
})

test('a run that has pushed says so when it loses its lock', async () => {
  const facts = newRunState({ commit: 'c0ffee', verdict: 'pushed' })
  const error = await failureOf(
    run(
      leaseOf(4),
      async (thisRun) => {
        thisRun.ledger.intend('branch', 'the commit c0ffee was pushed to main on origin').done()
        thisRun.ledger.intend('deployment', 'the commit c0ffee was deployed')
        await another()
        await longStep(thisRun)
      },
      facts
    )
  )
  const report = composeReport(facts, [], 1, error, [])
  expect(renderText(report)).toContain('Changed: The commit c0ffee was pushed to main on origin.')
  expect(report.error?.unchanged).toBe('The checkout and earlier backups were not changed.')
})

test('a remote that does not answer for a while stops nothing', async () => {
  const result = await run(leaseOf(8), async ({ confirmLock, context }) => {
    const before = await held()
    renameSync(remote(), `${remote()}.away`)
    await pause(3)
    // Nobody else can have taken it before the lease ends.
    await confirmLock()
    renameSync(`${remote()}.away`, remote())
    await until(async () => (await held()) !== before)
    return context.signal.aborted
  })
  expect([result, await held()]).toEqual([false, ''])
})

test('a remote that does not answer until the lease ends stops the run', async () => {
  const error = await failureOf(
    run(leaseOf(2), async (thisRun) => {
      renameSync(remote(), `${remote()}.away`)
      await longStep(thisRun)
    })
  ).finally(() => {
    renameSync(`${remote()}.away`, remote())
  })
  expect([error.code, error.message]).toEqual(['retry-later', expect.stringContaining('could not be renewed')])
})

test('a stop by the user stays one', async () => {
  const stop = new AbortController()
  const thisRun = tellingOf(leaseOf(60))
  const stopped = withLock({ ...thisRun, context: { ...thisRun.context, signal: stop.signal } }, (heldBy) => {
    stop.abort('SIGINT')
    return longStep(heldBy)
  })
  expect((await failureOf(stopped)).code).toBe('backup-failed')
  expect(await held()).toBe('')
})

test('what is renewed is the same note with a new time', async () => {
  await run(leaseOf(2), async () => {
    const note = async (): Promise<ReturnType<typeof parseLock>> => {
      await clone.read('fetch', '--quiet', '--no-write-fetch-head', remote(), ref)
      return parseLock(await clone.read('cat-file', 'blob', await held()))
    }
    const first = await note()
    await until(async () => (await note())?.renewed !== null)
    const later = await note()
    expect({ ...later, renewed: null }).toEqual(first)
    expect(Date.parse(later?.renewed ?? '')).toBeGreaterThan(Date.parse(first?.since ?? ''))
  })
})
