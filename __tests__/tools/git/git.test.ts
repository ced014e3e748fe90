import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStart } from '../../../src/tools/git/find-start.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import type { RunCommand } from '../../../src/tools/process/command.js'

const folder = mkdtempSync(join(tmpdir(), 'git-test-'))
const environment = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }
const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A repository with one commit on main, and itself as the remote. */
function repository(name: string, run: RunCommand = createRunCommand()): Git {
  const path = join(folder, name)
  mkdirSync(path)
  const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: path, env: environment })
  git('init', '--quiet', '--initial-branch=main')
  writeFileSync(join(path, 'größe $(touch canary).txt'), 'text\n')
  git('add', '--all')
  git(...author, 'commit', '--quiet', '--message', 'First')
  git('remote', 'add', 'origin', path)
  return createGit(run, environment, path)
}

test.each(['with spaces', 'größe-日本', '-x', '$(touch canary)', "a'b", 'a"b;c'])(
  'F08: a checkout in a folder named %s is read as any other',
  async (name) => {
    const git = repository(name)
    writeFileSync(join(git.folder, '-x'), 'new\n')
    expect((await git.status()).map(({ path }) => path)).toEqual(['-x'])
    const start = await findStart(git, { branch: 'main', remote: 'origin', pushes: true, expectedTip: null })
    expect(start).toMatchObject({ branch: 'main', warnings: [] })
    expect(existsSync(join(git.folder, 'canary'))).toBe(false)
  }
)

test('F07: no text of a branch or a remote is run, or taken for an option', async () => {
  const git = repository('hostile')
  const canary = join(git.folder, 'canary')
  const words = fc.constantFrom('$(', '`', ';', '|', '--upload-pack=', '--exec=', '-c', ' ', '\n', "'", '"', ')', '../')
  const hostile = fc.array(fc.oneof(words, fc.constant(`touch ${canary}`), fc.string({ maxLength: 3 })), {
    minLength: 1
  })
  const parts = fc.tuple(hostile, fc.boolean()).map(([texts, ofBranch]) => [texts.join(''), ofBranch] as const)
  await fc.assert(
    fc.asyncProperty(parts, async ([text, ofBranch]) => {
      const names = ofBranch ? { branch: text, remote: 'origin' } : { branch: 'main', remote: text }
      const start = await findStart(git, { ...names, pushes: true, expectedTip: null })
      expect(start).toMatchObject({ severity: 'error' })
      expect(existsSync(canary)).toBe(false)
    }),
    { numRuns: 25, seed: 7 }
  )
})

test('F14: a checkout that another user owns is trusted for the call, and nowhere else', async () => {
  const run = createRunCommand()
  const asOther: RunCommand = (argv, options) =>
    run(argv, { ...options, env: { ...options.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } })
  const git = repository('of-another-user', asOther)
  const plain = await asOther(['git', 'rev-parse', 'HEAD'], { cwd: git.folder, env: environment as { PATH: string } })
  expect(plain.stderr).toContain('dubious ownership')
  expect(await git.read('rev-parse', 'HEAD')).toMatch(/^[0-9a-f]{40}\n$/)
  expect(existsSync(join(folder, '.gitconfig'))).toBe(false)
})
