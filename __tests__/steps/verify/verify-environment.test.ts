import { afterAll, describe, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UpgradeError } from '../../../src/errors.js'
import { silentLogger } from '../../../src/logger.js'
import { parseModuleStates } from '../../../src/steps/verify/magento-output.js'
import type { Verification } from '../../../src/report/report.js'
import { verificationError, verifyEnvironment, type VerifyInput } from '../../../src/steps/verify/verify-environment.js'
import type { ProbeAnswer } from '../../../src/tools/http/http.js'
import { localSsh } from '../../helpers/local-ssh.js'
import { recordVerdict } from '../../helpers/record-verdict.js'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Node {
  readonly version?: string
  readonly database?: { readonly text: string; readonly exitCode: number }
  readonly maintenance?: string
  readonly errorLog?: string
  readonly deployFailed?: boolean
  readonly cron?: string
  readonly configPhp?: string
  readonly cloudLog?: string
}

const upToDate = { text: 'All modules are up to date.', exitCode: 0 }

/** An application root whose `php` prints what the node is to answer. */
function application(node: Node): string {
  const root = mkdtempSync(join(folder, 'node-'))
  mkdirSync(join(root, 'var', 'log'), { recursive: true })
  const { text, exitCode } = node.database ?? upToDate
  writeFileSync(join(root, 'version'), node.version ?? 'Magento CLI 2.4.8\n')
  writeFileSync(join(root, 'database'), text)
  writeFileSync(join(root, 'maintenance'), `Status: maintenance mode is ${node.maintenance ?? 'not active'}\n`)
  writeFileSync(join(root, 'status'), String(exitCode))
  if (node.errorLog !== undefined) writeFileSync(join(root, 'var/log/cloud.error.log'), node.errorLog)
  if (node.deployFailed) writeFileSync(join(root, 'var/.deploy_is_failed'), '')
  mkdirSync(join(root, 'app', 'etc'), { recursive: true })
  writeFileSync(join(root, 'app/etc/env.php'), '<?php')
  writeFileSync(join(root, 'cron'), node.cron ?? 'on')
  if (node.configPhp !== undefined) writeFileSync(join(root, 'app/etc/config.php'), node.configPhp)
  if (node.cloudLog !== undefined) writeFileSync(join(root, 'var/log/cloud.log'), node.cloudLog)
  return root
}

writeFileSync(
  join(folder, 'php'),
  '#!/bin/sh\n[ "$1" = -r ] && exec cat cron\ncase "$2" in --version) cat version ;; setup:db:status) cat database; exit "$(cat status)" ;; *) cat maintenance ;; esac\n'
)
chmodSync(join(folder, 'php'), 0o755)

async function verify(
  nodes: readonly (Node | null)[],
  pages: readonly Partial<ProbeAnswer>[] = [{ status: 200 }],
  given: Partial<VerifyInput> & { readonly endpoints?: (path: string) => number } = {}
): Promise<Verification> {
  const hosts = nodes.map((_, index) => `${index + 1}.ent-p-x@ssh.eu-1.magento.cloud`)
  const folders = Object.fromEntries(
    nodes.flatMap((node, index) => (node ? [[hosts[index] ?? '', application(node)]] : []))
  )
  let asked = 0
  const { endpoints = (): number => 200, ...input } = given
  const probe = (url: string): Promise<ProbeAnswer> => {
    const { pathname } = new URL(url)
    if (pathname !== '/') return Promise.resolve({ status: endpoints(pathname), body: '', failure: null })
    const page = pages[Math.min(asked++, pages.length - 1)]
    return Promise.resolve({ status: null, body: '', failure: null, ...page })
  }
  const ssh = localSsh(folders, `${folder}:${process.env['PATH'] ?? ''}`)
  const clock = { now: () => 0, pause: () => Promise.resolve() }
  return verifyEnvironment(
    { ssh, probe, clock, logger: silentLogger },
    { hosts, expectedVersion: '2.4.8', storefrontUrl: 'https://shop.example.com/', committedModules: null, ...input }
  )
}

const record = (situation: string, { verdict, problems }: Verification, error: UpgradeError | null): void => {
  recordVerdict({ step: 'verify', situation, verdict, error, because: problems.map(({ message }) => message) })
}

const ids = ({ problems }: Verification): readonly string[] => problems.map(({ id, severity }) => `${id} ${severity}`)

test('three nodes in good health', async () => {
  const result = await verify([{}, {}, {}])
  expect(result).toMatchObject({
    verdict: 'healthy',
    installedVersion: '2.4.8',
    problems: [],
    storefront: { status: 200 }
  })
  expect(result.nodes).toHaveLength(3)
  expect(result.nodes[2]).toMatchObject({ version: '2.4.8', database: 'current', maintenance: false, errors: [] })
  expect(verificationError(result)).toBeNull()
})

test('what several nodes have alike is told once, with their names', async () => {
  const result = await verify([{ maintenance: 'active' }, {}, { maintenance: 'active' }])
  const [{ message } = { message: '' }, ...more] = result.problems.filter(({ id }) => id === 'maintenance-on')
  expect(more).toEqual([])
  expect(message).toMatch(/^1\.ent-\S+, 3\.ent-\S+: maintenance mode is on/)
})

test('[F72] one node of three still runs the old version', async () => {
  const result = await verify([{}, { version: 'Magento CLI 2.4.7-p3\n' }, {}])
  expect(result).toMatchObject({ verdict: 'wrong-version', installedVersion: '2.4.7-p3' })
  const error = verificationError(result)
  record('one of three nodes still runs the old version', result, error)
  expect(error?.exitCode).toBe(60)
  expect(error?.message).toContain('2.ent-p-x@ssh.eu-1.magento.cloud runs 2.4.7-p3, not 2.4.8')
})

test('[F71] a version in a warning is not the version', async () => {
  const noise = 'PHP Warning: in /app/vendor/magento/2.4.6/x.php on line 2\nMagento CLI 2.4.8\n'
  expect((await verify([{ version: noise }])).verdict).toBe('healthy')
  const crash = await verify([{ version: 'PHP Fatal error: Uncaught Error in /app/2.4.8/x.php\n' }])
  expect(crash).toMatchObject({ verdict: 'wrong-version', installedVersion: null })
  expect(ids(crash)).toEqual(['version-unknown error'])
})

test('[F73] maintenance left on', async () => {
  const result = await verify([{ maintenance: 'active' }], [{ status: 503 }])
  expect(result.verdict).toBe('unhealthy')
  expect(ids(result)).toEqual(['maintenance-on error', 'storefront-failing error'])
  expect(verificationError(result)).toMatchObject({
    exitCode: 61,
    next: expect.stringContaining('maintenance:disable')
  })
})

test.each<[string, readonly Node[]]>([
  ['by its flag', [{ maintenance: 'active', cron: 'off', deployFailed: true }]],
  ['on another node', [{ maintenance: 'active', cron: 'off' }, { deployFailed: true }]],
  [
    'of the database',
    [{ maintenance: 'active', database: { text: 'SQLSTATE[HY000] [2002] Connection refused', exitCode: 1 } }]
  ],
  ['with the old version', [{ maintenance: 'active', version: 'Magento CLI 2.4.7\n' }]]
])('after a failed deployment nobody is told to open the site: %s', async (_, nodes) => {
  const error = verificationError(await verify(nodes))
  const [first, ...rest] = error?.problems ?? []
  expect(first?.id).not.toBe('maintenance-on')
  expect(rest.find(({ id }) => id === 'maintenance-on')?.fix).toMatch(/^Leave it until/)
  expect([error?.next, ...(error?.problems ?? []).map(({ fix }) => fix)].join(' ')).not.toMatch(
    /maintenance:disable|cron:enable/
  )
})

describe('the database', () => {
  test('[F74] behind', async () => {
    const text = "Data patches are not up to date\nRun 'setup:upgrade' to update your DB schema and data."
    const result = await verify([{ database: { text, exitCode: 2 } }])
    expect(result.verdict).toBe('unhealthy')
    expect(result.nodes[0]?.database).toBe('behind')
  })

  test('the known false alarm is a warning', async () => {
    const text = "Declarative Schema is not up to date\nRun 'setup:upgrade' to update your DB schema and data."
    const result = await verify([{ database: { text, exitCode: 2 } }])
    expect(result.verdict).toBe('healthy')
    expect(ids(result)).toEqual(['database-doubtful warning'])
  })

  test.each([
    [
      'no connection',
      '\nIn Abstract.php line 124:\n\n  SQLSTATE[HY000] [2002] Connection refused  \n\nsetup:db:status\n',
      1,
      /SQLSTATE\[HY000\] \[2002\] Connection refused/
    ],
    ['not installed', 'No information is available: the Magento application is not installed.', 1, /not installed/],
    ['not installed, with a good exit code', 'the Magento application is not installed.', 0, /not installed/],
    [
      'a crash',
      'PHP Fatal error:  Uncaught Error: Call to undefined method X\n#0 {main}\n  thrown',
      255,
      /exit code 255\): PHP Fatal error/
    ],
    ['killed', '', 137, /exit code 137\): it printed nothing/]
  ])('that cannot be judged is not well: %s', async (_, text, exitCode, said) => {
    const result = await verify([{ database: { text, exitCode } }])
    expect(result).toMatchObject({ verdict: 'unhealthy', nodes: [{ database: 'unknown' }] })
    expect(ids(result)).toEqual(['database-unknown error'])
    expect(verificationError(result)).toMatchObject({ exitCode: 61, message: expect.stringMatching(said) })
  })

  test('an upgrade that is called due without a reason is a warning, ahead is an error', async () => {
    expect(ids(await verify([{ database: { text: '', exitCode: 2 } }]))).toEqual(['database-unknown warning'])
    const ahead = 'Magento_Catalog schema: code version - 2.2.4, database version - 2.2.5'
    expect((await verify([{ database: { text: ahead, exitCode: 1 } }])).verdict).toBe('unhealthy')
  })
})

test('what the deployment left behind', async () => {
  const critical = {
    errorCode: 126,
    stage: 'deploy',
    step: 'install-update',
    title: 'setup:upgrade failed',
    suggestion: 'Read the log.',
    type: 'critical'
  }
  const warning = { ...critical, errorCode: 2007, type: 'warning', title: 'PHP is not the recommended one' }
  const errorLog = `${JSON.stringify(warning)}\n${JSON.stringify(critical)}\n{"cut off`
  const result = await verify([{ errorLog, deployFailed: true }])
  expect(result.verdict).toBe('unhealthy')
  expect(ids(result)).toEqual(['deploy-failed-flag error', 'cloud-error error'])
  expect(result.nodes[0]?.errors.map(({ code }) => code)).toEqual(['2007', '126'])
})

const scenario = (time: string, version: string): string =>
  `[${time}+00:00] INFO: Starting scenario(s): scenario/deploy.xml (magento/ece-tools version: 2002.2.1, magento/magento2-base version: ${version})\n`

test('errors of an earlier deployment are left out', async () => {
  const errorLog = JSON.stringify({ errorCode: 126, stage: 'deploy', title: 'failed', type: 'critical' })
  const past = await verify([{ errorLog, cloudLog: scenario('2999-01-01T10:00:00.000000', '2.4.8') }])
  expect(past).toMatchObject({ verdict: 'healthy', nodes: [{ errors: [], deployedVersion: '2.4.8' }] })
  const present = await verify([{ errorLog, cloudLog: scenario('2020-01-01T10:00:00.000000', '2.4.8') }])
  expect(ids(present)).toEqual(['cloud-error error'])
})

test('cloud.log is the second witness of the version', async () => {
  const cloudLog = scenario('2020-01-01T10:00:00', '2.4.8') + scenario('2020-01-02T10:00:00', '2.4.7-p3')
  const other = await verify([{ cloudLog }])
  expect(other).toMatchObject({ verdict: 'healthy', nodes: [{ version: '2.4.8', deployedVersion: '2.4.7-p3' }] })
  expect(ids(other)).toEqual(['witness-disagrees warning'])
  const silent = await verify([{ cloudLog, version: 'PHP Fatal error\n' }])
  expect(silent.problems[0]?.message).toContain('According to var/log/cloud.log, 2.4.7-p3 was deployed last')
})

test('cron that was never enabled again', async () => {
  const off = await verify([{}, { cron: 'Warning: something\noff' }])
  expect(off.verdict).toBe('unhealthy')
  expect(ids(off)).toEqual(['cron-disabled error'])
  expect(verificationError(off)?.next).toContain('ece-tools cron:enable')
  expect(ids(await verify([{ cron: 'PHP Parse error in env.php' }]))).toEqual(['cron-unknown warning'])
})

test('modules that are not as committed are a warning', async () => {
  const committedModules = parseModuleStates(
    "<?php return ['modules' => ['Acme_A' => 1, 'Acme_B' => 0, 'Acme_C' => 1]];"
  )
  const configPhp = "<?php\nreturn [\n  'modules' => [\n    'Acme_A' => 0,\n    'Acme_New' => 1,\n  ],\n];\n"
  const result = await verify([{ configPhp }], undefined, { committedModules })
  expect(result.verdict).toBe('healthy')
  expect(ids(result)).toEqual(['modules-differ warning'])
  expect(result.problems[0]?.message).toContain(
    'Acme_A is disabled instead of enabled, Acme_C is missing instead of enabled.'
  )
})

describe('the endpoints', () => {
  test.each([
    [401, 'healthy', []],
    [403, 'healthy', []],
    [404, 'healthy', ['endpoint-missing warning']],
    [500, 'unhealthy', ['endpoint-failing error']]
  ])('that answer %i', async (status, verdict, problems) => {
    const result = await verify([{}], undefined, { endpoints: (path) => (path === '/graphql' ? status : 200) })
    expect(result).toMatchObject({ verdict, endpoints: [{ status }, { status: 200 }] })
    expect(ids(result)).toEqual(problems)
  })

  test('are given time to come up', async () => {
    let asked = 0
    const result = await verify([{}], undefined, { endpoints: () => (asked++ < 4 ? 503 : 200) })
    expect(result.verdict).toBe('healthy')
  })

  test('are not asked where the storefront fails, nor for what the version does not have', async () => {
    expect((await verify([{}], [{ status: 500 }])).endpoints).toEqual([])
    const old = await verify([{ version: 'Magento CLI version 2.2.11\n' }], undefined, { expectedVersion: '2.2.11' })
    expect(old.endpoints.map(({ url }) => url)).toEqual(['https://shop.example.com/rest/V1/store/storeConfigs'])
  })
})

describe('the storefront', () => {
  test('is asked of the nodes where nobody else knows it', async () => {
    const unknown = await verify([{}], undefined, { storefrontUrl: '' })
    expect(unknown).toMatchObject({ verdict: 'healthy', storefront: null })
    expect(ids(unknown)).toEqual(['storefront-unknown warning'])
    expect(await verify([{}], undefined, { storefrontUrl: null })).toMatchObject({ problems: [], storefront: null })
  })

  test('is given time to come up', async () => {
    expect((await verify([{}], [{ status: 503 }, { status: null, failure: 'reset' }, { status: 200 }])).verdict).toBe(
      'healthy'
    )
  })

  test('[F74] fails', async () => {
    expect((await verify([{}], [{ status: 500 }])).verdict).toBe('unhealthy')
    expect((await verify([{}], [{ status: null, failure: 'getaddrinfo ENOTFOUND' }])).problems[0]?.message).toContain(
      'ENOTFOUND'
    )
  })

  test('behind a password is a warning', async () => {
    const result = await verify([{}], [{ status: 401 }])
    expect(result.verdict).toBe('healthy')
    expect(ids(result)).toEqual(['storefront-refused warning'])
  })
})

describe('nodes out of reach', () => {
  test('make a good answer of the others not good enough', async () => {
    const result = await verify([{}, null, {}])
    record('one of three nodes does not answer', result, verificationError(result))
    expect(result).toMatchObject({ verdict: 'unreachable', installedVersion: '2.4.8' })
    expect(verificationError(result)).toMatchObject({
      exitCode: 75,
      message: expect.stringContaining('connection refused')
    })
  })

  test('do not hide what is wrong with the others', async () => {
    expect((await verify([{ version: 'Magento CLI 2.4.7\n' }, null])).verdict).toBe('wrong-version')
    expect((await verify([{ maintenance: 'active' }, null])).verdict).toBe('unhealthy')
  })

  test('no node at all is not health', async () => {
    expect((await verify([])).verdict).toBe('unreachable')
  })
})
