import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { StepTime, UpgradeReport } from '../../src/report/report.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
let start: string
beforeAll(async () => {
  project = await startLocalProject()
  start = (await project.git('rev-parse', 'HEAD')).trim()
})
afterAll(() => project.stop())
afterEach(async () => {
  rmSync(hook, { force: true })
  await project.git('checkout', '--quiet', 'integration')
  await project.git('reset', '--quiet', '--hard', start)
  await project.git('update-ref', '-d', 'refs/magento-cloud-upgrade/made/integration')
  await project.git('push', '--quiet', '--force', 'origin', 'integration')
})

const run = (given: GivenOptions = {}): Promise<UpgradeReport> =>
  upgrade({ ...project.options, ...given }, project.context)
const remoteHead = async (): Promise<string> =>
  (await project.git('ls-remote', 'origin', 'refs/heads/integration')).slice(0, 40)
const outcomes = ({ steps }: UpgradeReport, ...names: readonly StepTime['step'][]): readonly string[] =>
  steps.filter(({ step }) => names.includes(step)).map(({ step, outcome }) => `${step} ${outcome}`)
let hook: string
beforeAll(() => {
  hook = join(project.folder, 'origin.git', 'hooks', 'update')
})
/** The remote refuses branches, as a protected one does, or fails after it has taken them. */
function refuseBranches(lines: readonly string[]): void {
  writeFileSync(hook, ['#!/bin/sh', 'case "$1" in refs/heads/*)', ...lines, ';; esac', ''].join('\n'))
  chmodSync(hook, 0o755)
}

test('a commit that could not be pushed is pushed by the next run, not made again', async () => {
  refuseBranches(['echo "GH006: Protected branch update failed." >&2', 'exit 1'])
  const failed = await run()
  expect(failed.error?.code).toBe('push-rejected')
  rmSync(hook)
  const report = await run()
  expect(report).toMatchObject({ error: null, verdict: 'pushed', commit: failed.commit })
  expect(outcomes(report, 'update', 'commit', 'push')).toEqual(['update skipped', 'commit skipped', 'push done'])
  expect(await remoteHead()).toBe(failed.commit)
  expect((await project.git('rev-parse', 'HEAD')).trim()).toBe(failed.commit)
})

test('a commit on another base, or for another target, is not used', async () => {
  refuseBranches(['exit 1'])
  const failed = await run()
  rmSync(hook)
  await project.git(
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.com',
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    'On'
  )
  const report = await run()
  expect(report.verdict).toBe('pushed')
  expect(report.commit).not.toBe(failed.commit)
  expect(await project.git('log', '-1', '--format=%s', `${report.commit ?? ''}^`)).toBe('On\n')
})

test('a commit that was pushed before the checkout stood on it brings the checkout along', async () => {
  const first = await run()
  expect(first.verdict).toBe('pushed')
  // As a kill between the push and the last step leaves it.
  await project.git('reset', '--quiet', '--hard', start)
  await project.git('update-ref', 'refs/magento-cloud-upgrade/made/integration', first.commit ?? '')
  const second = await run()
  expect(second).toMatchObject({ error: null, verdict: 'up-to-date' })
  expect((await project.git('rev-parse', 'HEAD')).trim()).toBe(first.commit)
  await project.git('reset', '--quiet', '--hard', start)
  await project.git('checkout', '--quiet', '-B', 'other', start)
  const third = await run({ branch: 'integration' })
  expect(third).toMatchObject({ error: null, verdict: 'up-to-date' })
  expect((await project.git('rev-parse', 'integration')).trim()).toBe(first.commit)
})

// F78
test('a stop while the push is under way says what has arrived', async () => {
  const landed = join(project.folder, 'landed')
  const after = join(project.folder, 'origin.git', 'hooks', 'post-receive')
  // The branch is there already when this hook holds the connection open.
  const waits = `while read -r old new ref; do case "$ref" in refs/heads/*) touch '${landed}'; exec tail -f /dev/null ;; esac; done`
  writeFileSync(after, `#!/bin/sh\n${waits}\n`)
  chmodSync(after, 0o755)
  const stop = new AbortController()
  const watch = setInterval(() => {
    if (existsSync(landed)) stop.abort('SIGTERM')
  }, 20)
  const stopped = await upgrade(project.options, { ...project.context, signal: stop.signal })
  clearInterval(watch)
  rmSync(after)
  expect(stopped.error).toMatchObject({ code: 'terminated', exitCode: 143 })
  expect(stopped.error?.unchanged).not.toMatch(/branch|environment|database/)
  expect(stopped.changes).toContainEqual({
    kind: 'branch',
    what: expect.stringContaining(`${stopped.commit?.slice(0, 12) ?? ''} was pushed`) as unknown,
    state: 'done'
  })
  expect(await remoteHead()).toBe(stopped.commit)
  const report = await run()
  expect(report).toMatchObject({ error: null, verdict: 'up-to-date' })
  expect(await remoteHead()).toBe(stopped.commit)
  expect((await project.git('rev-parse', 'HEAD')).trim()).toBe(stopped.commit)
})

test('the lock is given back however a run ends, and another run that holds it is named', async () => {
  const lockRefs = (): Promise<string> => project.git('ls-remote', 'origin', 'refs/magento-cloud-upgrade/lock/*')
  const stop = new AbortController()
  let during = ''
  const stopped = await upgrade(project.options, {
    ...project.context,
    signal: stop.signal,
    onStep: ({ step, state }) => {
      if (step !== 'update' || state !== 'started') return
      during = execFileSync('git', ['ls-remote', join(project.folder, 'origin.git'), 'refs/magento-cloud-upgrade/*'], {
        encoding: 'utf8'
      })
      stop.abort('SIGINT')
    }
  })
  expect(during).toContain('refs/magento-cloud-upgrade/lock/integration')
  expect(stopped.error?.exitCode).toBe(130)
  expect(await lockRefs()).toBe('')
  const holder = JSON.stringify({
    who: 'kim on laptop',
    since: new Date().toISOString(),
    job: null,
    attempt: 1,
    nonce: ''
  })
  const file = join(project.folder, 'holder')
  writeFileSync(file, holder)
  const blob = (await project.git('hash-object', '-w', file)).trim()
  await project.git('push', '--quiet', 'origin', `${blob}:refs/magento-cloud-upgrade/lock/integration`)
  const busy = await run()
  expect(busy.error).toMatchObject({ code: 'busy', exitCode: 13, unchanged: 'Nothing was changed.' })
  expect(busy.error?.message).toContain('kim on laptop, since 20')
  expect((await run({ dryRun: true })).error).toBeNull()
  expect(await lockRefs()).toContain(blob)
  await project.git('push', '--quiet', 'origin', '--delete', 'refs/magento-cloud-upgrade/lock/integration')
})
