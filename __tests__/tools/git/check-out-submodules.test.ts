import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkOutSubmodules } from '../../../src/tools/git/check-out-submodules.js'
import type { Checkout } from '../../../src/tools/git/read-checkout.js'
import { files } from '../../../src/tools/files.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { withWorkTree } from '../../../src/tools/git/work-tree.js'
import { plainGit } from '../../helpers/actions-checkout.js'

const world = mkdtempSync(join(tmpdir(), 'submodules-'))
afterAll(() => {
  rmSync(world, { recursive: true })
})
let root: string
let git: Git
const composerJson = JSON.stringify({ repositories: [{ type: 'path', url: 'modules/x' }] })
const checkout = { composerJson, composerLock: '{"packages":[]}' } as Checkout
const inRoot = (...args: string[]): string => plainGit(root, ...args)
const gitOf = (folder: string): Git =>
  createGit(
    createRunCommand(),
    { PATH: process.env['PATH'], HOME: world, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    folder
  )

beforeEach(() => {
  const folder = mkdtempSync(join(world, 'project-'))
  const module = join(folder, 'module')
  mkdirSync(module)
  plainGit(module, 'init', '--quiet', '--initial-branch=main')
  writeFileSync(join(module, 'composer.json'), '{"name":"acme/x"}\n')
  writeFileSync(join(module, '.gitattributes'), '* filter=evil\n')
  plainGit(module, 'add', '.')
  plainGit(module, 'commit', '--quiet', '--message', 'First')
  plainGit(module, 'tag', 'v1.2.0')
  root = join(folder, 'root')
  mkdirSync(root)
  inRoot('init', '--quiet', '--initial-branch=main')
  inRoot('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', '--name', 'the x', module, 'modules/x')
  inRoot('commit', '--quiet', '--message', 'Start')
  // The developer's own copy has moved on, and what it was cloned from is gone: there is no network.
  plainGit(join(root, 'modules/x'), 'commit', '--quiet', '--allow-empty', '--message', 'Later')
  rmSync(module, { recursive: true })
  git = gitOf(root)
})

/** The contents of the scratch checkout, and git's status of it. */
async function seen(): Promise<{ composerJson: string; head: string; tag: string; status: string }> {
  return withWorkTree(git, 'HEAD', async (scratch) => {
    await checkOutSubmodules({ git, scratch, files }, checkout, '')
    const inside = scratch.in(join(scratch.folder, 'modules/x'))
    return {
      composerJson: readFileSync(join(inside.folder, 'composer.json'), 'utf8'),
      head: (await inside.read('rev-parse', 'HEAD')).trim(),
      tag: (await inside.read('describe', '--exact-match', '--tags')).trim(),
      status: await scratch.read('status', '--porcelain')
    }
  })
}

const expected = (): unknown => ({
  composerJson: '{"name":"acme/x"}\n',
  head: inRoot('rev-parse', 'HEAD:modules/x'),
  tag: 'v1.2.0',
  status: ''
})

test('a submodule is there at the commit of the project, and the developer sees no trace of it', async () => {
  const before = [inRoot('status', '--porcelain'), plainGit(join(root, 'modules/x'), 'worktree', 'list')]
  expect(await seen()).toEqual(expected())
  expect([inRoot('status', '--porcelain'), plainGit(join(root, 'modules/x'), 'worktree', 'list')]).toEqual(before)
})

test('it comes from what git has kept where the checkout stands elsewhere', async () => {
  rmSync(join(root, 'modules'), { recursive: true })
  expect(await seen()).toEqual(expected())
})

test('nothing of its configuration runs: no hook, no filter, no watcher', async () => {
  const ran = join(root, '..', 'ran')
  const evil = join(root, '..', 'evil.sh')
  writeFileSync(evil, `#!/bin/sh\necho ran >> '${ran}'\n`)
  chmodSync(evil, 0o755)
  const module = join(root, '.git/modules/the x')
  mkdirSync(join(module, 'hooks'), { recursive: true })
  writeFileSync(join(module, 'hooks/post-checkout'), `#!/bin/sh\necho ran >> '${ran}'\n`, { mode: 0o755 })
  const settings = ['filter.evil.smudge', 'filter.evil.clean', 'core.fsmonitor', 'core.sshCommand', 'core.pager']
  for (const setting of settings) plainGit(module, '--work-tree=.', 'config', setting, evil)
  expect(await seen()).toEqual(expected())
  expect(existsSync(ran)).toBe(false)
})

test.each([
  [
    'was never checked out',
    (): void => {
      inRoot('submodule', '--quiet', 'deinit', '--force', 'modules/x')
      rmSync(join(root, '.git/modules'), { recursive: true })
    }
  ],
  [
    'lacks the commit',
    (): void => {
      const missing = `160000,${'1'.repeat(40)},modules/x`
      inRoot('update-index', '--cacheinfo', missing)
      inRoot('commit', '--quiet', '--message', 'Unknown')
    }
  ]
])('one that %s is named, with what to type', async (_, spoil) => {
  spoil()
  await expect(seen()).rejects.toMatchObject({
    exitCode: 12,
    message: expect.stringMatching(/the git submodule modules\/x \(commit \w{12}\), which is not in .*root/) as unknown,
    next: expect.stringContaining('git submodule update --init modules/x') as unknown
  })
  expect(inRoot('worktree', 'list').split('\n')).toHaveLength(1)
})

test('a submodule that no repository of composer.json needs is left empty', async () => {
  await withWorkTree(git, 'HEAD', async (scratch) => {
    await checkOutSubmodules({ git, scratch, files }, { ...checkout, composerJson: '{}' }, '')
    expect(existsSync(join(scratch.folder, 'modules/x/composer.json'))).toBe(false)
    expect(existsSync(join(scratch.folder, 'modules/x/.git'))).toBe(false)
  })
})
