import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Secret } from '../../src/secrets/secret.js'
import { createMagentoCloud, type MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import type { RunCommand } from '../../src/tools/process/command.js'
import { casesOfStates } from '../helpers/cases-of-states.js'
import { contractCases } from '../helpers/contract-cases.js'
import { startWorld, type Program, type World } from '../helpers/contract-world.js'
import { sampleProcesses } from '../helpers/sample-processes.js'
import { stderrClass } from '../helpers/stderr-class.js'

const app = { name: 'mymagento', from: 'file' } as const
const real = process.env['REAL_MAGENTO_CLOUD'] ?? ''
const programs: readonly Program[] = [
  { name: 'the stand-in', argv: null, configure: false },
  ...(real === '' ? [] : [{ name: real, argv: realArgv(real), configure: !real.endsWith('.phar') }])
]

/** Adobe's phar need not be executable. */
function realArgv(file: string): readonly string[] {
  try {
    accessSync(file, constants.X_OK)
    return [file]
  } catch {
    return ['php', file]
  }
}

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

function fill(text: string): string {
  const environment = world.state.environments.get('integration')
  const values: Record<string, string> = {
    project: world.state.projectId,
    login: environment?.logins[0] ?? '',
    machine: environment?.machineName ?? '',
    pushed: world.pushed()
  }
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

const elsewhere = real === '' ? '; the real one is not here: REAL_MAGENTO_CLOUD names none' : ''
describe.each(programs)(`$name keeps the contract${elsewhere}`, (program) => {
  test.each([...contractCases, ...casesOfStates])('$title', async ({ args, given = {}, exit, stdout, stderr }) => {
    const result = await world.run(program, args, given, fill)
    const said = `${result.stderr}\n${result.stdout}`
    expect([[exit].flat(), said]).toEqual([expect.arrayContaining([result.exitCode]), said])
    if (typeof stdout === 'string') expect(result.stdout).toBe(fill(stdout))
    else expect(result.stdout).toMatch(stdout)
    if (stderr !== undefined && stderr !== 'any') expect([stderrClass(result.stderr), said]).toEqual([stderr, said])
  })

  test('a dump that failed leaves its empty file behind', async () => {
    const args = ['db:dump', '-p', '{project}', '-e', 'integration', '-r', 'database-slave', '-f', 'dump.sql']
    const { exitCode, home } = await world.run(program, args, {}, fill)
    expect([exitCode, statSync(join(home, 'dump.sql')).size]).toEqual([2, 0])
  })

  // The apostrophe in the password is quoted in one way or another.
  test('the password of the database stands on a command line of this machine', async () => {
    const args = ['db:sql', '-p', '{project}', '-e', 'integration', '-r', 'database', '--raw', 'SELECT SLEEP(2)']
    const { onCommandLines } = await sampleProcesses({ text: 'a ss', variable: 'none of them' }, () =>
      world.run(program, args, {}, fill)
    )
    expect(onCommandLines.filter((line) => /^(?:\S*\/)?ssh /.test(line))).not.toEqual([])
  })

  test('answers every call of the upgrade', async () => {
    const { cloud, home } = await world.tool(program)
    await cloud.authenticate()
    expect(await cloud.environment()).toMatchObject({ id: 'integration', status: 'active', dedicated: false })
    expect(await cloud.hasGitHubIntegration()).toBe(true)
    expect(await cloud.hasVariable('A')).toBe(false)
    await cloud.setVariable('A', '-1')
    expect(await cloud.hasVariable('A')).toBe(true)
    expect(await cloud.sshHosts()).toEqual([fill('{login}')])
    expect(await cloud.primaryUrl()).toBe('https://shop.example/')
    const { keyFile, certificateFile } = await cloud.sshIdentity()
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    expect(readFileSync(certificateFile ?? '', 'utf8')).toMatch(/^ssh-ed25519-cert-v01@openssh.com /)
    expect(await cloud.activityLog(world.pushed())).toBe('Building application\nDeploying\n')
    expect(await cloud.log('deploy', 1)).toBe('three\n')
    const dump = join(home, 'dump.sql.gz')
    expect(await cloud.dumpDatabase(dump, 'database', { exclude: [], timeoutSeconds: 60 })).toMatchObject({
      exitCode: 0,
      throughExitCode: 0
    })
    expect(gunzipSync(readFileSync(dump)).toString()).toContain('-- Dump completed')
    expect(await cloud.createSnapshot()).toMatch(/^\S+$/)
  })

  test('an access token that is refused once ends no call', async () => {
    const { cloud } = await world.tool(program, { fault: ['unauthorized', 1, '/variables'] })
    expect(await cloud.hasVariable('A')).toBe(false)
  })
})

test('every command line of the tool is a case', async () => {
  const home = mkdtempSync(join(tmpdir(), 'contract-tool-'))
  const asked = new Set<string>()
  const run: RunCommand = ([, ...args]) => {
    asked.add(args.join(' '))
    return Promise.resolve({ exitCode: 1, stdout: '', stderr: '', timedOut: false })
  }
  const place = {
    home,
    project: '{project}',
    environment: 'integration',
    token: new Secret('t'),
    retryPauseSeconds: 0,
    app
  }
  const cloud = createMagentoCloud({ run, parentEnvironment: {}, ...place })
  const calls: Record<Exclude<keyof MagentoCloud, 'program'>, () => Promise<unknown>> = {
    version: () => cloud.version(),
    authenticate: () => cloud.authenticate(),
    environment: () => cloud.environment(),
    hasGitHubIntegration: () => cloud.hasGitHubIntegration(),
    hasVariable: () => cloud.hasVariable('A'),
    setVariable: () => cloud.setVariable('A', '-1'),
    sshHosts: () => cloud.sshHosts(),
    primaryUrl: () => cloud.primaryUrl(),
    sshIdentity: () => cloud.sshIdentity(),
    api: () => cloud.api('/variables'),
    activityLog: () => cloud.activityLog('{pushed}'),
    dumpDatabase: () => cloud.dumpDatabase('/dev/null', 'database', { exclude: [], timeoutSeconds: 1 }),
    createSnapshot: () => cloud.createSnapshot(),
    log: () => cloud.log('deploy', 2)
  }
  for (const call of Object.values(calls)) await call().catch(() => undefined)
  rmSync(home, { recursive: true })
  expect(Object.keys(cloud).sort()).toEqual(['program', ...Object.keys(calls)].sort())
  const known = contractCases.filter(({ given = {} }) => Object.keys(given).length === 0 || given.api !== undefined)
  expect([...asked].filter((line) => !known.some(({ args }) => args.join(' ') === line))).toEqual([])
})
