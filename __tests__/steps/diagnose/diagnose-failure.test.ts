import { afterAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpgradeError } from '../../../src/errors.js'
import type { Finding } from '../../../src/report/report.js'
import { diagnoseFailure, type DiagnoseInput, type Nodes } from '../../../src/steps/diagnose/diagnose-failure.js'
import type { Probe } from '../../../src/tools/http/http.js'
import type { MagentoCloud } from '../../../src/tools/magento-cloud/magento-cloud.js'
import { localSsh } from '../../helpers/local-ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'diagnose-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const outOfOrder = new UpgradeError('retry-later', { message: 'HTTP 502', next: '' })

function application(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(folder, 'node-'))
  let seconds = 1_700_000_000
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
    seconds += 10
    utimesSync(join(root, path), seconds, seconds)
  }
  return root
}

interface Given extends Partial<Omit<DiagnoseInput, 'project'>> {
  readonly packages?: DiagnoseInput['project']['packages']
  readonly activityLog?: string | Error
  readonly deployLog?: string | Error
  /** Logs of activities by their ids. */
  readonly logs?: Readonly<Record<string, string>>
  readonly activities?: unknown
  readonly probe?: Probe
  readonly offline?: boolean
  readonly lost?: Error
}

async function diagnose(
  nodes: Readonly<Record<string, string | null>>,
  given: Given = {}
): Promise<{ findings: Finding[]; lines: string[] }> {
  const lines: string[] = []
  const add = (line: string): void => void lines.push(line)
  const answer = (value: string | Error): Promise<string> =>
    typeof value === 'string' ? Promise.resolve(value) : Promise.reject(value)
  const cloud: Partial<MagentoCloud> = {
    activityLog: (id) => answer(given.logs?.[id] ?? given.activityLog ?? ''),
    api: () => Promise.resolve(given.activities ?? []),
    log: () => answer(given.deployLog ?? '')
  }
  const ssh = localSsh(nodes, process.env['PATH'] ?? '')
  const logger = { debug: add, info: add, warn: add, error: add }
  const reachNodes = (): Promise<Nodes> =>
    given.lost ? Promise.reject(given.lost) : Promise.resolve({ ssh, hosts: Object.keys(nodes) })
  const nothing: Probe = () => Promise.resolve({ status: 200, body: '', failure: null })
  const tools = {
    cloud: given.offline ? null : (cloud as MagentoCloud),
    reachNodes,
    logger,
    probe: given.probe ?? nothing
  }
  const { activity = { id: 'act1' }, pageUrls = null, packages = [] } = given
  const input = { activity, pageUrls, project: { packages, services: null } }
  return { findings: await diagnoseFailure(tools, input), lines }
}

const behind = JSON.stringify({
  '0': 'Please upgrade your database: Run "bin/magento setup:upgrade"\nThe following modules are outdated:\nAcme_Loyalty schema: current version - 1.0.0, required version - 1.0.1',
  '1': '#0 index.php'
})

test('reads every source and puts the cause first', async () => {
  const code = {
    errorCode: 126,
    stage: 'deploy',
    step: 'install-update',
    title: 'failed',
    suggestion: '',
    type: 'critical'
  }
  const web = application({
    'var/log/cloud.error.log': JSON.stringify(code),
    'var/log/install_upgrade.log': 'Updating time: today\nSQLSTATE[HY000]: 1205 Lock wait timeout exceeded\n',
    'var/report/ab/abcd': behind,
    'var/.maintenance.flag': '',
    'var/.deploy_is_failed': ''
  })
  const { findings, lines } = await diagnose({ web }, { activityLog: 'Building\n' })
  expect(lines).toEqual([])
  expect(findings.map(({ id, source }) => `${id}: ${source}`)).toEqual([
    'database-locked: var/log/install_upgrade.log on web',
    'database-behind: var/report on web',
    'deploy-failed-flag: var/.deploy_is_failed on web',
    'maintenance-on: var/.maintenance.flag on web'
  ])
  expect(findings[1]?.modules).toEqual([
    { module: 'Acme_Loyalty', kind: 'schema', current: '1.0.0', required: '1.0.1' }
  ])
})

test('the report that the storefront names is read, not just the newest', async () => {
  const web = application({
    'var/report/ab/abcd1234': behind,
    'var/report/newer': JSON.stringify({ '0': 'Something else', '1': '' })
  })
  const probe: Probe = () => Promise.resolve({ status: 500, body: 'Error log record number: abcd1234', failure: null })
  const named = await diagnose({ web }, { probe, pageUrls: ['https://shop.example.com/'] })
  expect(named.findings.map(({ id }) => id)).toEqual(['database-behind'])
  const newest = await diagnose({ web })
  expect(newest.findings).toMatchObject([{ id: 'unknown', evidence: 'Something else' }])
})

test('exactly the report that was shown is read, on whichever node and in whichever folder it lies', async () => {
  const id = 'ab'.repeat(32)
  const exit = `<?php exit; ?>\n${behind}`
  const one = application({ 'var/report/newest': JSON.stringify({ '0': 'Something else', '1': '' }) })
  const two = application({
    [`var/report/ab/ab/${id}`]: exit,
    'var/log/cloud.log': '[2999-01-02T10:00:00+00:00] INFO: Starting scenario(s): scenario/deploy.xml\n'
  })
  const probe: Probe = (url) =>
    Promise.resolve({ status: 500, body: url.endsWith('/graphql') ? `record number: ${id}` : '', failure: null })
  const shown: Probe = async (url, options) => {
    const answer = await probe(url, options)
    return { ...answer, body: answer.body.replace('record', 'Error log record') }
  }
  const pageUrls = ['https://shop.example.com/', 'https://shop.example.com/graphql']
  const { findings } = await diagnose({ one, two }, { probe: shown, pageUrls })
  expect(findings.map(({ id: found, source }) => `${found}: ${source}`)).toEqual(['database-behind: var/report on two'])
  const lost = await diagnose({ one }, { probe: shown, pageUrls })
  expect(lost.findings.map(({ id: found }) => found)).toEqual(['unread'])
  expect(lost.lines).toEqual([`No node has the error report ${id} that the site names.`])
})

test('alone, the last deployment of the environment is looked up', async () => {
  const at = (type: string, day: number, state = 'complete'): unknown => ({
    id: `${type}-${day}`,
    type,
    state,
    result: 'failure',
    created_at: `2026-01-0${day}T10:00:00Z`
  })
  const activities = [
    at('environment.backup', 5),
    at('environment.push', 4, 'pending'),
    at('environment.push', 2),
    at('environment.redeploy', 3)
  ]
  const logs = {
    'environment.push-2': 'No space left on device',
    'environment.redeploy-3': 'Applying patch m2-hotfixes/x.patch failed',
    'environment.backup-5': 'Deadlock found when trying to get lock'
  }
  const activity = { lastOf: 'staging' }
  const last = await diagnose({}, { activity, activities, logs })
  expect(last.findings.map(({ id, source }) => `${id}: ${source}`)).toEqual(['patch-failed: activity log'])
  expect((await diagnose({}, { activity, activities: '<html>', logs })).findings).toEqual([])
})

test('without the API the nodes do', async () => {
  const log = '[2026-01-02T10:00:00+00:00] CRITICAL: [117] The command "php ./bin/magento app:config:import" failed.\n'
  const web = application({ 'var/log/cloud.log': log })
  const { findings, lines } = await diagnose({ web }, { offline: true, deployLog: outOfOrder, activityLog: outOfOrder })
  expect(findings.map(({ id }) => id)).toEqual(['ece-tools-117'])
  expect(lines).toEqual([])
})

test('cron that a failed deployment switched off is what it left behind', async () => {
  const env = "<?php return ['db' => ['password' => 'canary'], 'cron' => ['enabled' => 0]];"
  const off = await diagnose({ web: application({ 'app/etc/env.php': env, 'var/.maintenance.flag': '' }) })
  expect(off.findings.map(({ id }) => id)).toEqual(['maintenance-on', 'cron-disabled'])
  expect(JSON.stringify(off)).not.toContain('canary')
  const on = await diagnose({ web: application({ 'app/etc/env.php': '<?php return [];' }) })
  expect(on.findings).toEqual([])
})

test('an extension is named by its package', async () => {
  const packages = [{ name: 'acme/loyalty', prefixes: ['Acme\\Loyalty\\'] }]
  const activityLog = 'Class "Acme\\Loyalty\\Model\\Old" does not exist'
  const { findings } = await diagnose({}, { activityLog, packages })
  expect(findings[0]).toMatchObject({
    title: 'Code of acme/loyalty does not compile with the new version: Acme\\Loyalty\\Model\\Old',
    next: expect.stringContaining('composer update acme/loyalty') as unknown
  })
})

test('an error report from before the last deployment is left out', async () => {
  const start = (year: number): string =>
    `[${year}-01-02T10:00:00.000000+00:00] INFO: Starting scenario(s): scenario/deploy.xml\n`
  const root = (year: number): string => application({ 'var/log/cloud.log': start(year), 'var/report/abcd': behind })
  expect((await diagnose({ web: root(2023) })).findings.map(({ id }) => id)).toEqual(['database-behind'])
  expect((await diagnose({ web: root(2024) })).findings).toEqual([])
})

test('exceptions from before the last deployment are left out', async () => {
  const files = {
    'var/log/cloud.log': '[2026-01-02T10:00:00.000000+00:00] INFO: Starting scenario(s): scenario/deploy.xml\n',
    'var/log/exception.log': '[2026-01-01T10:00:00.000000+00:00] main.CRITICAL: No space left on device\n#0 trace\n'
  }
  expect((await diagnose({ web: application(files) })).findings).toEqual([])
  const later = { ...files, 'var/log/exception.log': files['var/log/exception.log'].replace('01-01', '01-03') }
  expect((await diagnose({ web: application(later) })).findings.map(({ id }) => id)).toEqual(['disk-full'])
})

test('says what could not be read, and still explains the rest', async () => {
  const ssh = { web: application({}), gone: null }
  const { findings, lines } = await diagnose(ssh, {
    activityLog: outOfOrder,
    deployLog: 'Applying patch x.patch failed'
  })
  expect(findings.map(({ id }) => id)).toEqual(['patch-failed', 'unread'])
  expect(findings[1]?.evidence).toContain('activity log could not be read: HTTP 502')
  expect(lines.join('\n')).toContain('gone could not be read')
})

test('the platform is read where the nodes cannot be found', async () => {
  const { findings } = await diagnose({}, { lost: outOfOrder, activityLog: 'No space left on device', pageUrls: [] })
  expect(findings.map(({ id }) => id)).toEqual(['disk-full', 'unread'])
  expect(findings[1]?.evidence).toBe('The nodes could not be found: HTTP 502')
})

test('a stop of the run stops it', async () => {
  const stopped = new UpgradeError('interrupted', { message: 'stopped', next: '' })
  await expect(diagnose({}, { deployLog: stopped })).rejects.toBe(stopped)
})
