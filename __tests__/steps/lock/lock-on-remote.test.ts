import { describe, expect, test } from '@jest/globals'
import { lockNote, renderLock } from '../../../src/steps/lock/lock-note.js'
import { lockOnRemote } from '../../../src/steps/lock/lock-on-remote.js'
import type { CommandResult } from '../../../src/tools/process/command.js'
import type { Git } from '../../../src/tools/git/git.js'

const ref = 'refs/magento-cloud-upgrade/lock/staging'
const note = lockNote({}, { user: 'ann', host: 'build-1', pid: 7 }, new Date('2026-01-01T10:00:00Z'), 'n')
const blob = 'a'.repeat(40)
const quiet = '--quiet --no-verify --no-follow-tags'

type Answer = Partial<Pick<CommandResult, 'exitCode' | 'stdout' | 'stderr'>>
/** A git that answers each kind of call so, and what it was asked. */
function gitWith(answers: Readonly<Record<string, Answer>>): { git: Git; calls: string[] } {
  const calls: string[] = []
  const run =
    (how: string) =>
    (...args: string[]): Promise<object> => {
      calls.push(`${how} ${args.join(' ')}`)
      return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', ...answers[args[0] ?? ''] })
    }
  const feed = (input: string, ...args: string[]): Promise<string> => {
    calls.push(`feed ${args.join(' ')} < ${input}`)
    return Promise.resolve(`${blob}\n`)
  }
  return { git: { run: run('run'), finish: run('finish'), feed } as unknown as Git, calls }
}
const open = (answers: Readonly<Record<string, Answer>> = {}) => {
  const { git, calls } = gitWith(answers)
  return { lock: lockOnRemote(git, 'origin', ref), calls }
}

test('a note becomes a blob', async () => {
  const { lock, calls } = open()
  expect([lock.ref, await lock.write(note), calls]).toEqual([
    ref,
    blob,
    [`feed hash-object -w --stdin < ${renderLock(note)}`]
  ])
})

describe('what the remote holds', () => {
  test.each([
    [{ stdout: `${blob}\t${ref}\n` }, { state: 'held', blob }],
    [{ stdout: `${'b'.repeat(64)}\t${ref}\n` }, { state: 'held', blob: 'b'.repeat(64) }],
    [{ stdout: '' }, { state: 'free' }],
    [{ stdout: `warning: x\n${blob}\t${ref}\n` }, { state: 'free' }],
    [{ stdout: `${'a'.repeat(39)}\t${ref}\n` }, { state: 'free' }],
    [{ stdout: `${blob}\t${ref}\n`, exitCode: 128 }, { state: 'silent' }]
  ])('%j', async (answer, expected) => {
    const { lock, calls } = open({ 'ls-remote': answer })
    expect([await lock.held(), calls]).toEqual([expected, [`finish ls-remote origin ${ref}`]])
  })
})

describe('a change', () => {
  test('creates the ref without a lease, and hears of a race', async () => {
    const { lock, calls } = open()
    expect([await lock.create(blob), calls]).toEqual([{ raced: false }, [`run push ${quiet} origin ${blob}:${ref}`]])
  })

  test.each([
    '! [rejected] x -> y (fetch first)',
    '! [rejected] x -> y (needs force)',
    '! [rejected] x -> y (already exists)',
    "error: Cannot lock ref 'x'",
    'remote: incorrect old value provided',
    '! [remote rejected] x -> y (failed to update ref)'
  ])('%s is a race', async (stderr) => {
    expect(await open({ push: { exitCode: 1, stderr } }).lock.create(blob)).toEqual({ raced: true })
  })

  test('replaces only what is expected', async () => {
    const { lock, calls } = open()
    await lock.replace(blob, 'next')
    expect(calls).toEqual([`run push ${quiet} --force-with-lease=${ref}:${blob} origin next:${ref}`])
  })

  test.each([
    [0, true],
    [1, false]
  ])('removes only what is expected: exit code %i', async (exitCode, expected) => {
    const { lock, calls } = open({ push: { exitCode } })
    expect([await lock.remove(blob), calls]).toEqual([
      expected,
      [`finish push ${quiet} --force-with-lease=${ref}:${blob} origin :${ref}`]
    ])
  })
})

describe('a note on the remote', () => {
  const whole = { ...note, renewed: null, renewSeconds: null }
  const here = { stdout: renderLock(note) }
  const there = { stdout: `${blob}\t${ref}` }
  test.each<readonly [string, Readonly<Record<string, Answer>>, unknown]>([
    ['is read', { 'cat-file': here }, whole],
    ['is none of ours', { 'cat-file': { stdout: 'x' } }, null],
    ['is another one by now', { 'cat-file': { exitCode: 128 } }, 'gone'],
    ['cannot be fetched, and is known here', { fetch: { exitCode: 1 }, 'ls-remote': there, 'cat-file': here }, whole],
    [
      'cannot be fetched, and is not known here',
      { fetch: { exitCode: 1 }, 'ls-remote': there, 'cat-file': { exitCode: 128, ...here } },
      null
    ],
    ['is not there any more', { fetch: { exitCode: 1 }, 'cat-file': here }, 'gone'],
    [
      'was replaced',
      { fetch: { exitCode: 1 }, 'ls-remote': { stdout: `${'c'.repeat(40)}\t${ref}` }, 'cat-file': here },
      'gone'
    ]
  ])('%s', async (_, answers, expected) => {
    const { lock, calls } = open(answers)
    expect(await lock.read(blob)).toEqual(expected)
    expect(calls[0]).toBe(`run fetch --quiet --no-tags --no-write-fetch-head origin ${ref}`)
    if (expected !== 'gone' || calls.length > 2) expect(calls).toContain(`run cat-file blob ${blob}`)
  })
})
