import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createSshCertifier, type SshCertifier } from '../../sandbox/services/ssh-certifier.js'
import { createRunCommand, type RunCommand } from '../../src/tools/run-command.js'
import { renewingIdentity, type CurrentIdentity } from '../../src/tools/ssh-certificate.js'
import { createSsh, type SshIdentity, type SshInput } from '../../src/tools/ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'ssh-test-'))
const at = (name: string): string => join(folder, name)
const host = `${userInfo().username}@127.0.0.1`
let port: number
let noisyPort: number
let server: ChildProcess
let certifier: SshCertifier

beforeAll(async () => {
  for (const name of ['host', 'other', 'user', 'stranger']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  }
  port = await freePort()
  noisyPort = await freePort()
  certifier = await createSshCertifier({ directory: folder })
  writeFileSync(at('authority.pub'), certifier.publicKey)
  writeFileSync(at('principals'), 'platform-user\n')
  writeFileSync(at('banner'), 'Welcome. mcu-00000000-0000-4000-8000-000000000000 end 0\n')
  const noise = `printf 'Deprecated: x in y.php on line 1\\nmcu-1 begin\\nmcu-1 end 0\\n'; exec bash -c "$SSH_ORIGINAL_COMMAND"`
  writeFileSync(at('noisy'), `#!/bin/bash\n${noise}\n`, { mode: 0o755 })
  mkdirSync('/run/sshd', { recursive: true })
  writeFileSync(at('authorized_keys'), readFileSync(at('user.pub')))
  writeFileSync(
    at('sshd_config'),
    `Port ${port}\nPort ${noisyPort}\nListenAddress 127.0.0.1\nHostKey ${at('host')}\nAuthorizedKeysFile ${at('authorized_keys')}\n` +
      `PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nPermitUserEnvironment no\nMaxAuthTries 3\n` +
      `TrustedUserCAKeys ${at('authority.pub')}\nAuthorizedPrincipalsFile ${at('principals')}\n` +
      `Match LocalPort ${noisyPort}\nBanner ${at('banner')}\nForceCommand ${at('noisy')}\n`
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
const target = (to = port): string => `ssh://${host}:${to}`
const knownAs = (key: string): string => {
  const file = at(`known-${key}`)
  const lines = [port, noisyPort].map((to) => `[127.0.0.1]:${to} ${readFileSync(at(`${key}.pub`), 'utf8')}`)
  writeFileSync(file, lines.join(''))
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

describe('[F26] the exit status comes in-band', () => {
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

test('[F27] a banner, notices and false marks around the script are not taken for its output', async () => {
  const { exitCode, stdout } = await open().script(target(noisyPort), 'echo out; exit 5', { timeoutSeconds: 20 })
  expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: 'out\n' })
  const { value, result } = await open().stream(target(noisyPort), 'printf dump', readAll, { timeoutSeconds: 20 })
  // The reader gets what the script wrote, and then the mark of its end.
  expect(value.rest.toString()).toMatch(/^dump\nmcu-\S+ end 0\n$/)
  expect(result.exitCode).toBe(0)
})

describe('logins that fail say why', () => {
  const failureOf = async (given: Partial<SshInput>, to = target()): Promise<string | null> =>
    (await open(given).script(to, 'true', { timeoutSeconds: 20 })).failure

  const fingerprint = (key: string): string =>
    execFileSync('ssh-keygen', ['-l', '-f', at(`${key}.pub`)], { encoding: 'utf8' }).split(' ')[1] ?? ''

  test('[F20] an unknown host key, with its fingerprint and how to pin it', async () => {
    writeFileSync(at('nobody'), '')
    const failure = await failureOf({ knownHostsFile: at('nobody') })
    expect(failure).toMatch(/not known.*known-hosts/)
    expect(failure).toContain(fingerprint('host'))
    expect(readFileSync(at('nobody'), 'utf8')).toBe('')
  })
  test('[F21] a changed host key, even with accept-new, with its fingerprint', async () => {
    for (const hostKey of ['pinned', 'accept-new'] as const) {
      const failure = await failureOf({ knownHostsFile: knownAs('other'), hostKey })
      expect(failure).toMatch(/has changed/)
      expect(failure).toContain(fingerprint('host'))
    }
  })
  test('[F21] accept-new takes the first key that it meets, and no other one later in the run', async () => {
    writeFileSync(at('first'), '')
    const ssh = open({ knownHostsFile: at('first'), hostKey: 'accept-new' })
    expect((await ssh.script(target(), 'true', { timeoutSeconds: 20 })).failure).toBeNull()
    expect(readFileSync(at('first'), 'utf8')).toContain('ssh-ed25519')
    // The same server, met under a name that another key is known for.
    copyFileSync(knownAs('other'), at('first'))
    expect((await ssh.script(target(), 'true', { timeoutSeconds: 20 })).failure).toMatch(/has changed/)
  })
  test('[F22] a refused key', async () => {
    expect(await failureOf({ identity: { keyFile: at('stranger'), certificateFile: null } })).toMatch(/refused; check/)
  })
  test('[F23] nobody listening', async () => {
    expect(await failureOf({}, `ssh://${host}:${await freePort()}`)).toMatch(/connection was refused/)
  })
  test('[F23] a name that does not resolve', async () => {
    expect(await failureOf({}, 'somebody@no-such-host.invalid')).toMatch(/cannot be resolved/)
  })
  test('[F23] a server that never says a word', async () => {
    const silent = createServer(() => undefined)
    const to = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        resolve((silent.address() as AddressInfo).port)
      })
    })
    expect(await failureOf({ connectTimeoutSeconds: 1 }, `ssh://${host}:${to}`)).toMatch(/does not answer/)
    silent.close()
  })
})

describe('[F22] a certificate', () => {
  const issued: string[] = []
  /** Signs the next certificate for so many seconds; magento-cloud leaves it beside its key. */
  const source = (...seconds: readonly number[]): CurrentIdentity => {
    issued.length = 0
    const name = `client-${randomBytes(4).toString('hex')}`
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
    const certificateFile = at(`${name}-cert.pub`)
    return renewingIdentity({
      run: createRunCommand(),
      env: { PATH: process.env['PATH'] ?? '' },
      issue: async (): Promise<SshIdentity> => {
        const life = seconds[Math.min(issued.length, seconds.length - 1)] ?? 3600
        issued.push(name)
        const key = readFileSync(at(`${name}.pub`), 'utf8')
        writeFileSync(certificateFile, `${await certifier.signKey(key, { keyId: 'u', seconds: life })}\n`)
        return { keyFile: at(name), certificateFile }
      },
      remove: (file) => {
        rmSync(file)
        return Promise.resolve()
      }
    })
  }
  const login = async (identity: SshInput['identity']): Promise<string | null> =>
    (await open({ identity }).script(target(), 'true', { timeoutSeconds: 20 })).failure

  test('that is good for long is made once', async () => {
    const identity = source(3600)
    expect([await login(identity), await login(identity), issued.length]).toEqual([null, null, 1])
  })
  test('that ends in 30 seconds is made anew before the next use, once for all nodes', async () => {
    const identity = source(30, 3600)
    expect([await login(identity), issued.length]).toEqual([null, 1])
    expect(await Promise.all([login(identity), login(identity), login(identity)])).toEqual([null, null, null])
    expect(issued).toHaveLength(2)
  })
  test('that a server refuses before its time is made anew once', async () => {
    const authority = readFileSync(at('authority.pub'))
    const identity = source(3600)
    await identity()
    writeFileSync(at('authority.pub'), readFileSync(at('stranger.pub')))
    expect(await login(identity)).toMatch(/refused; check/)
    expect(issued).toHaveLength(2)
    writeFileSync(at('authority.pub'), authority)
    expect([await login(identity), issued.length]).toEqual([null, 2])
  })
  test('that has ended when it comes is an error that says so', async () => {
    await expect(source(-60)()).rejects.toMatchObject({ code: 'bad-secret', exitCode: 11 })
  })
})

test('[F28] an agent with ten keys does not use up the tries of the server', async () => {
  const agent = execFileSync('ssh-agent', ['-s', '-a', at('agent')], { encoding: 'utf8' })
  const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(agent)?.[1])
  try {
    for (let key = 0; key < 10; key += 1) {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(`agent-${key}`)])
      execFileSync('ssh-add', ['-q', at(`agent-${key}`)], { env: { ...process.env, SSH_AUTH_SOCK: at('agent') } })
    }
    // Past the tool's own list of variables, too: what counts is how ssh is called.
    const run: RunCommand = (argv, options) =>
      createRunCommand()(argv, { ...options, env: { ...options.env, SSH_AUTH_SOCK: at('agent') } })
    expect(await open({ run }).script(target(), 'true', { timeoutSeconds: 20 })).toMatchObject({ exitCode: 0 })
  } finally {
    process.kill(pid)
  }
}, 30_000)

test("nothing of the user's own ~/.ssh is read or written", async () => {
  let said = ''
  const run: RunCommand = async (argv, options) => {
    const result = await createRunCommand()([argv[0], '-vvv', ...argv.slice(1)], options)
    said += result.stderr
    return result
  }
  expect((await open({ run }).script(target(), 'true', { timeoutSeconds: 20 })).exitCode).toBe(0)
  expect(said).toContain(at('known-host'))
  expect(said).not.toContain(`${userInfo().homedir}/.ssh`)
  expect(said).not.toMatch(/Reading configuration data/)
})

describe('[F24] a frozen peer', () => {
  const freeze = `frozen=${sshd}; echo "$frozen" >'${at('frozen')}'; kill -STOP "$frozen"`
  const thaw = (): boolean => process.kill(Number(readFileSync(at('frozen'), 'utf8')), 'SIGKILL')

  test('ends at the deadline', async () => {
    const result = await open().script(target(), freeze, { timeoutSeconds: 2 })
    thaw()
    expect(result.failure).toMatch(/did not end within 2 seconds/)
  }, 30_000)

  test('is given up long before the deadline, by its silence', async () => {
    const result = await open({ keepAliveSeconds: 1 }).script(target(), freeze, { timeoutSeconds: 600 })
    thaw()
    expect(result).toMatchObject({ exitCode: null, failure: expect.stringContaining('connection was lost') })
    expect(result.stderr).toContain('not responding')
  }, 30_000)
})

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

async function readAll(source: AsyncIterable<Buffer>): Promise<{ readonly rest: Buffer }> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return { rest: Buffer.concat(chunks) }
}
