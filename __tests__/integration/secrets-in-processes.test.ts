import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { startSandbox } from '../../sandbox/start-sandbox.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { backup } from '../../src/commands/backup.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { BackupManifest } from '../../src/steps/backup/manifest/manifest.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { verify } from '../../src/commands/verify.js'
import { onSandbox } from '../helpers/on-sandbox.js'
import { sampleProcesses, type Sightings } from '../helpers/sample-processes.js'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

/** A run with all processes watched: for the end of the database password, which no quoting changes, and the token. */
async function watched(
  command: typeof backup,
  given: GivenOptions = {}
): Promise<{ readonly report: UpgradeReport; readonly seen: Sightings }> {
  const { cloudToken, databasePassword } = sandbox.credentials
  const [options, context] = onSandbox(sandbox)
  const { workingDirectory, project, environment, knownHosts, backupDirectory } = options
  const access = { workingDirectory, project, environment, knownHosts, cloudToken } as GivenOptions
  const reports: UpgradeReport[] = []
  const texts = { text: databasePassword.slice(-6), variable: cloudToken }
  const seen = await sampleProcesses(texts, async () => {
    const own = command === backup ? ({ backupDirectory, rehearsal: 'off' } as GivenOptions) : {}
    reports.push(await command({ ...access, ...own, ...given }, context))
  })
  const [report] = reports
  if (report === undefined) throw new Error('no report')
  expect(report.error).toBeNull()
  return { report, seen }
}

function confidential({ backup: made }: UpgradeReport): BackupManifest['promises'][number] | undefined {
  const { promises } = JSON.parse(readFileSync(made?.manifest ?? '', 'utf8')) as BackupManifest
  return promises.find(({ id }) => id === 'confidential')
}

/**
 * Who else than magento-cloud held the token. What it starts by itself inherits its environment for the moment until
 * our ssh, ssh-keygen and curl have dropped the token; `env -0` belongs to the stand-in.
 */
function strangers({ inEnvironments }: Sightings): readonly string[] {
  expect(inEnvironments.some((line) => line.includes('magento-cloud '))).toBe(true)
  const known = /magento-cloud(\.mjs)? |^\/bin\/sh \S*\/bin\/(ssh|ssh-keygen|curl) |^env -0$/
  return inEnvironments.filter((line) => !known.test(line))
}

test('[T4] a backup of an integration environment has the database password on no command line', async () => {
  const { report, seen } = await watched(backup)
  expect(report.backup).toMatchObject({ strategy: 'ssh-dump', problems: [] })
  expect(readFileSync(report.backup?.downloadedTo ?? '').length).toBeGreaterThan(1000)
  expect(seen.onCommandLines).toEqual([])
  expect(strangers(seen)).toEqual([])
  expect(confidential(report)?.kept).toBe(true)
})

test('cloud-dump has it there, as the real magento-cloud does, and says so', async () => {
  const { report, seen } = await watched(backup, { backup: 'cloud-dump' })
  expect(seen.onCommandLines.some((line) => line.includes('--password='))).toBe(true)
  expect(strangers(seen)).toEqual([])
  const detail = expect.stringContaining('command line') as unknown
  expect(confidential(report)).toMatchObject({ kept: false, detail })
  const warning = expect.objectContaining({ id: 'backup-password-shown', severity: 'warning' }) as unknown
  expect(report.backup?.problems).toEqual([warning])
})

test('a verification leaves the Cloud token to magento-cloud alone', async () => {
  const { report, seen } = await watched(verify)
  expect(report.verification?.verdict).toBe('healthy')
  expect(strangers(seen)).toEqual([])
})
