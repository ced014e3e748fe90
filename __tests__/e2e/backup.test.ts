import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import { parseManifest } from '../../src/steps/backup/manifest/manifest.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { verifyBackup } from '../../src/commands/backups.js'
import { commandLines } from '../helpers/command-lines.js'
import { recordOutcome } from '../helpers/record-outcome.js'
import { until } from '../helpers/until.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-e2e-'))
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ databaseRows: 20_000 })
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})

const backupArguments = (): string[] => [
  ...['dist/cli/index.js', 'backup', '--working-directory', sandbox.checkout, '--project', sandbox.projectId],
  ...['--environment', sandbox.environment, '--known-hosts', sandbox.knownHosts, '--backup', 'ssh-dump'],
  ...['--backup-to', 'runner', '--backup-directory', folder, '--rehearsal', 'off', '--json']
]
const environment = (): Record<string, string> => ({
  ...sandbox.env,
  MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken
})

async function cli(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, argv, { env: environment(), maxBuffer: 2 ** 26 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string }
  )
}

async function makeBackup(): Promise<UpgradeReport> {
  const { code, stdout, stderr } = await cli(...backupArguments())
  expect([code, code === 0 ? '' : stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as UpgradeReport
}

test('a kill at any moment leaves older backups whole, and a later run succeeds', async () => {
  const began = performance.now()
  const older = await makeBackup()
  const duration = performance.now() - began
  const olderFolder = join(older.backup?.manifest ?? '', '..')
  const random = seeded(Number(process.env['SEED'] ?? 3))
  const rounds = Number(process.env['KILLS'] ?? 6)
  let killed = 0
  for (let round = 0; round < rounds; round += 1) {
    const child = spawn(process.execPath, backupArguments(), { env: environment(), stdio: 'ignore' })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.once('close', (_code, signal) => {
        resolve(signal)
      })
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), random() * duration)
    if ((await ended) === 'SIGKILL') killed += 1
    clearTimeout(timer)
    expect((await verifyBackup({ path: olderFolder })).manifest.state).toBe('proven-without-rehearsal')
    // Whatever has a manifest is whole; whatever has none is no backup.
    for (const name of readdirSync(folder))
      if (existsSync(join(folder, name, 'manifest.json'))) await verifyBackup({ path: join(folder, name) })
  }
  // A run that was quicker than its kill proves nothing.
  expect(killed).toBeGreaterThan(0)
  const later = await makeBackup()
  expect([later.error, later.backup?.tables]).toEqual([null, older.backup?.tables])
}, 1_800_000)

test('a kill in the middle of the rehearsal leaves neither its database server nor its data', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'backup-e2e-temporary-'))
  // The server's user passes through it; a folder closed to others is left for /tmp.
  chmodSync(temporary, 0o711)
  const rehearsals = (): string[] =>
    readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((name) => /\/rehearsal-[^/]*$/.test(name))
  const serverLines = (): string[] => commandLines().filter((line) => line.includes(temporary))
  const hasDatabase = (): boolean =>
    rehearsals().some((name) => existsSync(join(temporary, name, 'home', 'data', 'main')))
  try {
    const child = spawn(process.execPath, [...backupArguments(), '--rehearsal', 'require'], {
      env: { ...environment(), TMPDIR: temporary },
      stdio: 'ignore'
    })
    await until(hasDatabase)
    expect(serverLines()).toContainEqual(expect.stringContaining('--skip-networking'))
    child.kill('SIGKILL')
    await until(() => rehearsals().length === 0)
    await until(() => serverLines().length === 0)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})

test('the commands show, check and prune what is there', async () => {
  const made = await makeBackup()
  const path = join(made.backup?.manifest ?? '', '..')
  const listed = await cli('dist/cli/index.js', 'backup', 'list', folder)
  const [titles, row] = listed.stdout.split('\n')
  expect(titles).toMatch(/^FINISHED +AGE +ENVIRONMENT +VERSION +DATABASE +SIZE +STATE +FOLDER$/)
  expect(row).toMatch(new RegExp(`integration/mymagento +unknown +\\S+ +\\S+ \\w+ +proven-without-rehearsal +${path}$`))
  const checked = await cli('dist/cli/index.js', 'backup', 'verify', path)
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/database\.sql\.gz: whole/)])
  const pruned = await cli('dist/cli/index.js', 'backup', 'prune', folder, '--keep', '1')
  expect(pruned.stdout).toMatch(/1 kept/)
  expect((await cli('dist/cli/index.js', 'backup', 'verify', join(folder, 'none'))).code).toBe(10)
})

test('restore wants the name of the environment', async () => {
  const made = await makeBackup()
  const path = join(made.backup?.manifest ?? '', '..')
  const where = [
    '--project',
    sandbox.projectId,
    '--environment',
    sandbox.environment,
    '--known-hosts',
    sandbox.knownHosts
  ]
  const refused = await cli('dist/cli/index.js', 'backup', 'restore', path, ...where)
  expect([refused.code, refused.stdout]).toEqual([10, expect.stringMatching(/--confirm integration/)])
  const restored = await cli('dist/cli/index.js', 'backup', 'restore', path, ...where, '--confirm', 'integration')
  expect([restored.code, restored.stdout]).toEqual([0, expect.stringMatching(/Restored the backup into integration/)])
})

test('[F34] a full disk of this machine fails the backup, and nothing of it stays', async () => {
  const before = readdirSync(folder)
  const limited = (command: string): [string, string[]] => ['bash', ['-c', `ulimit -f 100; trap '' XFSZ; ${command}`]]
  const [program, argv] = limited('exec "$0" "$@"')
  const failed = await promisify(execFile)(program, [...argv, process.execPath, ...backupArguments()], {
    env: environment()
  }).catch((error: unknown) => error as { code: number; stdout: string })
  const report = JSON.parse(failed.stdout) as UpgradeReport
  expect(report.error).toMatchObject({
    code: 'backup-failed',
    message: expect.stringMatching(/EFBIG.*could|could.*EFBIG/)
  })
  expect(readdirSync(folder)).toEqual(before)
  const where = `-p ${sandbox.projectId} -e ${sandbox.environment} -r database`
  const plain = limited(`magento-cloud db:dump ${where} --stdout --yes | gzip >'${join(folder, 'plain.sql.gz')}'`)
  const { code } = await promisify(execFile)(...plain, {
    env: { ...environment(), MAGENTO_CLOUD_CLI_NO_INTERACTION: '1' }
  }).then(
    () => ({ code: 0 }),
    (error: unknown) => error as { code: number }
  )
  expect([code === 0, existsSync(join(folder, 'plain.sql.gz'))]).toEqual([false, true])
  rmSync(join(folder, 'plain.sql.gz'))
  recordOutcome({
    id: 'F34',
    fault: 'the disk of this machine is full',
    ours: { 'ssh-dump to the runner': 'backup-failed (20)' },
    plain: code,
    flaw: 'a part of the dump keeps its final name'
  })
})

test('[F20] a host key that nobody has pinned ends the backup before it begins', async () => {
  const before = readdirSync(folder)
  const argv = backupArguments().map((each) =>
    each === sandbox.knownHosts ? 'other.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA' : each
  )
  const { code, stdout } = await cli(...argv)
  const { error } = JSON.parse(stdout) as UpgradeReport
  expect([code, error]).toEqual([
    12,
    expect.objectContaining({
      message: expect.stringMatching(/the host key is unknown.*SHA256:/),
      next: expect.stringContaining('fingerprint')
    })
  ])
  expect(readdirSync(folder)).toEqual(before)
})

test('the memory that it takes stays within 160 MB, however much its parent had', async () => {
  const large = Buffer.alloc(300e6, 1)
  const made = await makeBackup()
  const manifest = parseManifest(readFileSync(made.backup?.manifest ?? '', 'utf8'), '')
  expect(manifest.promises.find(({ id }) => id === 'bounded')).toMatchObject({ kept: true })
  expect(large).toHaveLength(300e6)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
