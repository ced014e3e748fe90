import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createLedger } from '../../../src/ledger.js'
import { UpgradeError } from '../../../src/errors.js'
import type { Update } from '../../../src/report/report.js'
import { Secret } from '../../../src/secrets/secret.js'
import { commitUpgrade, type CommitInput } from '../../../src/steps/commit/commit-upgrade.js'
import { files } from '../../../src/tools/files.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

const root = mkdtempSync(join(tmpdir(), 'commit-upgrade-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})
const secret = 'canary/secret+value'
const update: Update = {
  mode: 'fast',
  lockedVersion: '2.4.8',
  writtenFiles: ['composer.json'],
  removedFiles: [],
  restoredFiles: [],
  ownChanges: [],
  mappedFiles: 0,
  problems: []
}
const bot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'
let folder: string
let start: string
beforeEach(async () => {
  folder = mkdtempSync(join(root, 'project-'))
  mkdirSync(join(folder, 'app'))
  writeFileSync(join(folder, 'composer.json'), '{}\n')
  const git = gitWith({ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' })
  await git.read('init', '--quiet')
  await git.read('add', '.')
  await git.read('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', 'Start')
  start = await git.read('rev-parse', 'HEAD')
  writeFileSync(join(folder, 'composer.json'), '{"name": "shop/project"}\n')
})

/** git as a caller with these variables would have it, on a machine that knows nobody. */
function gitWith(variables: Readonly<Record<string, string>>): Git {
  const nobody = { HOME: root, GIT_CONFIG_GLOBAL: join(root, 'nobody'), GIT_CONFIG_NOSYSTEM: '1' }
  writeFileSync(nobody.GIT_CONFIG_GLOBAL, '[user]\n\tuseConfigOnly = true\n')
  return createGit(createRunCommand(), { PATH: process.env['PATH'], ...nobody, ...variables }, folder)
}

const commit = (git: Git, more: Partial<CommitInput> = {}): Promise<string | null> =>
  commitUpgrade(
    { git, files, ledger: createLedger() },
    {
      update,
      message: 'Upgrade',
      author: '',
      trailers: ['Upgraded-To: 2.4.8'],
      secrets: [new Secret(secret)],
      ...more
    }
  )
const author = { GIT_AUTHOR_NAME: 'Ann Author', GIT_AUTHOR_EMAIL: 'ann@example.com' }
const committer = { GIT_COMMITTER_NAME: 'Cem Committer', GIT_COMMITTER_EMAIL: 'cem@example.com' }
const both = ['Ann Author <ann@example.com>', 'Cem Committer <cem@example.com>'] as const

describe('who commits', () => {
  test.each([
    ['both from the environment', { ...author, ...committer }, '', both[0], both[1]],
    ['the author from the environment', author, '', both[0], bot],
    ['the committer from the environment', committer, '', bot, both[1]],
    ['nobody', {}, '', bot, bot],
    ['variables that are empty', { GIT_AUTHOR_NAME: '', GIT_COMMITTER_EMAIL: '' }, '', bot, bot],
    [
      'commit-author alone',
      {},
      'Rel Ease <rel@example.com>',
      'Rel Ease <rel@example.com>',
      'Rel Ease <rel@example.com>'
    ],
    [
      'commit-author before all',
      { ...author, ...committer },
      'Rel Ease <rel@example.com>',
      'Rel Ease <rel@example.com>',
      both[1]
    ]
  ])('%s', async (_name, variables, option, wantedAuthor, wantedCommitter) => {
    const git = gitWith(variables)
    const sha = await commit(git, { author: option })
    expect(await git.read('log', '-1', '--format=%H|%an <%ae>|%cn <%ce>')).toBe(
      `${sha ?? ''}|${wantedAuthor}|${wantedCommitter}\n`
    )
  })

  test('no other variable of git reaches it', async () => {
    const git = gitWith({ ...author, ...committer, GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z', GIT_DIR: '/nowhere' })
    await commit(git)
    expect(await git.read('log', '-1', '--format=%ad', '--date=format:%Y')).not.toBe('2001\n')
  })

  test('commit-author in another form is refused', async () => {
    await expect(commit(gitWith({}), { author: 'just a name' })).rejects.toMatchObject({ code: 'bad-input' })
  })
})

// F56
describe('a live secret', () => {
  test.each([
    ['in the message', { message: `Upgrade with ${secret}` }, 'the commit message'],
    [
      'in the message, as a URL has it',
      { message: `See https://x/?k=${encodeURIComponent(secret)}` },
      'commit message'
    ],
    ['in the message, as base64', { message: Buffer.from(secret).toString('base64') }, 'the commit message'],
    ['in a trailer', { trailers: [`Database-Backup: ${secret}`] }, 'the commit message'],
    ['in the author', { author: `${secret} <a@example.com>` }, 'commit-author']
  ])('%s is refused, and not shown', async (_name, more, where) => {
    const git = gitWith({})
    const error = await commit(git, more).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UpgradeError)
    const { code, message, next, details } = error as UpgradeError
    expect([code, message]).toEqual([
      'commit-refused',
      expect.stringContaining(`${where} contains a secret of this run`)
    ])
    for (const text of [message, next, details ?? '']) {
      expect(text).not.toContain('canary')
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
    }
    expect(await git.read('rev-parse', 'HEAD')).toBe(start)
    expect(await git.read('diff', '--cached', '--name-only')).toBe('')
  })

  test('in a file and in the message are told at once', async () => {
    writeFileSync(join(folder, 'composer.json'), `{"k": "${secret}"}\n`)
    const error = await commit(gitWith({}), { message: secret }).catch((reason: unknown) => reason)
    expect((error as UpgradeError).message).toMatch(/^2 items .*the commit message contains.*composer\.json contains/)
  })
})

test('only what the update wrote is committed, with the trailers as trailers', async () => {
  writeFileSync(join(folder, 'other.txt'), 'mine\n')
  const git = gitWith({})
  await commit(git, { message: 'Upgrade\n\n# kept' })
  expect(await git.read('show', '--name-only', '--format=%B', 'HEAD')).toBe(
    'Upgrade\n\n# kept\n\nUpgraded-To: 2.4.8\n\n\ncomposer.json\n'
  )
  expect(await git.read('log', '-1', '--format=%(trailers:key=Upgraded-To,valueonly)')).toBe('2.4.8\n\n')
  expect(await git.status()).toEqual([{ status: '??', path: 'other.txt' }])
})

test('nothing that differs is no commit', async () => {
  writeFileSync(join(folder, 'composer.json'), '{}\n')
  const git = gitWith({})
  expect(await commit(git)).toBeNull()
  expect(await git.read('rev-parse', 'HEAD')).toBe(start)
})

describe('what is written', () => {
  const key = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')
  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
  }
  const committed = async (git: Git): Promise<readonly string[]> =>
    (await git.read('show', '--name-only', '--format=', 'HEAD')).trim().split('\n')

  test('may hold the test keys of a package', async () => {
    const names = ['dev/a.pem', 'dev/b key.txt', 'vendor/.htaccess']
    write(Object.fromEntries(names.map((name) => [name, key])))
    const git = gitWith({})
    await commit(git, { update: { ...update, writtenFiles: names } })
    expect(await committed(git)).toEqual(names)
  })

  test.each(['composer.json', 'composer.lock', '.magento.app.yaml'])(
    'no key is in %s, which no package brings',
    async (name) => {
      write({ [name]: key })
      await expect(commit(gitWith({}), { update: { ...update, writtenFiles: [name] } })).rejects.toMatchObject({
        message: expect.stringContaining(`${name} contains a private key`)
      })
    }
  )

  test('what somebody else staged is looked at as well', async () => {
    write({ 'app/a.pem': 'x' })
    const git = gitWith({})
    await git.read('add', 'app/a.pem')
    await expect(commit(git)).rejects.toMatchObject({ message: expect.stringContaining('app/a.pem looks like') })
  })

  test('may change and remove what HEAD holds, whatever .gitignore says', async () => {
    const names = ['auth.json', 'b/.env', 'gone.txt']
    write({ ...Object.fromEntries(names.map((name) => [name, 'old'])), '.gitignore': 'auth.json\nb/\n' })
    const git = gitWith({ ...author, ...committer })
    await git.read('add', '--force', '.')
    await git.read('commit', '--quiet', '--message', 'More')
    write({ 'auth.json': 'new', 'b/.env': 'new', 'new one.txt': 'new' })
    rmSync(join(folder, 'gone.txt'))
    const writtenFiles = ['auth.json', 'b/.env', 'new one.txt']
    await commit(git, { update: { ...update, writtenFiles, removedFiles: ['gone.txt'] } })
    expect(await committed(git)).toEqual(['auth.json', 'b/.env', 'gone.txt', 'new one.txt'])
  })

  test('keeps a credential that HEAD has in the very place of composer.json, and takes none to another', async () => {
    const held = (more = ''): string =>
      `{${more}"config": {"http-basic": {"h": {"username": "u", "password": "${secret}"}}}}`
    write({ 'composer.json': held() })
    const git = gitWith({ ...author, ...committer })
    await git.read('commit', '--quiet', '--all', '--message', 'More')
    write({ 'composer.json': held('"name": "x", ') })
    expect(await commit(git)).not.toBeNull()
    write({ 'composer.json': `{"extra": "${secret}"}` })
    await expect(commit(git)).rejects.toMatchObject({
      message: expect.stringContaining('composer.json contains a secret')
    })
    write({ 'other.json': held() })
    await expect(commit(git, { update: { ...update, writtenFiles: ['other.json'] } })).rejects.toMatchObject({
      message: expect.stringContaining('other.json contains a secret')
    })
  })
})

describe('the commit', () => {
  const effects = async (
    git: Git,
    more: Partial<CommitInput> = {}
  ): Promise<readonly [unknown, readonly unknown[]]> => {
    const ledger = createLedger()
    const input = { update, message: 'Upgrade', author: '', trailers: [], secrets: [], ...more }
    const made: unknown = await commitUpgrade({ git, files, ledger }, input).catch((reason: unknown) => reason)
    return [made, ledger.effects]
  }

  test('without trailers has the message alone, and stands in the ledger', async () => {
    const git = gitWith({})
    const [sha, noted] = await effects(git)
    expect([sha, await git.read('log', '-1', '--format=%B')]).toEqual([
      expect.stringMatching(/^[0-9a-f]{40}$/),
      'Upgrade\n\n'
    ])
    expect(noted).toEqual([
      { kind: 'commit', what: 'a commit of the upgrade was made in the local repository', state: 'done' }
    ])
  })

  test('has all trailers, a line each', async () => {
    const git = gitWith({})
    await effects(git, { trailers: ['A: 1', 'B: 2'] })
    expect(await git.read('log', '-1', '--format=%B')).toBe('Upgrade\n\nA: 1\nB: 2\n\n')
  })

  test('that a hook refuses is told in its words, and counts as not made', async () => {
    const git = gitWith({})
    const hook = '#!/bin/sh\necho " node: not found" >&2\nexit 1\n'
    writeFileSync(join(folder, '.git', 'hooks', 'pre-commit'), hook, { mode: 0o755 })
    const [error, noted] = await effects(git)
    const said = { message: expect.stringContaining('not on PATH'), details: 'node: not found' }
    expect(error).toMatchObject({ code: 'push-rejected', ...said })
    expect([noted, await git.read('rev-parse', 'HEAD')]).toEqual([
      [expect.objectContaining({ state: 'undone' })],
      start
    ])
  })

  test('that git refuses on stdout alone is told as well', async () => {
    const git = gitWith({})
    const refused = { exitCode: 1, stdout: ' npx: not found\n', stderr: ' \n', timedOut: false }
    const run: Git['run'] = (...args) =>
      args.includes('commit') ? Promise.resolve(refused as never) : git.run(...args)
    const [error] = await effects({ ...git, run })
    expect(error).toMatchObject({ message: expect.stringContaining('not on PATH'), details: 'npx: not found' })
  })
})
