import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { UpgradeReport } from '../../src/report/report.js'

const folder = mkdtempSync(join(tmpdir(), 'resume-e2e-'))
const kills = Number(process.env['KILLS'] ?? 3)
let sandbox: Sandbox
let first: string
beforeAll(async () => {
  sandbox = await startSandbox({ deploySeconds: 1 })
  first = await git('rev-parse', 'HEAD')
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(folder, { recursive: true })
})

const git = async (...args: string[]): Promise<string> =>
  (await runProgram(['git', ...args], { cwd: sandbox.checkout, env: sandbox.env })).stdout.trim()
const environment = (): Record<string, string> => ({
  ...sandbox.env,
  MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken,
  MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: sandbox.credentials.composerUsername,
  MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: sandbox.credentials.composerPassword
})
const upgradeArguments = (): string[] => [
  ...['dist/cli/index.js', 'upgrade', '--working-directory', sandbox.checkout, '--project', sandbox.projectId],
  ...['--environment', sandbox.environment, '--known-hosts', sandbox.knownHosts, '--target', '2.4.8'],
  ...['--backup', 'ssh-dump', '--backup-to', 'runner', '--backup-directory', folder, '--rehearsal', 'off'],
  ...['--vulnerable-composer', 'warn', '--start-timeout', '20', '--deploy-timeout', '120', '--json']
]

async function upgrade(): Promise<UpgradeReport> {
  const ended = await promisify(execFile)(process.execPath, upgradeArguments(), {
    env: environment(),
    maxBuffer: 2 ** 26
  }).catch((error: unknown) => error as { stdout: string })
  return JSON.parse(ended.stdout) as UpgradeReport
}

/** Kills an upgrade after so many milliseconds; returns whether it was still running. */
async function killedAfter(milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, upgradeArguments(), { env: environment(), stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => {
      resolve(signal)
    })
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const signal = await ended
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

const backups = (): number =>
  readdirSync(folder).filter((name) => existsSync(join(folder, name, 'manifest.json'))).length

/** The pushes of a commit that the platform has deployed, by its own account. */
async function deploymentsOf(commit: string): Promise<readonly string[]> {
  const path = `/environments/${sandbox.environment}/activities?type=environment.push`
  const call: [string, ...string[]] = ['magento-cloud', 'project:curl', '-p', sandbox.projectId, '--fail', path]
  const { stdout } = await runProgram(call, { cwd: folder, env: environment() })
  const activities = JSON.parse(stdout) as { result: string; parameters: { new_commit?: string } }[]
  return activities.filter(({ parameters }) => parameters.new_commit === commit).map(({ result }) => result)
}

async function startOver(): Promise<void> {
  await sandbox.idle()
  await git('reset', '--quiet', '--hard', first)
  await git('push', '--quiet', '--force', 'origin', 'integration')
  await git('update-ref', '-d', 'refs/magento-cloud-upgrade/made/integration')
  await sandbox.idle()
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
}

test(`[F79] [F80] an upgrade that is killed at any of ${kills} moments is finished by the next run, once`, async () => {
  const began = performance.now()
  const whole = await upgrade()
  const duration = performance.now() - began
  expect([whole.error, whole.verdict]).toEqual([null, 'upgraded'])
  const random = seeded(Number(process.env['SEED'] ?? 5))
  let killed = 0
  for (let round = 0; round < kills; round += 1) {
    await startOver()
    const moment = ((round + random()) / kills) * duration
    if (await killedAfter(moment)) killed += 1
    const dumps = backups()
    const pushed = (await git('ls-remote', 'origin', 'refs/heads/integration')).slice(0, 40)
    const report = await upgrade()
    const told = `killed after ${Math.round(moment)} of ${Math.round(duration)} ms`
    expect([told, report.error]).toEqual([told, null])
    const head = (await git('ls-remote', 'origin', 'refs/heads/integration')).slice(0, 40)
    expect([told, await git('rev-parse', 'HEAD'), await git('status', '--porcelain')]).toEqual([told, head, ''])
    expect([told, await git('rev-parse', `${head}^`)]).toEqual([told, first])
    // What the first run pushed is what is deployed, and a dump that was whole is not made again.
    if (pushed !== first) expect([told, head]).toEqual([told, pushed])
    expect([told, await deploymentsOf(head)]).toEqual([told, ['success']])
    expect([told, backups()]).toEqual([told, Math.max(1, dumps)])
    expect([told, report.verification?.verdict, report.verification?.installedVersion]).toEqual([
      told,
      'healthy',
      '2.4.8-p4'
    ])
    expect([told, await git('ls-remote', 'origin', 'refs/magento-cloud-upgrade/*')]).toEqual([told, ''])
  }
  expect(killed).toBeGreaterThan(0)
}, 3_600_000)

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
