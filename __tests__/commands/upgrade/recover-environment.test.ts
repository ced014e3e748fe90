import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { deployFaults } from '../../../sandbox/deploy-faults.js'
import type { DeployFault, Sandbox } from '../../../sandbox/sandbox-options.js'
import { startSandbox } from '../../../sandbox/start-sandbox.js'
import type { GivenOptions } from '../../../src/run/normalize-options.js'
import { headline } from '../../../src/report/headline.js'
import { upgradeReport } from '../../../src/report/schema.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import { upgrade } from '../../../src/commands/upgrade.js'
import { onSandbox } from '../../helpers/on-sandbox.js'
import { recordReport } from '../../helpers/record-verdict.js'

let sandbox: Sandbox
let first: string
beforeAll(async () => {
  sandbox = await startSandbox({})
  first = await git('rev-parse', 'HEAD')
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.idle()
  await sandbox.setFault(null)
  if ((await git('ls-remote', 'origin', 'refs/heads/integration')).startsWith(first)) return
  await git('reset', '--quiet', '--hard', first)
  await git('push', '--quiet', '--force', 'origin', 'integration')
  await sandbox.idle()
})

const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()
const remoteHead = async (): Promise<string> =>
  (await git('ls-remote', 'origin', 'refs/heads/integration')).slice(0, 40)

/** A run that recovers, with what it warned of before the recovery began. */
async function run(
  fault: DeployFault,
  given: GivenOptions,
  onRecover: () => void = () => undefined
): Promise<{ report: UpgradeReport; warned: readonly string[] }> {
  await sandbox.setFault(fault)
  const [options, context] = onSandbox(sandbox, { recover: 'revert', rehearsal: 'off', startTimeout: 6, ...given })
  const said: string[] = []
  let warned: readonly string[] = []
  const say = (line: string): void => void said.push(line)
  const report = await upgrade(options, {
    ...context,
    logger: { debug: () => undefined, info: () => undefined, warn: say, error: say },
    onStep: ({ step, state }) => {
      if (step !== 'recover' || state !== 'started') return
      warned = [...said]
      onRecover()
    }
  })
  if (report.backup?.location) rmSync(report.backup.location, { force: true })
  expect(upgradeReport.parse(report)).toEqual(report)
  return { report, warned }
}
const mend = (): void => void sandbox.setFault(null)

test('a failed build is taken back by a forward commit, and the old version verified', async () => {
  const { report, warned } = await run('build-fails', { backup: 'off' }, mend)
  expect(report.error).toMatchObject({ code: 'reverted', exitCode: 70 })
  expect(report.error?.message).toContain('The deployment failed.')
  expect(report.deployment?.verdict).toBe('failed')
  expect(report.recovery).toMatchObject({
    outcome: 'reverted',
    revertedCommit: report.commit,
    version: '2.4.7-p3',
    databaseAhead: 'no',
    deployment: { verdict: 'succeeded' },
    verification: { verdict: 'healthy', installedVersion: '2.4.7-p3' }
  })
  expect(warned.join('\n')).not.toContain('database')
  const commit = report.recovery?.commit ?? ''
  expect(await remoteHead()).toBe(commit)
  expect(await git('rev-parse', 'HEAD')).toBe(commit)
  expect(await git('rev-parse', `${commit}^`)).toBe(report.commit)
  expect(await git('rev-parse', `${commit}^{tree}`)).toBe(await git('rev-parse', `${first}^{tree}`))
  expect(await git('log', '-1', '--format=%B', commit)).toContain(`This reverts commit ${report.commit ?? ''}`)
  expect(await git('ls-remote', 'origin', 'refs/magento-cloud-upgrade/*')).toBe('')
  await sandbox.setFault(null)
  const again = await upgrade(...onSandbox(sandbox, { backup: 'off' }))
  expect(again).toMatchObject({ error: null, verdict: 'upgraded' })
  recordReport('recover', 'the build of the upgrade fails', report)
  recordReport('wait', 'the deployment ends well', again, headline(again))
  recordReport('verify', 'every node and the shop are well', again, headline(again))
})

test('an unhealthy environment is taken back, after a warning of the database with the commands for its data', async () => {
  const { report, warned } = await run('storefront-500', { backup: 'cloud-dump' }, mend)
  expect(report.error).toMatchObject({ code: 'reverted', exitCode: 70 })
  expect(report.recovery).toMatchObject({ outcome: 'reverted', databaseAhead: 'yes' })
  recordReport('recover', 'the upgrade is deployed, and every page of the shop fails', report)
  const manifest = report.backup?.manifest ?? ''
  expect(manifest).not.toBe('')
  expect(report.recovery?.dataCommands).toEqual([
    `magento-cloud-upgrade backup verify ${manifest}`,
    `magento-cloud-upgrade backup restore ${manifest} --project ${sandbox.projectId} --environment integration --confirm integration`
  ])
  expect(warned.join('\n')).toContain('The database is newer than the code')
  expect(warned.join('\n')).toContain(report.recovery?.dataCommands[1])
  expect(report.warnings.map(({ id }) => id)).toContain('database-ahead')
})

test('[F77] a recovery that fails as well is an error of its own, with both causes', async () => {
  const { report } = await run('setup-upgrade-fails', { backup: 'off' })
  recordReport('recover', 'the deployment of the revert fails as well', report)
  expect(report.error).toMatchObject({ code: 'recovery-failed', exitCode: 71 })
  expect(report.recovery).toMatchObject({
    outcome: 'failed',
    databaseAhead: 'maybe',
    deployment: { verdict: 'failed' },
    verification: null
  })
  expect(report.changes).toContainEqual({
    kind: 'branch',
    what: expect.stringContaining(`${report.recovery?.commit?.slice(0, 12) ?? ''} was pushed`) as unknown,
    state: 'done'
  })
  expect(await remoteHead()).toBe(report.recovery?.commit)
  expect(report.recovery?.dataCommands.join()).toContain('snapshot:list')
})

test("[F77] somebody else's commit on top is not taken away", async () => {
  let theirs = ''
  const { report } = await run('build-fails', { backup: 'off' }, () => {
    // In the repository itself: a push would wait for the platform, which lives in this process.
    const origin = (...args: string[]): string =>
      execFileSync('git', [`--git-dir=${sandbox.origin}`, ...args], { env: sandbox.env, encoding: 'utf8' }).trim()
    theirs = origin('commit-tree', 'integration^{tree}', '-p', 'integration', '-m', 'On top')
    origin('update-ref', 'refs/heads/integration', theirs)
  })
  expect(report.error).toMatchObject({ code: 'recovery-failed', exitCode: 71 })
  recordReport('recover', 'somebody else has pushed on top meanwhile', report)
  expect(report.recovery).toMatchObject({ outcome: 'refused', commit: null })
  expect(report.error?.next).toContain(`git revert ${report.commit ?? ''}`)
  expect(await remoteHead()).toBe(theirs)
})

test.each([
  ['never-starts', 'deploy-never-started'],
  ['post-deploy-fails', 'deploy-failed'],
  ['stuck', 'deploy-unknown']
] as const)('nothing is taken back after %s', async (fault, code) => {
  const { report } = await run(fault, { backup: 'off', deployTimeout: fault === 'stuck' ? 4 : 60 })
  if (fault === 'stuck') recordReport('wait', deployFaults[fault], report)
  expect(report.error?.code).toBe(code)
  expect(report.recovery).toBeNull()
  expect(await remoteHead()).toBe(report.commit)
})
