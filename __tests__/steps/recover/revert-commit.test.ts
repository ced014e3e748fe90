import { beforeEach, expect, test } from '@jest/globals'
import { createLedger, type Ledger } from '../../../src/ledger.js'
import { revertCommit } from '../../../src/steps/recover/revert-commit.js'
import type { Git } from '../../../src/tools/git/git.js'

const commit = 'c'.repeat(40)
let ledger: Ledger
let calls: string[]
beforeEach(() => {
  ledger = createLedger()
  calls = []
})
const effects = (): readonly string[] => ledger.effects.map(({ kind, state }) => `${kind} ${state}`)

interface History {
  /** Trees by name; without one the commit is not there. */
  readonly trees: Readonly<Record<string, string>>
  readonly committer?: string
  readonly revert?: { readonly exitCode: number; readonly stderr: string }
}
function gitOf({ trees, committer = 'Rel Ease\nrel@example.com', revert }: History): Git {
  const run = (...args: string[]): Promise<object> => {
    calls.push(args.join(' '))
    if (args.includes('revert')) return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', ...revert })
    const tree = trees[(args.at(-1) ?? '').replace('^{tree}', '')]
    // rev-parse may print what it was given, and fail.
    return Promise.resolve(
      tree === undefined
        ? { exitCode: 1, stdout: 'odd\n', stderr: '' }
        : { exitCode: 0, stdout: `${tree}\n`, stderr: '' }
    )
  }
  const read = (...args: string[]): Promise<string> => {
    calls.push(args.join(' '))
    return Promise.resolve(args[0] === 'log' ? `${committer}\n` : `${'d'.repeat(40)}\n`)
  }
  return { run, read } as unknown as Git
}
const revert = (history: History): Promise<string> => revertCommit({ git: gitOf(history), ledger }, commit)

test('the revert is made by the committer of the upgrade, and has the files of before', async () => {
  expect(await revert({ trees: { [`${commit}^`]: 't1', HEAD: 't1' } })).toBe('d'.repeat(40))
  expect(calls).toEqual([
    `rev-parse --quiet --verify ${commit}^^{tree}`,
    `log -1 --format=%cn%n%ce ${commit}`,
    `-c user.name=Rel Ease -c user.email=rel@example.com -c core.editor=true revert --no-edit ${commit}`,
    'rev-parse --quiet --verify HEAD^{tree}',
    'rev-parse HEAD'
  ])
  expect(effects()).toEqual(['commit done'])
  expect(ledger.effects[0]?.what).toContain(commit.slice(0, 12))
  expect(ledger.effects[0]?.what).not.toContain(commit.slice(0, 13))
})

test('without the commit before nothing is reverted: that would remove everything', async () => {
  await expect(revert({ trees: { HEAD: 'odd' } })).rejects.toMatchObject({
    code: 'recovery-failed',
    message: expect.stringMatching(new RegExp(`The upgrade ${commit.slice(0, 12)} .*not in this clone`)),
    next: expect.stringMatching(/^Fetch .*git revert c{40} && git push$/)
  })
  expect([calls.length, effects()]).toEqual([1, []])
})

test('what git refuses is told in its words, and counts as not made', async () => {
  const refused = { exitCode: 1, stderr: 'error: could not revert' }
  await expect(revert({ trees: { [`${commit}^`]: 't1' }, revert: refused })).rejects.toMatchObject({
    code: 'recovery-failed',
    message: expect.stringContaining('git refused'),
    next: expect.stringMatching(/^Read /),
    details: 'error: could not revert'
  })
  expect(effects()).toEqual(['commit undone'])
})

test('a commit that a hook has changed is no recovery, and is noted', async () => {
  const error: unknown = await revert({ trees: { [`${commit}^`]: 't1', HEAD: 't2' } }).catch(
    (reason: unknown) => reason
  )
  expect(error).toMatchObject({
    code: 'recovery-failed',
    message: expect.stringContaining('hook'),
    next: expect.stringMatching(/^Check /)
  })
  expect((error as { details?: unknown }).details).toBeUndefined()
  expect(effects()).toEqual(['commit done'])
})
