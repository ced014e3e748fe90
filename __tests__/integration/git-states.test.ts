import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { actionsCheckout } from '../helpers/actions-checkout.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
beforeAll(async () => {
  project = await startLocalProject()
})
afterAll(() => project.stop())
afterEach(async () => {
  await project.git('checkout', '--quiet', '--force', 'integration')
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
  await project.git('clean', '--quiet', '--force', '-d')
  await project.git('stash', 'clear')
})

const run = (given: GivenOptions = {}): Promise<UpgradeReport> =>
  upgrade({ ...project.options, push: false, ...given }, project.context)
const file = (name: string): string => join(project.checkout, name)
const problemIds = ({ error }: UpgradeReport): readonly string[] =>
  error?.problems.filter(({ severity }) => severity === 'error').map(({ id }) => id) ?? []
const change = (): void => {
  appendFileSync(file('.magento.env.yaml'), '# mine\n')
  writeFileSync(file('app/design/notes.txt'), 'mine\n')
}

// F10
test('a dirty work tree fails and stays byte for byte', async () => {
  change()
  const before = await project.git('status', '--porcelain', '--untracked-files=all')
  const report = await run()
  expect(problemIds(report)).toEqual(['git-dirty'])
  expect(await project.git('status', '--porcelain', '--untracked-files=all')).toBe(before)
  expect(readFileSync(file('app/design/notes.txt'), 'utf8')).toBe('mine\n')
})

test('stash brings changes back on top of the upgrade', async () => {
  change()
  const report = await run({ dirty: 'stash' })
  expect(report.error).toBeNull()
  expect((await project.git('rev-parse', 'HEAD')).trim()).toBe(report.commit)
  expect(readFileSync(file('.magento.env.yaml'), 'utf8')).toMatch(/# mine\n$/)
  expect(existsSync(file('app/design/notes.txt'))).toBe(true)
  expect(await project.git('stash', 'list')).toBe('')
})

test('changes that conflict stay in the stash, all of them', async () => {
  change()
  writeFileSync(file('composer.lock'), '{}\n')
  const report = await run({ dirty: 'stash' })
  expect(report.error).toBeNull()
  expect(report.warnings.map(({ message }) => message).join()).toMatch(/safe in the stash/)
  expect(await project.git('status', '--porcelain')).toBe('')
  expect(await project.git('show', 'stash@{0}:composer.lock')).toBe('{}\n')
  expect(await project.git('show', 'stash@{0}^3:app/design/notes.txt')).toBe('mine\n')
})

test('branch saves changes on a branch of their own', async () => {
  change()
  const report = await run({ dirty: 'branch' })
  expect(report.error).toBeNull()
  const saved = `magento-cloud-upgrade/saved-${report.commit?.slice(0, 12) ?? ''}`
  expect(await project.git('show', `${saved}:.magento.env.yaml`)).toMatch(/# mine\n$/)
  expect(await project.git('status', '--porcelain')).toBe('')
})

// F10, F56
test('branch commits no key and no dump: they are named, and nothing is touched', async () => {
  change()
  writeFileSync(file('app/design/deploy'), '-----BEGIN OPENSSH PRIVATE KEY-----\ncanary\n')
  writeFileSync(file('app/design/shop.sql'), '-- MySQL dump 10.13\n')
  const before = await project.git('status', '--porcelain', '--untracked-files=all')
  const report = await run({ dirty: 'branch' })
  expect(problemIds(report)).toEqual(['git-dirty-secret', 'git-dirty-secret'])
  const told = JSON.stringify(report.error?.problems)
  expect(told).toMatch(/deploy, which contains a private key.*shop\.sql, which looks like a database dump/)
  expect(await project.git('status', '--porcelain', '--untracked-files=all')).toBe(before)
})

// F64
test('another case of app/etc is refused where git takes both for one', async () => {
  await project.git('config', 'core.ignorecase', 'true')
  const blob = (await project.git('hash-object', '-w', 'composer.json')).trim()
  await project.git('update-index', '--add', '--cacheinfo', `100644,${blob},App/Etc/mine.php`)
  await project.git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'Case')
  const report = await run({ dirty: 'stash' })
  await project.git('config', '--unset', 'core.ignorecase')
  expect(problemIds(report)).toEqual(['git-case'])
  expect(report.error?.exitCode).toBe(12)
})

// F11
test('a detached HEAD needs the branch', async () => {
  await project.git('checkout', '--quiet', '--detach')
  const refused = await run()
  expect(problemIds(refused)).toEqual(['git-detached'])
  await project.git('remote', 'add', 'cloud', join(project.folder, 'origin.git'))
  const named = await run({ branch: 'integration', remote: 'cloud' })
  expect(named).toMatchObject({ error: null, branch: 'integration' })
  // The checkout stands elsewhere, so the commit is found by its name.
  const ref =
    /refs\/magento-cloud-upgrade\/[\w.-]+\w/.exec(named.warnings.map(({ message }) => message).join())?.[0] ?? ''
  expect((await project.git('rev-parse', ref)).trim()).toBe(named.commit)
  expect(named.warnings.map(({ fix }) => fix)).toContain(`To push it: git push cloud ${ref}:refs/heads/integration`)
})

test('a folder outside of git says so', async () => {
  const { error } = await run({ workingDirectory: project.folder })
  expect(error).toMatchObject({ exitCode: 12, message: expect.stringMatching(/is not in a git repository/) as unknown })
})

test('a branch that is nowhere is refused', async () => {
  const report = await run({ branch: 'integratoin', push: true })
  expect(problemIds(report)).toEqual(['git-no-branch'])
  expect(await project.git('ls-remote', '--heads', 'origin')).not.toMatch(/integratoin/)
})

// F13
test('all problems come at once', async () => {
  change()
  writeFileSync(file('.git/MERGE_HEAD'), await project.git('rev-parse', 'HEAD'))
  const report = await run({ push: true, remote: 'upstream' })
  rmSync(file('.git/MERGE_HEAD'))
  expect(problemIds(report).toSorted()).toEqual(['git-dirty', 'git-operation', 'git-remote'])
})

test('a checkout behind its remote is refused', async () => {
  await project.git(
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.com',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    'Theirs'
  )
  await project.git('push', '--quiet', 'origin', 'integration')
  await project.git('reset', '--quiet', '--hard', 'HEAD~1')
  expect(problemIds(await run({ push: true }))).toEqual(['git-behind'])
})

// F12
test('a shallow clone is enough', async () => {
  const shallow = join(project.folder, 'shallow')
  await project.git(
    'clone',
    '--quiet',
    '--depth',
    '1',
    '--branch',
    'integration',
    `file://${join(project.folder, 'origin.git')}`,
    shallow
  )
  const report = await run({ workingDirectory: shallow, push: true, commitAuthor: 'Release <release@example.com>' })
  expect(report).toMatchObject({ error: null, verdict: 'pushed' })
  expect(report.warnings.map(({ id }) => id)).toContain('git-shallow')
  expect(await project.git('ls-remote', 'origin', 'refs/heads/integration')).toContain(report.commit)
})

test('a named branch is upgraded from its own tip, whatever unreviewed commit is checked out', async () => {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.com']
  const [first = ''] = (await project.git('rev-list', '--max-parents=0', 'HEAD')).split('\n')
  await project.git('push', '--quiet', 'origin', `${first}:refs/heads/release`)
  await project.git('checkout', '--quiet', '-b', 'topic', first)
  await project.git(...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Unreviewed')
  await project.git('push', '--quiet', 'origin', 'HEAD:refs/pull/7/merge')
  const unreviewed = (await project.git('rev-parse', 'HEAD')).trim()
  const checkout = join(project.folder, 'pull-request')
  actionsCheckout(checkout, `file://${join(project.folder, 'origin.git')}`, { pull: 7 }, 50)
  const given = { workingDirectory: checkout, push: true, commitAuthor: 'Release <release@example.com>' }
  const report = await run({ ...given, branch: 'release' })
  expect(report).toMatchObject({ error: null, verdict: 'pushed' })
  await project.git('fetch', '--quiet', 'origin')
  expect(await project.git('rev-list', 'origin/release')).not.toContain(unreviewed)
  expect((await project.git('log', '-1', '--format=%H %P', 'origin/release')).trim()).toBe(
    `${report.commit ?? ''} ${first}`
  )
})
