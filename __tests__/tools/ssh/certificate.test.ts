import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { freePort } from '../../../sandbox/services/free-port.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { renewingIdentity, type CurrentIdentity } from '../../../src/tools/ssh/certificate.js'
import type { SshInput } from '../../../src/tools/ssh/ssh.js'
import type { SshIdentity } from '../../../src/tools/ssh/options.js'
import { startSshServer, type SshServer } from '../../helpers/ssh-server.js'

let server: SshServer
beforeAll(async () => {
  server = await startSshServer()
})
afterAll(() => {
  server.stop()
})
const at = (name: string): string => server.at(name)

describe('logins that fail say why', () => {
  /** Of what kind the failure is, and why. */
  const failureOf = async (given: Partial<SshInput>, to = server.target): Promise<string> => {
    const { failure, failureKind } = await server.open(given).script(to, 'true', { timeoutSeconds: 20 })
    return `${failureKind ?? ''}: ${failure ?? ''}`
  }

  const fingerprint = (key: string): string =>
    execFileSync('ssh-keygen', ['-l', '-f', at(`${key}.pub`)], { encoding: 'utf8' }).split(' ')[1] ?? ''

  test('[F20] an unknown host key, with its fingerprint and how to pin it', async () => {
    writeFileSync(at('nobody'), '')
    const failure = await failureOf({ knownHostsFile: at('nobody') })
    expect(failure).toMatch(/^host-key: .*unknown.*known-hosts/)
    expect(failure).toContain(fingerprint('host'))
    expect(readFileSync(at('nobody'), 'utf8')).toBe('')
  })
  test('[F21] a changed host key, even with accept-new, with its fingerprint', async () => {
    for (const hostKey of ['pinned', 'accept-new'] as const) {
      const failure = await failureOf({ knownHostsFile: server.knownAs('other'), hostKey })
      expect(failure).toMatch(/^host-key: .*has changed/)
      expect(failure).toContain(fingerprint('host'))
    }
  })
  test('[F21] accept-new takes the first key that it meets, and no other one later in the run', async () => {
    writeFileSync(at('first'), '')
    const ssh = server.open({ knownHostsFile: at('first'), hostKey: 'accept-new' })
    expect((await ssh.script(server.target, 'true', { timeoutSeconds: 20 })).failure).toBeNull()
    expect(readFileSync(at('first'), 'utf8')).toContain('ssh-ed25519')
    // The same server, met under a name that another key is known for.
    copyFileSync(server.knownAs('other'), at('first'))
    expect((await ssh.script(server.target, 'true', { timeoutSeconds: 20 })).failure).toMatch(/has changed/)
  })
  test('[F22] a refused key', async () => {
    expect(await failureOf({ identity: { keyFile: at('stranger'), certificateFile: null } })).toMatch(
      /^login: .*rejected; check/
    )
  })
  test('[F23] nobody listening', async () => {
    expect(await failureOf({}, `ssh://${server.login}:${await freePort()}`)).toMatch(
      /^connection: .*connection was refused/
    )
  })
  test('[F23] a name that does not resolve', async () => {
    expect(await failureOf({}, 'somebody@no-such-host.invalid')).toMatch(/^connection: .*cannot be resolved/)
  })
  test('[F23] a server that never says a word', async () => {
    const silent = createServer(() => undefined)
    const to = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        resolve((silent.address() as AddressInfo).port)
      })
    })
    expect(await failureOf({ connectTimeoutSeconds: 1 }, `ssh://${server.login}:${to}`)).toMatch(
      /^connection: .*does not answer/
    )
    silent.close()
  })
})

describe('[F22] a certificate', () => {
  const issued: string[] = []
  /** Signs the next certificate for so many seconds; magento-cloud leaves it next to its key. */
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
        writeFileSync(certificateFile, `${await server.certifier.signKey(key, { keyId: 'u', seconds: life })}\n`)
        return { keyFile: at(name), certificateFile }
      },
      remove: (file) => {
        rmSync(file)
        return Promise.resolve()
      }
    })
  }
  const login = async (identity: SshInput['identity']): Promise<string | null> =>
    (await server.open({ identity }).script(server.target, 'true', { timeoutSeconds: 20 })).failure

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
    expect(await login(identity)).toMatch(/rejected; check/)
    expect(issued).toHaveLength(2)
    writeFileSync(at('authority.pub'), authority)
    expect([await login(identity), issued.length]).toEqual([null, 2])
  })
  test('that has ended when it comes is an error that says so', async () => {
    await expect(source(-60)()).rejects.toMatchObject({ code: 'bad-secret', exitCode: 11 })
  })
})
