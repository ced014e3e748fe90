import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GivenOptions } from '../../../src/run/normalize-options.js'
import { plan as planCommand } from '../../../src/commands/plan.js'
import { renderPullRequest } from '../../../src/report/render-pull-request.js'
import { renderSummary } from '../../../src/report/render-summary.js'
import { renderText } from '../../../src/report/render-text.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { upgrade } from '../../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../../helpers/local-project.js'

type Versions = Record<string, { require: Record<string, string> }>

const product = 'magento/product-enterprise-edition'
let project: LocalProject
let index: { packages: Record<string, Versions> }
let base: string
let cache: string
let log: string[]
beforeAll(async () => {
  project = await startLocalProject({ extension: true, extensionUpTo: '2.4.7-p3' })
  const { url, username, password } = project.repository
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  index = (await (await fetch(`${url}/packages.json`, { headers: { authorization } })).json()) as typeof index
  base = (await project.git('rev-parse', 'HEAD')).trim()
})
afterAll(() => project.stop())
beforeEach(async () => {
  await project.git('reset', '--quiet', '--hard', base)
  project.repository.intercept(null)
  cache = mkdtempSync(join(project.folder, 'cache-'))
  log = []
})

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']

async function plan(
  { target = '2.4.7', ...given }: GivenOptions = {},
  environment: Record<string, string> = {}
): Promise<UpgradeReport> {
  const { workingDirectory, composerUsername, composerPassword, vulnerableComposer } = project.options
  const options = { workingDirectory, composerUsername, composerPassword, vulnerableComposer, target, ...given }
  const debug = (line: string): void => void log.push(line)
  const nothing = (): void => undefined
  return planCommand(options as GivenOptions, {
    environment: { ...project.context.environment, MAGENTO_CLOUD_UPGRADE_CACHE: cache, ...environment },
    logger: { debug, info: nothing, warn: nothing, error: nothing }
  })
}

/** Whether the last plan took Composer's answers from an earlier one. */
function remembered(): boolean {
  return log.splice(0).some((line) => line.startsWith('Composer answered the same questions'))
}

/** A report without what two runs that say the same have different: times, and what the cache was given. */
function withoutTimes({ startedAt, seconds, steps, changes, ...report }: UpgradeReport): unknown {
  expect(startedAt).not.toBe('')
  expect(seconds).toBeGreaterThan(0)
  const effects = changes.filter(({ kind }) => kind !== 'cache')
  return { ...report, effects, steps: steps.map(({ step, outcome, note }) => ({ step, outcome, note })) }
}

/** Lets the repository offer one more release of the product, made as the newest one of its line. */
function release(version: string, like: string): void {
  const versions = index.packages[product] ?? {}
  const { [like]: model } = versions
  const packages = { ...index.packages, [product]: { ...versions, [version]: { ...model, version } } }
  const body = JSON.stringify({ packages })
  project.repository.intercept((request, response) => {
    if (request.url !== '/packages.json' || request.headers.authorization === undefined) return false
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    return true
  })
}

async function change(name: string, edit: (text: string) => string): Promise<void> {
  const path = join(project.checkout, name)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  await project.git(...identity, 'commit', '--quiet', '--all', '--message', `Change ${name}`)
}

function entry(): string {
  const folder = join(cache, 'plans')
  return join(folder, readdirSync(folder).find((name) => /^[0-9a-f]{64}$/.test(name)) ?? 'missing')
}

test.each(['2.4.7', '2.4.8'])(
  'the second plan for %s says the same, and does not start Composer to resolve',
  async (target) => {
    const cold = await plan({ target })
    expect(remembered()).toBe(false)
    const asked = project.repository.indexRequests()
    const warm = await plan({ target })
    expect(remembered()).toBe(true)
    // Our own question whether anything is new.
    expect(project.repository.indexRequests() - asked).toBe(1)
    expect(withoutTimes(warm)).toEqual(withoutTimes(cold))
    expect(cold.error?.code).toBe(target === '2.4.8' ? 'unsatisfiable' : undefined)
  }
)

test('a release that came out since is never missed', async () => {
  expect((await plan({ target: 'latest-patch' })).plan?.toVersion).toBe('2.4.7-p10')
  release('2.4.7-p11', '2.4.7-p10')
  expect((await plan({ target: 'latest-patch' })).plan?.toVersion).toBe('2.4.7-p11')
  log = []
  expect((await plan({ target: 'latest-patch' })).plan?.toVersion).toBe('2.4.7-p11')
  expect(remembered()).toBe(true)
  // And one that was taken back is not promised.
  project.repository.intercept(null)
  expect((await plan({ target: 'latest-patch' })).plan?.toVersion).toBe('2.4.7-p10')
})

test('other credentials, and a repository that refuses them by now, are asked anew', async () => {
  await plan()
  const refused = await plan({ composerPassword: 'f'.repeat(32) })
  expect(refused.error?.code).toBe('composer-credentials')
  project.repository.setMode('unauthorized')
  const revoked = await plan()
  project.repository.setMode('open')
  expect(revoked.error?.code).toBe('composer-credentials')
  expect(remembered()).toBe(false)
})

test.each<[string, () => Promise<unknown>]>([
  ['the PHP of .magento.app.yaml', () => change('.magento.app.yaml', (text) => text.replace('php:8.3', 'php:8.2'))],
  [
    'composer.json',
    () => change('composer.json', (text) => text.replace('"minimum-stability": "alpha"', '"minimum-stability": "beta"'))
  ],
  ['the commit', () => change('README.md', (text) => `${text}More.\n`)]
])('a change of %s is resolved anew', async (_, edit) => {
  await plan()
  await edit()
  await plan()
  expect(remembered()).toBe(false)
})

test('another Composer, and another PHP, are asked anew', async () => {
  const programs = mkdtempSync(join(project.folder, 'programs-'))
  const PATH = `${programs}:${process.env['PATH'] ?? ''}`
  const shim = (name: string, line: string): void => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${line}\nPATH=${process.env['PATH'] ?? ''} exec ${name} "$@"\n`)
    chmodSync(join(programs, name), 0o755)
  }
  await plan({}, { PATH })
  shim('composer', 'case "$*" in *--version*) echo "Composer version 2.8.1 2024-10-04"; exit 0;; esac')
  await plan({}, { PATH })
  expect(remembered()).toBe(false)
  rmSync(join(programs, 'composer'))
  await plan({}, { PATH })
  expect(remembered()).toBe(true)
  shim('php', 'case "$*" in *phpinfo*) echo "8.9.9"; exit 0;; esac')
  await plan({}, { PATH })
  expect(remembered()).toBe(false)
})

test('what was kept and is tampered with is not used', async () => {
  await plan()
  writeFileSync(entry(), readFileSync(entry()).reverse())
  const report = await plan()
  expect(remembered()).toBe(false)
  expect(report.plan?.toVersion).toBe('2.4.7-p10')
})

test('nothing is kept in CI, nor with the variable on off', async () => {
  const home = mkdtempSync(join(tmpdir(), 'remembered-home-'))
  try {
    await plan({}, { MAGENTO_CLOUD_UPGRADE_CACHE: '', CI: 'true', HOME: home })
    await plan({}, { MAGENTO_CLOUD_UPGRADE_CACHE: 'off', HOME: home })
    expect(readdirSync(home)).toEqual([])
    await plan({}, { MAGENTO_CLOUD_UPGRADE_CACHE: '', HOME: home })
    expect(readdirSync(join(home, '.cache', 'magento-cloud-upgrade'))).toEqual(['plans'])
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

test('a folder in the place of the cache that is not ours alone is left alone', async () => {
  mkdirSync(join(cache, 'plans'), { mode: 0o755 })
  chmodSync(join(cache, 'plans'), 0o755)
  expect((await plan()).error).toBeNull()
  expect(readdirSync(join(cache, 'plans'))).toEqual([])
})

test('neither keys nor the shop are readable in what is kept', async () => {
  await plan()
  const kept = readdirSync(join(cache, 'plans')).map((name) => readFileSync(join(cache, 'plans', name), 'latin1'))
  const { username, password, host } = project.repository
  for (const secret of [username, password, host, product]) expect(kept.join('')).not.toContain(secret)
})

test('an upgrade resolves anew, whatever a plan remembers', async () => {
  const environment = { ...project.context.environment, MAGENTO_CLOUD_UPGRADE_CACHE: cache }
  await plan()
  const asked = project.repository.indexRequests()
  const report = await upgrade({ ...project.options, target: '2.4.7', push: false }, { environment })
  expect(report.error).toBeNull()
  // Composer itself asks for the index once for each of its calls that resolve, and the preflight once more.
  expect(project.repository.indexRequests() - asked).toBeGreaterThan(1)
})

test('F52: a plan names packages of the new lock with advisories, remembered or not, and those that appear', async () => {
  const advisory = (advisoryId: string, cve: string | null, affectedVersions: string): object => ({
    ...{ advisoryId, packageName: 'magento/framework', affectedVersions, title: 'T', cve, link: 'https://a.example' },
    ...{
      reportedAt: '2026-11-01 00:00:00',
      sources: [{ name: 'S', remoteId: 'R' }],
      severity: 'high',
      composerRepository: ''
    }
  })
  const known = [advisory('PKSA-1', 'CVE-2026-1', '>=1.0'), advisory('PKSA-2', null, '<1.0')]
  let down = false
  const { url: base } = project.repository
  // Composer asks only repositories of the second protocol, with a file for each package.
  const start = {
    'metadata-url': `${base}/p2/%package%.json`,
    'available-packages': Object.keys(index.packages),
    'security-advisories': { 'api-url': `${base}/advisories` }
  }
  project.repository.intercept(({ url = '', headers }, response) => {
    const name = /^\/p2\/(.*?)(?:~dev)?\.json$/.exec(url)?.[1]
    if (headers.authorization === undefined || !(name ?? /^\/(?:packages\.json|advisories)$/.test(url))) return false
    const releases = url.endsWith('~dev.json') ? [] : Object.values(index.packages[name ?? ''] ?? {})
    const packages = { packages: { [name ?? '']: releases } }
    const body = url === '/advisories' ? { advisories: { 'magento/framework': known } } : name ? packages : start
    response.writeHead(down && url === '/advisories' ? 503 : 200).end(JSON.stringify(body))
    return true
  })
  const found = async (): Promise<string> => {
    const report = await plan({ securityBlocking: false })
    expect(report.error).toBeNull()
    const lines = (report.plan?.notes ?? []).filter(({ id }) => /^(?:packages-vulnerable|advisories-)/.test(id))
    for (const { message } of lines)
      for (const text of [renderText(report), renderSummary(report), renderPullRequest(report)])
        expect(text.replaceAll('\\', '').replaceAll(/\s+/g, ' ')).toContain(message)
    return lines.map(({ level, message }) => `${level}: ${message}`).join()
  }
  const cold = await found()
  // The long-term release 2.2 has none.
  if (cold.includes('this Composer cannot audit')) {
    const { stdout } = await runProgram(['composer', '--version'], {
      cwd: tmpdir(),
      env: project.context.environment as Record<string, string>
    })
    expect(stdout).toMatch(/Composer (?:version )?2\.[0-4]\./)
    return
  }
  expect(cold).toBe('look: The new lock has packages with known vulnerabilities: magento/framework (CVE-2026-1).')
  expect(await found()).toBe(cold)
  known.push(advisory('PKSA-3', null, '*'))
  expect(await found()).toBe(cold.replace('CVE-2026-1', 'CVE-2026-1, PKSA-3'))
  down = true
  expect(await found()).toMatch(/^information: It is not known whether .*: .*503/)
})

test('F52: where no repository tells of advisories, that is said, and nobody is asked', async () => {
  const { plan: planned } = await plan()
  expect(planned?.notes.find(({ id }) => id === 'advisories-unknown')).toMatchObject({
    level: 'information',
    message: expect.stringContaining('no repository of this project provides advisories')
  })
})
