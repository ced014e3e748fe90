import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { upgrade } from '../../src/commands/upgrade.js'
import { userFolder } from '../../src/tools/files/private-folder.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
beforeAll(async () => {
  project = await startLocalProject({ layout: 'deny-list' })
})
afterAll(() => project.stop())

const treeOf = async (commit: string | null): Promise<string> => project.git('rev-parse', `${commit ?? ''}^{tree}`)
const reset = (): Promise<string> => project.git('reset', '--quiet', '--hard', 'origin/integration')

// F50, F78
test.each([
  ['plan', 'SIGTERM', 143],
  ['update', 'SIGINT', 130],
  ['commit', 'SIGTERM', 143]
] as const)('a stop in %s by %s leaves everything as it was', async (step, reason, exitCode) => {
  const temporary = join(project.folder, `tmp-${step}`)
  mkdirSync(temporary)
  const before = process.env['RUNNER_TEMP']
  process.env['RUNNER_TEMP'] = temporary
  const stop = new AbortController()
  const report = await upgrade(
    { ...project.options, push: false },
    {
      ...project.context,
      signal: stop.signal,
      onStep: (event) => {
        if (event.step === step && event.state === 'started') stop.abort(reason)
      }
    }
  )
  if (before === undefined) delete process.env['RUNNER_TEMP']
  else process.env['RUNNER_TEMP'] = before
  expect(report.error).toMatchObject({
    exitCode,
    unchanged: expect.stringMatching(/^(?:Nothing was changed|The checkout, the branch, the environment)/) as unknown
  })
  expect(readdirSync(await userFolder(temporary))).toEqual([])
  expect((await project.git('worktree', 'list')).trim().split('\n')).toHaveLength(1)
  expect(await project.git('status', '--porcelain')).toBe('')
  expect(await project.git('rev-parse', 'HEAD')).toBe(await project.git('rev-parse', 'origin/integration'))
})

test.each([
  // The first is noticed by a renewal, the second by the check right before the push.
  ['update', 4 / 60],
  ['push', 180]
] as const)('[F79] a lock that is lost in %s ends the run before anything is pushed', async (step, lockMinutes) => {
  const ref = 'refs/magento-cloud-upgrade/lock/integration'
  const theirs = await project.git('rev-parse', 'HEAD:composer.json')
  let began = false
  const report = await upgrade(
    { ...project.options, lockMinutes },
    {
      ...project.context,
      onStep: (event) => {
        if (event.step !== step || event.state !== 'started' || began) return
        began = true
        const git = ['--git-dir', join(project.folder, 'origin.git')]
        const blob = execFileSync('git', [...git, 'hash-object', '-w', '--stdin'], { input: 'of somebody else' })
        execFileSync('git', [...git, 'update-ref', ref, blob.toString().trim()])
      }
    }
  )
  expect([began, report.error?.code, report.error?.message]).toEqual([
    true,
    'busy',
    expect.stringContaining('another run took it')
  ])
  const heads = await project.git('ls-remote', 'origin')
  expect(heads).not.toContain(report.commit ?? 'none')
  expect(heads).toContain(ref)
  expect(await project.git('status', '--porcelain')).toBe('')
  expect((await project.git('worktree', 'list')).trim().split('\n')).toHaveLength(1)
  expect(await project.git('rev-parse', 'HEAD:composer.json')).toBe(theirs)
  await project.git('push', '--quiet', 'origin', '--delete', ref)
})

// F88
test("the machine's own Composer configuration and exported variables change no byte of the commit", async () => {
  const plain = await upgrade({ ...project.options, push: false }, project.context)
  expect(plain.error).toBeNull()
  const expected = await treeOf(plain.commit)
  await reset()
  const home = join(project.folder, 'hostile')
  mkdirSync(join(home, '.config', 'composer'), { recursive: true })
  const config = JSON.stringify({ config: { lock: false, 'allow-plugins': false, platform: { php: '7.4.0' } } })
  writeFileSync(join(home, '.config', 'composer', 'config.json'), config)
  const hostile = {
    ...project.context.environment,
    HOME: home,
    COMPOSER_HOME: join(home, '.config', 'composer'),
    COMPOSER_NO_DEV: '1',
    COMPOSER_ROOT_VERSION: '9.9.9',
    MAGENTO_CLOUD_PROJECT: 'someone-elses',
    GITHUB_TOKEN: 'canary-token'
  }
  const report = await upgrade({ ...project.options, push: false }, { environment: hostile })
  expect(report.error).toBeNull()
  expect(await treeOf(report.commit)).toBe(expected)
  await reset()
})
