import { shellQuote } from './shell-quote.js'
import { mkdir, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { findProgram } from './find-program.js'
import { freePort, isListening } from './free-port.js'
import { descendantsOf } from './process-tree.js'
import { startProcess } from './process.js'
import { replaceFile } from './replace-file.js'
import { platformPrincipal } from './ssh-certifier.js'
import { renderSession, type SshSession } from './ssh-session.js'
import { writeDatabaseClients } from './write-database-clients.js'
import { writeDiskShim } from './write-disk-shim.js'
import { writeLogShim } from './write-log-shim.js'
import { writeSshdConfig } from './write-sshd-config.js'

/** One machine of the platform that can be logged in to. */
export interface SshNodeOptions {
  /** Folder of the sandbox; the node keeps its files in `nodes/<name>` below it. */
  readonly directory: string
  readonly name: string
  readonly hostKeyFile: string
  /** Public key of the authority whose certificates open this node; null for none. */
  readonly trustedUserCa: string | null
  /** Public keys that open this node without a certificate. */
  readonly authorizedKeys?: readonly string[]
  readonly session: SshSession
  /** Variables of the sessions, such as MAGENTO_CLOUD_RELATIONSHIPS. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A running sshd. */
export interface SshNode {
  readonly name: string
  readonly port: number
  /** The operating system's user that all logins end up as, whatever name the platform gave them. */
  readonly osUser: string
  /** Home folder of the sessions. */
  readonly home: string
  /** Replaces the variables for every login from now on. */
  setEnvironment(environment: Readonly<Record<string, string>>): Promise<void>
  setAuthorizedKeys(publicKeys: readonly string[]): Promise<void>
  /** What every login prints first, on stderr; empty for nothing. */
  setNotice(text: string): Promise<void>
  /** What a start-up file of the server prints on stdout, before anything that was asked for; empty for nothing. */
  setGreeting(text: string): Promise<void>
  /** Ends the node and every session on it. */
  readonly stop: () => Promise<void>
}

/** Starts an sshd on a random loopback port whose every login runs one session script. */
export async function startSshNode(options: SshNodeOptions): Promise<SshNode> {
  const { directory, name, session, trustedUserCa } = options
  const folder = resolve(directory, 'nodes', name)
  const home = join(folder, 'home')
  const file = (path: string): string => join(folder, path)
  const osUser = userInfo().username
  await mkdir(home, { recursive: true, mode: 0o700 })
  const setEnvironment = (environment: Readonly<Record<string, string>>): Promise<void> =>
    replaceFile(file('environment'), renderEnvironment(environment))
  const setAuthorizedKeys = (keys: readonly string[]): Promise<void> =>
    replaceFile(file('authorized_keys'), keys.map((key) => `${key.trim()}\n`).join(''))
  const setNotice = (text: string): Promise<void> => replaceFile(file('notice'), text)
  const setGreeting = (text: string): Promise<void> => replaceFile(file('greeting'), text)
  await Promise.all([
    setEnvironment(options.environment ?? {}),
    setAuthorizedKeys(options.authorizedKeys ?? []),
    setNotice(''),
    setGreeting(''),
    writeFile(file('authority.pub'), trustedUserCa === null ? '' : `${trustedUserCa.trim()}\n`),
    writeFile(file('principals'), `${platformPrincipal}\n`),
    writeFile(file('session'), renderSession({ folder, home, session }), { mode: 0o700 }),
    ...(session.kind === 'application'
      ? [
          writeDiskShim(file('bin'), resolve(session.appRoot)),
          writeLogShim(file('bin')),
          writeDatabaseClients(file('bin'))
        ]
      : []),
    makePrivilegeSeparationFolder()
  ])
  const { port, stop } = await listen(options, { folder, home, osUser })
  return { name, port, osUser, home, setEnvironment, setAuthorizedKeys, setNotice, setGreeting, stop }
}

interface Place {
  readonly folder: string
  readonly home: string
  readonly osUser: string
}

async function listen(options: SshNodeOptions, place: Place): Promise<Pick<SshNode, 'port' | 'stop'>> {
  // sshd starts itself again for each connection and must be called by its absolute path.
  const program = findProgram(['sshd'])
  const config = join(place.folder, 'sshd_config')
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' }
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    await writeSshdConfig(program, config, renderConfig(options, place, port))
    try {
      const running = await startProcess([program, '-D', '-e', '-f', config], {
        directory: options.directory,
        name: `sshd-${options.name}`,
        env,
        isReady: () => isListening(port)
      })
      const stop = async (): Promise<void> => {
        endSessions(running.pid)
        await running.stop()
      }
      return { port, stop }
    } catch (error) {
      // Someone else may have taken the port in the meantime.
      if (attempt === 3) throw error
    }
  }
}

/** sshd puts each connection and each command into a session of its own, out of reach for an end of its group. */
function endSessions(pid: number): void {
  for (const member of descendantsOf(pid).toReversed()) {
    try {
      process.kill(member, 'SIGTERM')
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

function renderConfig({ hostKeyFile }: SshNodeOptions, { folder, home, osUser }: Place, port: number): string {
  const settings: Record<string, string> = {
    Port: String(port),
    ListenAddress: '127.0.0.1',
    HostKey: `"${resolve(hostKeyFile)}"`,
    PidFile: 'none',
    UsePAM: 'no',
    StrictModes: 'no',
    UseDNS: 'no',
    PermitRootLogin: 'prohibit-password',
    AllowUsers: osUser,
    PubkeyAuthentication: 'yes',
    PasswordAuthentication: 'no',
    KbdInteractiveAuthentication: 'no',
    AuthorizedKeysFile: `"${folder}/authorized_keys"`,
    TrustedUserCAKeys: `"${folder}/authority.pub"`,
    AuthorizedPrincipalsFile: `"${folder}/principals"`,
    AcceptEnv: 'TERM GIT_PROTOCOL',
    // Keeps the start-up files of the real user out of the sessions.
    SetEnv: `HOME="${home}"`,
    ForceCommand: `exec '${folder}/session'`,
    AllowTcpForwarding: 'no',
    AllowAgentForwarding: 'no',
    X11Forwarding: 'no',
    PrintMotd: 'no',
    PrintLastLog: 'no',
    MaxStartups: '200',
    MaxSessions: '100',
    LogLevel: 'VERBOSE'
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('')
}

function renderEnvironment(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}=${shellQuote(value)}\n`)
    .join('')
}

async function makePrivilegeSeparationFolder(): Promise<void> {
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 })
}
