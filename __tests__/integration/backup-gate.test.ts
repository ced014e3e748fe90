import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runProgram } from '../../sandbox/packages/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { backUp } from '../../src/back-up.js'
import type { GivenOptions } from '../../src/normalize-options.js'
import type { UpgradeReport } from '../../src/report.js'
import { upgrade } from '../../src/upgrade.js'
import { onSandbox } from '../on-sandbox.js'
import { recordOutcome } from '../steps/record-outcome.js'

jest.setTimeout(60_000)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
}, 60_000)
afterAll(() => sandbox.stop())

const run = (tell: typeof upgrade, given: GivenOptions): Promise<UpgradeReport> => {
  const [options, context] = onSandbox(sandbox, given)
  return tell(options, context)
}
const forget = ({ backup }: UpgradeReport): void => {
  for (const path of [backup?.location, backup?.manifest])
    if (path?.startsWith('/tmp/magento-cloud-upgrade-')) rmSync(dirname(path), { recursive: true, force: true })
}

test('a snapshot comes beside the dump, and is not taken for proven', async () => {
  const report = await run(backUp, { backupSnapshot: true, rehearsal: 'off' })
  expect(report).toMatchObject({ error: null, backup: { state: 'proven-without-rehearsal' } })
  expect(report.backup?.extras).toEqual([{ kind: 'snapshot', location: expect.stringMatching(/^\w{10,}$/) }])
  expect(report.backup?.problems.map(({ id }) => id)).toContain('snapshot-unproven')
  forget(report)
})

test('nothing is pushed for less than what was asked for', async () => {
  const given = { backup: 'ssh-dump', backupTo: 'remote', backupProof: 'proven' } as const
  const report = await run(upgrade, given)
  expect(report).toMatchObject({ verdict: 'failed', commit: null, error: { code: 'backup-unproven', exitCode: 21 } })
  expect(report.error?.unchanged).toMatch(/stays/)
})

test('ece-tools makes a dump like any other, and its downtime is named', async () => {
  const report = await run(backUp, { backup: 'ece-dump', backupTo: 'both', rehearsal: 'require' })
  expect(report).toMatchObject({ error: null, backup: { strategy: 'ece-dump', state: 'proven', tables: 13 } })
  expect(report.backup?.problems.map(({ id }) => id)).toContain('backup-maintenance')
  forget(report)
})

test('[F39] an exit code of 0 without a dump is none: ece-tools cannot take its lock', async () => {
  const find = [sandbox.directory, '-maxdepth', '5', '-type', 'l', '-name', 'app']
  const [app = ''] = execFileSync('find', find, { encoding: 'utf8' }).split('\n')
  const held = spawn('flock', ['-x', join(app, 'var/dbdump.lock'), '-c', 'echo held; exec sleep 60'], {
    detached: true
  })
  await once(held.stdout, 'data')
  const report = await run(backUp, { backup: 'ece-dump', backupTo: 'remote' })
  process.kill(-(held.pid ?? 0))
  expect(report.error).toMatchObject({
    code: 'backup-unproven',
    message: expect.stringMatching(/left no dump, whatever/)
  })
  const { stdout: said } = spawnSync(
    'bash',
    ['-c', 'php ./vendor/bin/ece-tools db-dump --no-interaction main; echo "exit $?"'],
    { cwd: app, encoding: 'utf8' }
  )
  const plain = Number(/exit (\d+)/.exec(said)?.[1])
  expect(plain).toBe(0)
  recordOutcome({
    id: 'F39',
    fault: 'ece-tools db-dump cannot take its lock',
    ours: { 'ece-dump': 'backup-unproven (21)' },
    plain,
    flaw: 'there is no dump at all'
  })
})

test('a wrong recipient is told before anything begins', async () => {
  const report = await run(backUp, { backupEncryptTo: 'age1wrong' })
  expect(report.error).toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/age1wrong is no age recipient/)
  })
})

test('what was relaxed stands in the report and in the commit', async () => {
  // A folder that cannot be made, because a file is in its place.
  writeFileSync(join(sandbox.directory, 'file'), '')
  const backupDirectory = join(sandbox.directory, 'file', 'backups')
  const given = { backupDirectory, backupProof: 'off', wait: false, verify: false } as const
  const report = await run(upgrade, given)
  expect(report).toMatchObject({ error: null, verdict: 'pushed', backup: { state: 'failed', location: null } })
  const message = await runProgram(['git', 'log', '-1', '--format=%B', report.commit ?? ''], {
    cwd: sandbox.checkout,
    env: sandbox.env
  })
  expect(message.stdout).toMatch(/^Database-Backup: .*failed/m)
  expect(report.warnings.concat(report.backup?.problems ?? []).map(({ id }) => id)).toContain('backup-failed')
}, 120_000)
