import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createRunCommand } from '../../src/tools/run-command.js'
import { createSsh, type SshInput } from '../../src/tools/ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'ssh-test-'))
const at = (name: string): string => join(folder, name)
const host = `${userInfo().username}@127.0.0.1`
let port: number
let server: ChildProcess

beforeAll(async () => {
  for (const name of ['host', 'other', 'user', 'stranger']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  }
  port = await freePort()
  mkdirSync('/run/sshd', { recursive: true })
  writeFileSync(at('authorized_keys'), readFileSync(at('user.pub')))
  writeFileSync(
    at('sshd_config'),
    `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${at('host')}\nAuthorizedKeysFile ${at('authorized_keys')}\n` +
      `PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nPermitUserEnvironment no\n`
  )
  server = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', at('sshd_config')], { stdio: 'ignore' })
  await untilListening(port)
})

afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true })
})

// The server's process of this connection: the parent of the shell that runs our script's shell.
const sshd = '"$(cut -d" " -f4 "/proc/$PPID/stat")"'
// The tool has no port of its own: a host is what the platform prints, so the port comes with the URL form.
const target = (): string => `ssh://${host}:${port}`
const knownAs = (key: string): string => {
  const file = at(`known-${key}`)
  writeFileSync(file, `[127.0.0.1]:${port} ${readFileSync(at(`${key}.pub`), 'utf8')}`)
  return file
}
const open = (given: Partial<SshInput> = {}): ReturnType<typeof createSsh> =>
  createSsh({
    run: createRunCommand(),
    environment: { PATH: process.env['PATH'], HOME: folder },
    identity: { keyFile: at('user'), certificateFile: null },
    knownHostsFile: knownAs('host'),
    hostKey: 'pinned',
    connectTimeoutSeconds: 10,
    ...given
  })

describe('the exit status comes in-band', () => {
  test.each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['exit 255', 255],
    ['kill -9 $$', 137],
    ['cat >/dev/null; false', 1]
  ])('%s', async (script, exitCode) => {
    expect(await open().script(target(), script, { timeoutSeconds: 20 })).toMatchObject({ exitCode, failure: null })
  })

  test("output is the script's alone, to the byte", async () => {
    const { stdout } = await open().script(target(), 'printf "a\\n\\n"; echo noise >&2', { timeoutSeconds: 20 })
    expect(stdout).toBe('a\n\n')
  })

  test('a connection that dies has no exit status', async () => {
    const { exitCode, failure } = await open().script(target(), `kill -9 ${sshd}`, { timeoutSeconds: 20 })
    expect({ exitCode, failure }).toEqual({ exitCode: null, failure: expect.stringContaining('connection was lost') })
  })
})

describe('logins that fail say why', () => {
  const failureOf = async (given: Partial<SshInput>, to = target()): Promise<string | null> =>
    (await open(given).script(to, 'true', { timeoutSeconds: 20 })).failure

  test('an unknown host key', async () => {
    writeFileSync(at('nobody'), '')
    expect(await failureOf({ knownHostsFile: at('nobody') })).toMatch(/not known.*known-hosts/)
  })
  test('a changed host key, even with accept-new', async () => {
    expect(await failureOf({ knownHostsFile: knownAs('other'), hostKey: 'accept-new' })).toMatch(/has changed/)
  })
  test('a refused key', async () => {
    expect(await failureOf({ identity: { keyFile: at('stranger'), certificateFile: null } })).toMatch(/refused; check/)
  })
  test('nobody listening', async () => {
    expect(await failureOf({}, `ssh://${host}:${await freePort()}`)).toMatch(/connection was refused/)
  })
})

test('a frozen peer ends at the deadline', async () => {
  const started = Date.now()
  const script = `frozen=${sshd}; echo "$frozen" >'${at('frozen')}'; kill -STOP "$frozen"`
  const result = await open().script(target(), script, { timeoutSeconds: 3 })
  process.kill(Number(readFileSync(at('frozen'), 'utf8')), 'SIGKILL')
  expect(result.failure).toMatch(/did not end within 3 seconds/)
  expect(Date.now() - started).toBeLessThan(15_000)
}, 30_000)

test('a download is equal to the byte and private', async () => {
  const bytes = randomBytes(3_000_000)
  writeFileSync(at("it's.bin"), bytes)
  const { exitCode } = await open().download(target(), at("it's.bin"), at('local'), 30)
  const hash = (data: Buffer): string => createHash('sha256').update(data).digest('hex')
  expect(exitCode).toBe(0)
  expect(hash(readFileSync(at('local')))).toBe(hash(bytes))
  expect(statSync(at('local')).mode & 0o777).toBe(0o600)
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => probe.once('listening', resolve))
  const { port: found } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return found
}

async function untilListening(wanted: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(wanted, '127.0.0.1', () => {
        resolve(true)
      }).on('error', () => {
        resolve(false)
      })
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
