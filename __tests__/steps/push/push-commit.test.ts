import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../../../src/ledger.js'
import { pushCommit } from '../../../src/steps/push/push-commit.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { withWorkTree } from '../../../src/tools/git/work-tree.js'
import { plainGit } from '../../helpers/actions-checkout.js'

const root = mkdtempSync(join(tmpdir(), 'push-commit-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})
let folder: string
let origin: string
let git: Git
let commit: string
let ledger = createLedger()
const push = (): Promise<void> => {
  ledger = createLedger()
  return pushCommit(git, { remote: 'origin', branch: 'main', commit, liveTag: null, ledger })
}
/** What the last push is said to have done to the branch, and what that means for the environment. */
const states = (): readonly string[] => ledger.effects.map(({ kind, state }) => `${kind} ${state}`)

function script(path: string, ...lines: readonly string[]): string {
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
  return path
}

beforeEach(() => {
  folder = mkdtempSync(join(root, 'project-'))
  origin = `${folder}.git`
  plainGit(root, 'init', '--quiet', '--bare', origin)
  plainGit(folder, 'init', '--quiet', '--initial-branch=main')
  plainGit(folder, 'remote', 'add', 'origin', origin)
  writeFileSync(join(folder, 'media.bin'), 'whole\n')
  plainGit(folder, 'add', '.')
  plainGit(folder, 'commit', '--quiet', '--message', 'Start')
  commit = plainGit(folder, 'rev-parse', 'HEAD')
  const environment = {
    PATH: process.env['PATH'],
    HOME: root,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1'
  }
  git = createGit(createRunCommand(), environment, folder)
})

// F63
describe('a remote that goes away after it took the commit', () => {
  test('and had said so is believed', async () => {
    plainGit(
      folder,
      'config',
      'remote.origin.receivepack',
      script(`${folder}.sh`, 'git-receive-pack "$1"; mv "$1" "$1.gone"')
    )
    await push()
    expect(plainGit(`${origin}.gone`, 'rev-parse', 'main')).toBe(commit)
  })

  test('and answers again is believed, whatever git ended with', async () => {
    script(join(origin, 'hooks', 'post-receive'), 'kill -9 $PPID')
    await push()
    expect(plainGit(origin, 'rev-parse', 'main')).toBe(commit)
  })

  test('without a word leaves it open, and the next run finds out', async () => {
    script(join(origin, 'hooks', 'post-receive'), `mv '${origin}' '${origin}.gone'`, 'kill -9 $PPID')
    await expect(push()).rejects.toMatchObject({
      code: 'retry-later',
      message: expect.stringMatching(/is not known/) as unknown
    })
    expect(states()).toEqual(['branch unknown', 'deployment intended'])
    expect(plainGit(`${origin}.gone`, 'rev-parse', 'main')).toBe(commit)
    renameSync(`${origin}.gone`, origin)
    await push()
  })

  test('while another branch of the same ending was there before', async () => {
    plainGit(folder, 'push', '--quiet', 'origin', `${commit}:refs/heads/a/refs/heads/main`)
    script(join(origin, 'hooks', 'pre-receive'), 'exit 1')
    await expect(push()).rejects.toMatchObject({ code: 'push-rejected' })
  })
})

// F58
test('a pre-push hook that fails is no matter of the network', async () => {
  script(join(folder, '.git/hooks/pre-push'), 'echo "npx: not found" >&2', 'exit 127')
  await expect(push()).rejects.toMatchObject({
    code: 'push-rejected',
    message: expect.stringMatching(/husky/) as unknown
  })
  expect(existsSync(join(origin, 'refs/heads/main'))).toBe(false)
})

describe('a scratch checkout', () => {
  test('needs no hook of the developer', async () => {
    script(join(folder, '.git/hooks/post-checkout'), 'echo no >&2', 'exit 1')
    mkdirSync(join(folder, '.husky'))
    script(join(folder, '.husky/post-checkout'), 'exit 1')
    plainGit(folder, 'config', 'core.hooksPath', '.husky')
    expect(await withWorkTree(git, commit, (scratch) => scratch.read('rev-parse', 'HEAD'))).toBe(`${commit}\n`)
  })

  test.each([
    ['git-lfs', 'git-lfs filter-process', /filter lfs failed/, /Install git-lfs/],
    ['another one', 'false', /filter lfs failed/, /git-lfs/]
  ])('names the smudge filter that fails: %s', async (_name, program, message, next) => {
    writeFileSync(join(folder, '.gitattributes'), '*.bin filter=lfs\n')
    plainGit(folder, 'add', '.gitattributes')
    plainGit(folder, 'commit', '--quiet', '--message', 'Attributes')
    for (const [name, value] of [
      ['smudge', program],
      ['required', 'true']
    ] as const)
      plainGit(folder, 'config', `filter.lfs.${name}`, value)
    const made = withWorkTree(git, plainGit(folder, 'rev-parse', 'HEAD'), () => Promise.resolve())
    await expect(made).rejects.toMatchObject({
      code: 'preflight-failed',
      message: expect.stringMatching(message) as unknown,
      next: expect.stringMatching(next) as unknown
    })
  })
})
