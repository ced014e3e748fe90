import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { backup } from '../../src/commands/backup.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import { pruneBackups, verifyBackup } from '../../src/commands/backups.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { renderText } from '../../src/report/render-text.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { onSandbox } from '../helpers/on-sandbox.js'
import { recordOutcome } from '../helpers/record-outcome.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

const run = (tell: typeof upgrade, given: GivenOptions): Promise<UpgradeReport> => {
  const [options, context] = onSandbox(sandbox, given)
  return tell(options, context)
}
/** The application on the environment. */
const appFolder = (): string => {
  const find = [sandbox.directory, '-maxdepth', '5', '-type', 'l', '-name', 'app']
  return execFileSync('find', find, { encoding: 'utf8' }).split('\n')[0] ?? ''
}
const forget = ({ backup }: UpgradeReport): void => {
  for (const path of [backup?.location, backup?.manifest])
    if (path?.startsWith('/tmp/magento-cloud-upgrade-')) rmSync(dirname(path), { recursive: true, force: true })
}

test('a snapshot comes beside the dump, and is not taken for proven', async () => {
  const report = await run(backup, { backupSnapshot: true, rehearsal: 'off' })
  expect(report).toMatchObject({ error: null, backup: { state: 'proven-without-rehearsal' } })
  expect(report.backup?.extras).toEqual([{ kind: 'snapshot', location: expect.stringMatching(/^\w{10,}$/) }])
  expect(report.backup?.problems.map(({ id }) => id)).toContain('snapshot-unproven')
  forget(report)
})

// F33
test('nothing is pushed for less than what was asked for', async () => {
  const given = { backup: 'ssh-dump', backupTo: 'remote', backupProof: 'proven' } as const
  const report = await run(upgrade, given)
  expect(report).toMatchObject({ verdict: 'failed', commit: null, error: { code: 'backup-unproven', exitCode: 21 } })
  expect(report.error?.unchanged).toMatch(/^The checkout, the branch, the database/)
  expect(report.changes).toContainEqual({
    kind: 'server-file',
    what: expect.stringMatching(/^a dump of database was left on /) as unknown,
    state: 'done'
  })
})

test('ece-tools makes a dump like any other, and its downtime is named', async () => {
  const report = await run(backup, { backup: 'ece-dump', backupTo: 'both', rehearsal: 'require' })
  expect(report).toMatchObject({ error: null, backup: { strategy: 'ece-dump', state: 'proven', tables: 13 } })
  expect(report.backup?.problems.map(({ id }) => id)).toContain('backup-maintenance')
  forget(report)
})

test('[F39] an exit code of 0 without a dump is none: ece-tools cannot take its lock', async () => {
  const app = appFolder()
  const held = spawn('flock', ['-x', join(app, 'var/dbdump.lock'), '-c', 'echo held; exec sleep 60'], {
    detached: true
  })
  await once(held.stdout, 'data')
  const report = await run(backup, { backup: 'ece-dump', backupTo: 'remote' })
  expect(report.error).toMatchObject({
    code: 'backup-unproven',
    message: expect.stringMatching(/made no dump, regardless/)
  })
  const { stdout: said } = spawnSync(
    'bash',
    ['-c', 'php ./vendor/bin/ece-tools db-dump --no-interaction main; echo "exit $?"'],
    { cwd: app, encoding: 'utf8' }
  )
  process.kill(-(held.pid ?? 0))
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
  const report = await run(backup, { backupEncryptTo: 'age1wrong' })
  expect(report.error).toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/age1wrong is not an age recipient/)
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
  expect(report.warnings.map(({ id }) => id)).toContain('backup-failed')
  expect(renderText(report)).toContain('There is no backup: ')
  // Alone it is what was asked for, and nothing goes on.
  await sandbox.idle()
  const alone = await run(backup, { backupDirectory, backupProof: 'off' })
  expect(alone).toMatchObject({ verdict: 'failed', error: { exitCode: 20 } })
  expect(renderText(alone)).toMatch(/^Failed: /)
})

test('a backup that is switched off is none', async () => {
  const report = await run(backup, { backup: 'off' })
  expect(report.error).toMatchObject({ exitCode: 10, message: expect.stringContaining('backup is off') as unknown })
})

test('media come beside the dump, equal to what is there, and are checked and pruned with it', async () => {
  await sandbox.idle()
  const app = appFolder()
  const media = join(app, 'pub/media')
  const files = [
    'catalog/product/a/b.jpg',
    'wysiwyg/two words.png',
    'wysiwyg/back\\slash\nline.txt',
    'catalog/product/cache/x.jpg'
  ]
  for (const file of files) {
    mkdirSync(dirname(join(media, file)), { recursive: true })
    writeFileSync(join(media, file), `content of ${file}`)
  }
  const backupDirectory = join(sandbox.directory, 'with-media')
  const report = await run(backup, {
    backupMedia: 'download',
    backupTo: 'runner',
    backup: 'ssh-dump',
    rehearsal: 'off',
    backupDirectory
  })
  expect([report.error, report.backup?.extras[0]?.kind]).toEqual([null, 'media'])
  const folder = dirname(report.backup?.manifest ?? '')
  expect(readFileSync(join(folder, 'media', files[2] ?? ''), 'utf8')).toBe(`content of ${files[2] ?? ''}`)
  expect(existsSync(join(folder, 'media', 'catalog/product/cache'))).toBe(false)
  expect(spawnSync('sha256sum', ['--check', '--quiet', '../media.sha256'], { cwd: join(folder, 'media') }).status).toBe(
    0
  )
  expect((await verifyBackup({ path: folder })).manifest.media?.files).toBeGreaterThan(2)
  writeFileSync(join(folder, 'media', files[0] ?? ''), 'other')
  await expect(verifyBackup({ path: folder })).rejects.toMatchObject({
    code: 'backup-unproven',
    message: expect.stringContaining('b.jpg')
  })
  writeFileSync(join(folder, 'media', files[0] ?? ''), `content of ${files[0] ?? ''}`)
  const older = join(backupDirectory, 'older')
  cpSync(folder, older, { recursive: true })
  const { removed } = await pruneBackups({ directory: backupDirectory, keep: 1, days: null, dryRun: false })
  expect([removed.length, existsSync(folder) && existsSync(older)]).toEqual([1, false])
})

test('a backup alone does not begin while the environment is being deployed', async () => {
  await sandbox.setFault('stuck')
  const git = (...args: string[]): Promise<unknown> =>
    runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })
  await git('commit', '--quiet', '--allow-empty', '-m', 'Something else')
  await git('push', '--quiet', 'origin', sandbox.environment)
  const report = await run(backup, {})
  expect(report.error).toMatchObject({ code: 'busy', message: expect.stringMatching(/is being deployed/) })
})
