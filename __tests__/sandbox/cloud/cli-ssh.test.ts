import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { writeCli } from '../../../sandbox/cloud/write-cli.js'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { createSshCertifier } from '../../../sandbox/services/ssh-certifier.js'
import { createSshKey, knownHostsLines } from '../../../sandbox/services/ssh-host-key.js'
import { startSshNode, type SshNode } from '../../../sandbox/services/ssh-node.js'
import { writeSshShim } from '../../../sandbox/services/ssh-shim.js'
import { createMagentoCloud } from '../../../src/tools/magento-cloud.js'
import { createRunCommand } from '../../../src/tools/run-command.js'
import { Secret } from '../../../src/secret.js'
import { activity, environment, host, login, on, self } from './cloud-samples.js'
import { startFakeApi, type FakeApi } from './fake-api.js'
import { runCli, type Answer } from './run-cli.js'

let directory = ''
let api: FakeApi
let node: SshNode
let database: Database

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-test-'))
  const certifier = await createSshCertifier({ directory: join(directory, 'authority') })
  api = await startFakeApi(certifier)
  database = await startDatabase({ directory: join(directory, 'db') })
  await database.createSchema({ name: 'main', user: 'shop', password: "p'a ss", rows: 5, modules: [] })
  const common = { host: '127.0.0.1', port: database.port, path: 'main', scheme: 'mysql', username: 'shop' }
  const good = { ...common, password: "p'a ss", service: 'mysql' }
  const relationships = {
    database: [good],
    'database-slave': [{ ...good, password: 'wrong' }],
    redis: [{ scheme: 'redis' }]
  }
  const hostKey = await createSshKey(join(directory, 'keys'), 'host')
  const logs = join(directory, 'logs')
  await mkdir(logs)
  await writeFile(join(logs, 'deploy.log'), 'one\ntwo\nthree\n')
  node = await startSshNode({
    directory,
    name: 'one',
    hostKeyFile: hostKey.privateKeyFile,
    trustedUserCa: certifier.publicKey,
    session: { kind: 'application', appRoot: join(directory, 'app') },
    environment: {
      MAGENTO_CLOUD_LOG_DIR: logs,
      MAGENTO_CLOUD_RELATIONSHIPS: Buffer.from(JSON.stringify(relationships)).toString('base64')
    }
  })
  const bin = join(directory, 'bin')
  const shim = await writeSshShim({ binDirectory: bin, routesFile: join(directory, 'routes.json') })
  await shim.setRoutes({ [login]: node })
  await writeFile(join(directory, 'host-keys'), knownHostsLines(hostKey.publicKey, [host]))
  writeCli(bin)
  await mkdir(join(directory, 'home'))
}, 120_000)

afterAll(async () => {
  api.stop()
  await Promise.all([node.stop(), database.stop()])
  await rm(directory, { recursive: true, force: true })
}, 60_000)

beforeEach(() => {
  api.answers.clear()
  api.asked.length = 0
  answer('GET /projects/P', { id: 'P', title: 'Shop', default_branch: 'integration' })
  answer('GET /projects/P/environments', [environment])
})

function answer(request: string, body: unknown, status = 200): void {
  api.answers.set(request, { status, body })
}

const cli = (args: readonly string[], extra?: Record<string, string>): Promise<Answer> =>
  runCli({ directory, api }, args, extra)

test('runs remote commands with a certificate and passes their exit code on', async () => {
  expect(await cli(['ssh-cert:load'])).toMatchObject({ code: 0, stdout: '' })
  const key = join(directory, 'home/.magento-cloud/.session/sess-cli-default/ssh/id_ed25519')
  expect((await stat(key)).mode & 0o777).toBe(0o600)
  expect(await readFile(`${key}-cert.pub`, 'utf8')).toMatch(/^ssh-ed25519-cert-v01@openssh.com /)
  expect(await cli(['ssh', ...on, '--', 'echo "$HOME" >/dev/null; echo out; exit 7'])).toMatchObject({
    code: 7,
    stdout: 'out\n'
  })
  expect((await cli(['ssh', ...on, '--', 'printf', '%s.', 'a b', "c'd"])).stdout).toBe("a b.c'd.")
  expect((await cli(['log', 'deploy', ...on, '--lines', '2'])).stdout).toBe('two\nthree\n')
}, 60_000)

test('exits 255 where the host key is not the pinned one', async () => {
  await writeFile(join(directory, 'no-keys'), '')
  const result = await cli(['ssh', ...on, '--', 'true'], {
    MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: join(directory, 'no-keys')
  })
  expect(result.code).toBe(255)
  expect(result.stderr).toContain('Host key verification failed')
})

test('dumps one database, and leaves a partial file where that fails', async () => {
  const several = await cli(['db:dump', ...on, '--stdout'])
  expect(several).toMatchObject({ code: 1, stdout: '' })
  expect(several.stderr).toContain('More than one relationship found.')
  const dump = await cli(['db:dump', ...on, '-r', 'database', '--stdout'])
  expect(dump.code).toBe(0)
  expect(dump.stdout.trimEnd().split('\n').at(-1)).toMatch(/^-- Dump completed/)
  const failed = await cli(['db:dump', ...on, '-r', 'database-slave', '-f', 'dump.sql'])
  expect(failed.code).toBe(2)
  expect((await stat(join(directory, 'dump.sql'))).size).toBe(0)
  expect((await cli(['db:sql', ...on, '-r', 'database', '--raw', 'SELECT 6 * 7 AS answer'])).stdout).toBe(
    'answer\n42\n'
  )
}, 60_000)

test('answers every call that the upgrade makes', async () => {
  const home = join(directory, 'private-home')
  const parentEnvironment = {
    PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
    MAGENTO_CLOUD_CLI_API_URL: api.url,
    MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: join(directory, 'host-keys')
  }
  const ids = { project: 'P', environment: 'integration', token: new Secret('good') }
  const cloud = createMagentoCloud({ run: createRunCommand(), parentEnvironment, home, ...ids })
  answer(`GET ${self}`, environment)
  answer('GET /projects/P/integrations', [{ id: 'gh1', type: 'github' }])
  answer(`GET ${self}/variables`, [])
  answer(`POST ${self}/variables`, { _embedded: { entity: { name: 'A', value: '1' }, activities: [activity] } }, 201)
  answer('GET /projects/P/activities/act1', activity)
  answer('GET /projects/P/activities/act1/log', '{"_id":"1","data":{"message":"Built\\n"}}\n')
  await cloud.authenticate()
  expect(await cloud.version()).toBe('1.47.0')
  expect(await cloud.environment()).toMatchObject({ id: 'integration', status: 'active', dedicated: false })
  expect(await cloud.hasGitHubIntegration()).toBe(true)
  await cloud.setVariable('A', '1')
  expect(await cloud.sshHosts()).toEqual([login])
  expect(await cloud.primaryUrl()).toBeNull()
  expect((await cloud.sshIdentity()).certificateFile).toMatch(/-cert\.pub$/)
  expect(await cloud.activityLog('act1')).toBe('Built\n')
  expect(await cloud.log('deploy', 1)).toBe('three\n')
  const dump = join(directory, 'private.sql.gz')
  expect(await cloud.dumpDatabase(dump, 'database', { exclude: [], timeoutSeconds: 60 })).toMatchObject({ exitCode: 0 })
  expect(gunzipSync(await readFile(dump)).toString()).toContain('-- Dump completed')
}, 60_000)
