import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { GivenOptions } from '../../../src/run/normalize-options.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import type { RunContext } from '../../../src/run/run-context.js'
import { upgrade } from '../../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../../helpers/local-project.js'

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
let project: LocalProject
let start: string
beforeAll(async () => {
  project = await startLocalProject()
  start = (await project.git('rev-parse', 'HEAD')).trim()
})
afterAll(() => project.stop())
afterEach(async () => {
  rmSync(join(project.folder, 'origin.git/hooks/pre-receive'), { force: true })
  rmSync(join(project.checkout, '.git/hooks/pre-commit'), { force: true })
  await project.git('reset', '--quiet', '--hard', start)
  await project.git('push', '--quiet', '--force', 'origin', 'integration')
})

const run = (given: GivenOptions = {}, context: RunContext = {}): Promise<UpgradeReport> =>
  upgrade({ ...project.options, ...given }, { ...project.context, ...context })
const head = async (): Promise<string> => (await project.git('rev-parse', 'HEAD')).trim()
const remoteHead = async (): Promise<string> =>
  (await project.git('ls-remote', 'origin', 'refs/heads/integration')).slice(0, 40)

function hook(folder: string, name: string, lines: readonly string[]): void {
  const path = join(folder, 'hooks', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
  chmodSync(path, 0o755)
}

async function expectUntouched(): Promise<void> {
  expect(await head()).toBe(start)
  expect(await project.git('status', '--porcelain')).toBe('')
  expect(await remoteHead()).toBe(start)
}

test('pushes one commit of the named author, tags the live one and moves the branch', async () => {
  const report = await run({ commitMessage: 'From {from} to {to}', commitAuthor: 'Release Team <release@example.com>' })
  expect(report).toMatchObject({ error: null, verdict: 'pushed' })
  expect(await remoteHead()).toBe(report.commit)
  expect(await head()).toBe(report.commit)
  expect(await project.git('log', '-1', '--format=%s|%an|%ae|%P')).toBe(
    `From 2.4.7-p3 to ${report.plan?.toVersion ?? ''}|Release Team|release@example.com|${start}\n`
  )
  expect(await project.git('ls-remote', '--tags', 'origin')).toContain(
    `${start}\trefs/tags/${report.liveCommitTag ?? ''}`
  )
  expect(await project.git('diff', '--name-only', start, 'HEAD', '--', '.gitignore', '.github', 'app/code')).toBe('')
})

test('without an identity the bot commits', async () => {
  const report = await run({ push: false })
  expect(await project.git('log', '-1', '--format=%an', report.commit ?? '')).toBe('github-actions[bot]\n')
})

// F58
test('a failing pre-commit hook refuses the commit, in its own words', async () => {
  hook(join(project.checkout, '.git'), 'pre-commit', ['echo the lint failed >&2', 'exit 1'])
  const report = await run()
  expect(report.error).toMatchObject({ code: 'push-rejected', exitCode: 41 })
  expect(report.error?.details).toContain('the lint failed')
  await expectUntouched()
})

// F55
test('a script of the project is not run behind our back; where it is let run, what it writes is refused', async () => {
  const path = join(project.checkout, 'composer.json')
  const composer = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  const scripts = { 'post-update-cmd': ['@php -r "file_put_contents(\'app/etc/surprise.php\', 1);"'] }
  writeFileSync(path, JSON.stringify({ ...composer, scripts }, null, 4))
  writeFileSync(join(project.checkout, '.gitignore'), '/vendor\n/var\n/generated\n')
  await project.git(...identity, 'commit', '--quiet', '--all', '--message', 'Add a script')
  await project.git('push', '--quiet', 'origin', 'integration')
  const refused = await run()
  expect(refused.error).toMatchObject({ code: 'preflight-failed', exitCode: 12 })
  expect(JSON.stringify(refused.error)).toContain('surprise.php')
  expect(refused.steps.map(({ step }) => step)).not.toContain('update')
  const report = await run({ install: 'full' })
  expect(report.error?.code).toBe('commit-refused')
  expect(report.error?.message).toContain('app/etc/surprise.php')
  const without = await run({ install: 'fast-without-scripts', push: false })
  expect(without).toMatchObject({ verdict: 'committed', update: { mode: 'fast' } })
  expect(JSON.stringify(without.update?.problems)).toContain('surprise.php')
})

// F59
test('a branch that moved between plan and push is not overwritten', async () => {
  const theirs = (await project.git(...identity, 'commit-tree', `${start}^{tree}`, '-p', start, '-m', 'Theirs')).trim()
  hook(join(project.checkout, '.git'), 'pre-commit', [
    `unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE; git -C '${project.checkout}' push --quiet origin ${theirs}:refs/heads/integration`
  ])
  const report = await run()
  expect(report.error).toMatchObject({ code: 'push-raced', exitCode: 42 })
  expect(await remoteHead()).toBe(theirs)
  expect(await head()).toBe(start)
})

// F60
test('a protected branch is named', async () => {
  hook(join(project.folder, 'origin.git'), 'pre-receive', [
    'echo "error: GH006: Protected branch update failed." >&2',
    'exit 1'
  ])
  const report = await run()
  expect(report.error).toMatchObject({ code: 'push-rejected', exitCode: 41 })
  expect(report.error?.next).toContain('pull-request')
  await expectUntouched()
})

// F03, F57
test('an upgrade that is done already changes and pushes nothing', async () => {
  const first = await run()
  const second = await run()
  expect(second).toMatchObject({ error: null, verdict: 'up-to-date', commit: null, plan: { changed: false } })
  expect(await remoteHead()).toBe(first.commit)
})

// F62
test('a second remote that did not answer gets the commit from the next run, also from a fresh clone', async () => {
  const cloud = join(project.folder, 'cloud.git')
  await project.git('remote', 'add', 'magento', cloud)
  const first = await run({ cloudRemote: 'magento' })
  expect(first.error).toMatchObject({
    exitCode: 41,
    message: expect.stringMatching(/origin already has it/) as unknown
  })
  const upgraded = await remoteHead()
  expect((await run({ cloudRemote: 'magento' })).error).not.toBeNull()
  await project.git('init', '--quiet', '--bare', cloud)
  await project.git('push', '--quiet', 'magento', `${start}:refs/heads/integration`)
  const clone = join(project.folder, 'clone')
  await project.git('clone', '--quiet', '--branch', 'integration', join(project.folder, 'origin.git'), clone)
  await project.git('-C', clone, 'remote', 'add', 'magento', cloud)
  const second = await run({ cloudRemote: 'magento', workingDirectory: clone })
  expect(second).toMatchObject({ error: null, verdict: 'pushed', commit: upgraded })
  expect(await project.git('ls-remote', cloud, 'refs/heads/integration')).toContain(upgraded)
  expect(await run({ cloudRemote: 'magento', workingDirectory: clone })).toMatchObject({
    error: null,
    verdict: 'up-to-date'
  })
  await project.git('remote', 'remove', 'magento')
})
