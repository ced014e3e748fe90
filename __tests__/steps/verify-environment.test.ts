import { afterAll, describe, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '../../src/logger.js'
import type { Verification } from '../../src/report.js'
import { verificationError, verifyEnvironment } from '../../src/steps/verify-environment.js'
import type { ProbeAnswer } from '../../src/tools/http.js'
import { localSsh } from '../local-ssh.js'

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
  return root
}

writeFileSync(
  join(folder, 'php'),
  '#!/bin/sh\ncase "$2" in --version) cat version ;; setup:db:status) cat database; exit "$(cat status)" ;; *) cat maintenance ;; esac\n'
)
chmodSync(join(folder, 'php'), 0o755)

async function verify(
  nodes: readonly (Node | null)[],
  pages: readonly Partial<ProbeAnswer>[] = [{ status: 200 }]
): Promise<Verification> {
  const hosts = nodes.map((_, index) => `${index + 1}.ent-p-x@ssh.eu-1.magento.cloud`)
  const folders = Object.fromEntries(
    nodes.flatMap((node, index) => (node ? [[hosts[index] ?? '', application(node)]] : []))
  )
  let asked = 0
  const probe = (): Promise<ProbeAnswer> => {
    const page = pages[Math.min(asked++, pages.length - 1)]
    return Promise.resolve({ status: null, body: '', failure: null, ...page })
  }
  const ssh = localSsh(folders, `${folder}:${process.env['PATH'] ?? ''}`)
  const clock = { now: () => 0, pause: () => Promise.resolve() }
  return verifyEnvironment(
    { ssh, probe, clock, logger: silentLogger },
    { hosts, expectedVersion: '2.4.8', storefrontUrl: 'https://shop.example.com/' }
  )
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

test('one node of three still runs the old version', async () => {
  const result = await verify([{}, { version: 'Magento CLI 2.4.7-p3\n' }, {}])
  expect(result).toMatchObject({ verdict: 'wrong-version', installedVersion: '2.4.7-p3' })
  const error = verificationError(result)
  expect(error?.exitCode).toBe(60)
  expect(error?.message).toContain('2.ent-p-x@ssh.eu-1.magento.cloud runs 2.4.7-p3, not 2.4.8')
})

test('a version in a warning is not the version', async () => {
  const noise = 'PHP Warning: in /app/vendor/magento/2.4.6/x.php on line 2\nMagento CLI 2.4.8\n'
  expect((await verify([{ version: noise }])).verdict).toBe('healthy')
  const crash = await verify([{ version: 'PHP Fatal error: Uncaught Error in /app/2.4.8/x.php\n' }])
  expect(crash).toMatchObject({ verdict: 'wrong-version', installedVersion: null })
  expect(ids(crash)).toEqual(['version-unknown error'])
})

test('maintenance left on', async () => {
  const result = await verify([{ maintenance: 'active' }], [{ status: 503 }])
  expect(result.verdict).toBe('unhealthy')
  expect(ids(result)).toEqual(['maintenance-on error', 'storefront-failing error'])
  expect(verificationError(result)).toMatchObject({
    exitCode: 61,
    next: expect.stringContaining('maintenance:disable')
  })
})

describe('the database', () => {
  test('behind', async () => {
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

  test('no verdict is a warning, ahead is an error', async () => {
    expect(ids(await verify([{ database: { text: 'SQLSTATE[HY000] [2002]', exitCode: 1 } }]))).toEqual([
      'database-unknown warning'
    ])
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

describe('the storefront', () => {
  test('is given time to come up', async () => {
    expect((await verify([{}], [{ status: 503 }, { status: null, failure: 'reset' }, { status: 200 }])).verdict).toBe(
      'healthy'
    )
  })

  test('fails', async () => {
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
