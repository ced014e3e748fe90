import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSections, sectionsScript } from '../../../src/tools/ssh/remote-sections.js'
import { nodeCommands } from '../../../src/steps/diagnose/node-commands.js'
import { fullDisks } from '../../../src/steps/diagnose/explain/full-disks.js'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { isRunning } from '../../../sandbox/services/process-tree.js'
import { createSshCertifier, type SshCertifier } from '../../../sandbox/services/ssh-certifier.js'
import { createSshKey, knownHostsLines, type SshKeyPair } from '../../../sandbox/services/ssh-host-key.js'
import { until } from '../../helpers/until.js'
import { startSshNode, type SshNode } from '../../../sandbox/services/ssh-node.js'
import { writeSshShim, type SshShim } from '../../../sandbox/services/ssh-shim.js'

const host = 'ssh.us-3.magento.cloud'
const login = `abc-integration-1234567--mymagento@${host}`
let directory = ''
let appRoot = ''
let certifier: SshCertifier
let user: SshKeyPair
let stranger: SshKeyPair
let hostKey: SshKeyPair
let node: SshNode
let gitNode: SshNode
let shim: SshShim
let database: Database
const password = `p'a"ss\\word`

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ssh-node-test-'))
  appRoot = join(directory, 'app')
  certifier = await createSshCertifier({ directory: join(directory, 'authority') })
  const keys = join(directory, 'keys')
  hostKey = await createSshKey(keys, 'host')
  user = await createSshKey(keys, 'user')
  stranger = await createSshKey(keys, 'stranger')
  await certify(300)
  const common = { directory, hostKeyFile: hostKey.privateKeyFile, trustedUserCa: certifier.publicKey }
  const authorizedKeys = [stranger.publicKey]
  node = await startSshNode({
    ...common,
    name: 'one',
    session: { kind: 'application', appRoot },
    environment: { TWO: "it's\n2" }
  })
  const repository = join(directory, 'repository.git')
  await run('git', ['init', '-q', '--bare', repository])
  gitNode = await startSshNode({
    ...common,
    name: 'git',
    authorizedKeys,
    session: { kind: 'git', repository, path: 'abc.git' }
  })
  shim = await writeSshShim({ binDirectory: join(directory, 'bin'), routesFile: join(directory, 'routes') })
  await shim.setRoutes({ [login]: node, 'abc@git.us-3.magento.cloud': gitNode })
  await pin(hostKey)
  database = await startDatabase({ directory: join(directory, 'db') })
  const modules = [{ name: 'Magento_Store', version: '100.4.7' }]
  await database.createSchema({ name: 'main', user: 'shop', password, rows: 50, modules })
})

afterAll(async () => {
  await Promise.all([node.stop(), gitNode.stop(), database.stop()])
  await rm(directory, { recursive: true, force: true })
})

async function certify(seconds: number): Promise<void> {
  const certificate = await certifier.signKey(user.publicKey, { keyId: 'a-user', seconds })
  await writeFile(`${user.privateKeyFile}-cert.pub`, `${certificate}\n`)
}

const knownHosts = (): string => join(directory, 'known_hosts')
const pin = (key: SshKeyPair): Promise<void> =>
  writeFile(knownHosts(), knownHostsLines(key.publicKey, [host, 'git.us-3.magento.cloud']))

interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const environment = (): Record<string, string> => ({
  PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
  HOME: directory,
  LC_ALL: 'C.UTF-8',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1'
})

function run(program: string, args: readonly string[], input = ''): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { env: environment(), cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr })
    })
    child.stdin?.on('error', () => undefined).end(input)
  })
}

const options = (key: SshKeyPair): string[] => [
  ...['-F', 'none', '-T', '-i', key.privateKeyFile, '-o', `UserKnownHostsFile=${knownHosts()}`],
  ...['-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes', '-o', 'StrictHostKeyChecking=yes']
]
const ssh = (args: readonly string[], input = '', key = user): Promise<Answer> =>
  run('ssh', [...options(key), ...args], input)

test('lets a certificate in under the pinned name of the platform, before and after the first deployment', async () => {
  expect(await ssh(['--', login, 'pwd'])).toMatchObject({ code: 0, stdout: `${node.home}\n` })
  await mkdir(appRoot, { recursive: true })
  expect(await ssh(['--', login, 'pwd; exit 7'])).toMatchObject({ code: 7, stdout: `${appRoot}\n` })
})

test('passes stdin to a script and takes changed variables at the next login', async () => {
  expect(await ssh([login, 'bash', '-s'], 'printf %s "$TWO"')).toMatchObject({ code: 0, stdout: "it's\n2" })
  await node.setEnvironment({ TWO: 'changed' })
  await node.setNotice('Welcome\n')
  expect(await ssh([login], 'echo "$TWO"; cat /dev/null')).toMatchObject({ stdout: 'changed\n', stderr: 'Welcome\n' })
  await node.setNotice('')
})

test('shows the disks as a real node does: the code is an image that is always full', async () => {
  const { stdout: blocks } = await ssh([login, 'df -PkT . /tmp'])
  expect(blocks.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^Filesystem +Type .*Mounted on$/),
    `/dev/loop4 squashfs 134144 134144 0 100% ${appRoot}`
  ])
  expect(fullDisks(blocks).filter((line) => line.includes('loop'))).toEqual([])
  expect((await ssh([login, 'df -Pi'])).stdout).toMatch(/^\/dev\/loop4 91234 91234 0 100% /m)
  const { stdout } = await ssh([login, "df -Pk /tmp | awk 'NR == 2 { print $4 }'"])
  expect(Number(stdout)).toBeGreaterThan(0)
})

test('has root, user and logs of the hooks where Starter and Pro have them, and diagnose finds them', async () => {
  const logs = join(directory, 'logs')
  await mkdir(appRoot, { recursive: true })
  await mkdir(logs)
  await writeFile(join(logs, 'deploy.log'), 'deployed\n')
  const deployLog = async (environment: Record<string, string>): Promise<(string | undefined)[]> => {
    await node.setEnvironment({ MAGENTO_CLOUD_LOG_DIR: logs, ...environment })
    const script = sectionsScript('m', nodeCommands(null))
    const read = parseSections('m', (await ssh([login, 'bash', '-s'], script)).stdout)
    return [(await ssh([login, 'echo "$USER ${PWD##*/}"'])).stdout.trim(), read.get('deploy.log')?.text.trim()]
  }
  expect(await deployLog({ SANDBOX_LOG_PATH: '/var/log' })).toEqual(['web app', 'deployed'])
  const dedicated = { SANDBOX_APP_NAME: 'p4_stg', SANDBOX_LOG_PATH: '/var/log/platform/p4_stg' }
  expect(await deployLog(dedicated)).toEqual(['p4_stg p4_stg', 'deployed'])
  expect((await ssh([login, 'tail -n 1 /var/log/deploy.log'])).code).not.toBe(0)
  const elsewhere = { ...dedicated, MAGENTO_CLOUD_LOG_DIR: join(directory, 'second') }
  expect(await deployLog(elsewhere)).toEqual(['p4_stg p4_stg', ''])
  await node.setEnvironment({})
})

test('serves many logins at once', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ssh([login, `echo ${index}`])))
  expect(answers.map(({ stdout }) => stdout.trim())).toEqual(Array.from({ length: 12 }, (_, index) => String(index)))
})

test('dumps the database with what MAGENTO_CLOUD_RELATIONSHIPS says', async () => {
  const { port } = database
  const endpoint = { host: '127.0.0.1', port, username: 'shop', password, path: 'main', scheme: 'mysql' }
  const value = Buffer.from(JSON.stringify({ database: [endpoint] })).toString('base64')
  await node.setEnvironment({ MAGENTO_CLOUD_RELATIONSHIPS: value })
  const script = `set -eu
umask 077; file=$(mktemp)
php -r '$d = json_decode(base64_decode(getenv("MAGENTO_CLOUD_RELATIONSHIPS")), true)["database"][0];
  echo "[client]\\nhost=$d[host]\\nport=$d[port]\\nuser=$d[username]\\npassword=\\"", addcslashes($d["password"], "\\\\\\""), "\\"\\n";' >"$file"
$(command -v mariadb-dump || command -v mysqldump) --defaults-file="$file" --single-transaction --no-tablespaces main
rm "$file"`
  const { code, stdout, stderr } = await ssh([login, 'bash', '-s'], script)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('CREATE TABLE `sales_order`')
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^-- Dump completed/)
})

test('refuses a changed host key', async () => {
  await pin(stranger)
  const { code, stderr } = await ssh([login, 'true'])
  await pin(hostKey)
  expect(code).toBe(255)
  expect(stderr).toContain('REMOTE HOST IDENTIFICATION HAS CHANGED')
  expect(stderr).toContain(host)
})

test('refuses a key without a certificate, and an expired certificate', async () => {
  const refused = await ssh([login, 'true'], '', stranger)
  expect(refused).toMatchObject({ code: 255, stderr: expect.stringContaining('Permission denied') })
  const valid = await readFile(`${user.privateKeyFile}-cert.pub`, 'utf8')
  await certify(-30)
  const expired = await ssh([login, 'true'])
  await writeFile(`${user.privateKeyFile}-cert.pub`, valid)
  expect(expired).toMatchObject({ code: 255, stderr: expect.stringContaining('Permission denied') })
})

test('tells an unknown login from an unknown platform host', async () => {
  const unknownUser = await ssh([`nobody-here@${host}`, 'true'])
  expect(unknownUser).toMatchObject({ code: 255, stderr: `nobody-here@${host}: Permission denied (publickey).\n` })
  const unknownHost = await ssh(['x@ssh.eu-9.magento.cloud', 'true'])
  expect(unknownHost.code).toBe(255)
  expect(unknownHost.stderr).toContain('Could not resolve hostname ssh.eu-9.magento.cloud')
})

test('answers -V and -G as the real ssh does', async () => {
  expect(await ssh(['-V'])).toMatchObject({ code: 0, stderr: expect.stringMatching(/^OpenSSH_/) })
  const { stdout } = await ssh(['-G', login])
  expect(stdout).toContain(`port ${node.port}\n`)
  expect(stdout).toMatch(new RegExp(`hostkeyalias ${host}\n`, 'i'))
})

test('lets git push to and read from its one repository only', async () => {
  const work = join(directory, 'work')
  const identity = ['-c', 'user.name=Developer', '-c', 'user.email=developer@example.com']
  const command = ['-c', `core.sshCommand=ssh ${options(stranger).join(' ')}`]
  const url = 'abc@git.us-3.magento.cloud:abc.git'
  await run('git', ['init', '-q', '-b', 'main', work])
  await run('git', ['-C', work, ...identity, 'commit', '-q', '--allow-empty', '-m', 'First'])
  expect(await run('git', ['-C', work, ...command, 'push', '-q', url, 'main'])).toMatchObject({ code: 0 })
  const heads = await run('git', ['-C', work, ...command, 'ls-remote', url])
  expect(heads.stdout).toContain('refs/heads/main')
  const other = await run('git', [...command, 'ls-remote', 'abc@git.us-3.magento.cloud:other.git'])
  expect(other.stderr).toContain("service doesn't exist or you do not have access to it")
  expect(await ssh(['abc@git.us-3.magento.cloud', 'id'], '', stranger)).toMatchObject({ code: 1, stdout: '' })
})

test('ends the sessions with the node', async () => {
  const common = { directory, hostKeyFile: hostKey.privateKeyFile, trustedUserCa: certifier.publicKey }
  const brief = await startSshNode({ ...common, name: 'brief', session: { kind: 'application', appRoot } })
  await shim.setRoutes({ [`brief@${host}`]: brief })
  const child = spawn('ssh', [...options(user), `brief@${host}`, 'echo $$; exec sleep 300'], { env: environment() })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const pid = await new Promise<number>((resolve) =>
    child.stdout.once('data', (text) => {
      resolve(Number(text))
    })
  )
  expect(isRunning(pid)).toBe(true)
  await brief.stop()
  await ended
  // The kernel reports its end to sshd a moment after the connection is closed.
  await until(() => !isRunning(pid))
})
