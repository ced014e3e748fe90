import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../../sandbox/services/find-program.js'
import { freePort, isListening } from '../../sandbox/services/free-port.js'
import { createSshCertifier, type SshCertifier } from '../../sandbox/services/ssh-certifier.js'
import { writeSshdConfig } from '../../sandbox/services/write-sshd-config.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import { until } from './until.js'
import { createSsh, type Ssh, type SshInput } from '../../src/tools/ssh/ssh.js'

/** A real sshd on loopback, and what is needed to log in to it. */
export interface SshServer {
  /** A path in the server's own folder, where the keys `host`, `other`, `user` and `stranger` lie. */
  at(name: string): string
  /** Signs certificates that the server trusts. */
  readonly certifier: SshCertifier
  readonly login: string
  /** The tool has no port of its own: a host is what the platform prints, so the port comes with the URL form. */
  readonly target: string
  /** The same server where each session begins with a banner, notices and false marks. */
  readonly noisyTarget: string
  /** A known_hosts file that says the server has this key. */
  knownAs(key: 'host' | 'other'): string
  /** The tool with a key that the server accepts. */
  open(given?: Partial<SshInput>): Ssh
  /** Gives the server another host key, of this kind. */
  changeKey(kind: 'ed25519' | 'ecdsa'): Promise<void>
  stop(): void
}

/** Starts one. */
export async function startSshServer(): Promise<SshServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ssh-test-'))
  const at = (name: string): string => join(folder, name)
  for (const name of ['host', 'other', 'user', 'stranger'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  const [port, noisyPort] = [await freePort(), await freePort()]
  const certifier = await createSshCertifier({ directory: folder })
  writeFileSync(at('authority.pub'), certifier.publicKey)
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  await writeFiles(at, port, noisyPort)
  const server = spawn(findProgram(['sshd']), ['-D', '-e', '-f', at('sshd_config')], { stdio: 'ignore' })
  while (!(await isListening(port))) await new Promise((resolve) => setTimeout(resolve, 20))
  const login = `${userInfo().username}@127.0.0.1`
  const knownAs: SshServer['knownAs'] = (key) => {
    const lines = [port, noisyPort].map((to) => `[127.0.0.1]:${to} ${readFileSync(at(`${key}.pub`), 'utf8')}`)
    writeFileSync(at(`known-${key}`), lines.join(''))
    return at(`known-${key}`)
  }
  const input = (): SshInput => ({
    run: createRunCommand(),
    environment: { PATH: process.env['PATH'], HOME: folder },
    identity: { keyFile: at('user'), certificateFile: null },
    knownHostsFile: knownAs('host'),
    hostKey: 'pinned',
    connectTimeoutSeconds: 10
  })
  return {
    ...{ at, certifier, login, knownAs },
    target: `ssh://${login}:${port}`,
    noisyTarget: `ssh://${login}:${noisyPort}`,
    open: (given = {}) => createSsh({ ...input(), ...given }),
    changeKey: async (kind) => {
      for (const name of ['host', 'host.pub']) rmSync(at(name))
      execFileSync('ssh-keygen', ['-q', '-t', kind, '-N', '', '-f', at('host')])
      server.kill('SIGHUP')
      const key = readFileSync(at('host.pub'), 'utf8').split(' ')[1] ?? ''
      const scan = ['-p', String(port), '-t', kind, '127.0.0.1']
      await until(() => spawnSync('ssh-keyscan', scan, { encoding: 'utf8' }).stdout.includes(key))
    },
    stop: () => {
      server.kill()
      rmSync(folder, { recursive: true })
    }
  }
}

async function writeFiles(at: SshServer['at'], port: number, noisyPort: number): Promise<void> {
  writeFileSync(at('principals'), 'platform-user\n')
  writeFileSync(at('banner'), 'Welcome. mcu-00000000-0000-4000-8000-000000000000 end 0\n')
  const noise = `printf 'Deprecated: x in y.php on line 1\\nmcu-1 begin\\nmcu-1 end 0\\n'`
  writeFileSync(at('noisy'), `#!/bin/bash\n${noise}; exec bash -c "$SSH_ORIGINAL_COMMAND"\n`, { mode: 0o755 })
  writeFileSync(at('authorized_keys'), readFileSync(at('user.pub')))
  const settings = [
    `Port ${port}\nPort ${noisyPort}\nListenAddress 127.0.0.1\nHostKey ${at('host')}\nMaxAuthTries 3`,
    // Keeps the start-up files of the real user out of the sessions.
    `SetEnv HOME="${at('')}"`,
    'PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nPermitUserEnvironment no',
    `AuthorizedKeysFile ${at('authorized_keys')}\nTrustedUserCAKeys ${at('authority.pub')}`,
    `AuthorizedPrincipalsFile ${at('principals')}`,
    `Match LocalPort ${noisyPort}\nBanner ${at('banner')}\nForceCommand ${at('noisy')}`
  ]
  await writeSshdConfig(findProgram(['sshd']), at('sshd_config'), `${settings.join('\n')}\n`)
}
