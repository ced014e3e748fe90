import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { findProgram } from '../../sandbox/services/find-program.js'
import { freePort, isListening } from '../../sandbox/services/free-port.js'
import { writeSshdConfig } from '../../sandbox/services/write-sshd-config.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import type { RunCommand } from '../../src/tools/process/command.js'
import { createSsh, type RemoteResult, type Ssh } from '../../src/tools/ssh/ssh.js'

/** Stand-ins for programs, by name: bodies of bash scripts, in which `$real` is the program itself. */
export type Programs = Readonly<Record<string, string>>

/** A real sshd on loopback whose sessions have relationships and may have faulty programs. */
export interface BackupServer {
  readonly host: string
  readonly ssh: Ssh
  /** Everything that scripts answered so far. */
  readonly answers: RemoteResult[]
  /** The same login with another way of starting commands, as one that can be stopped. */
  login(run: RunCommand): Ssh
  /** argv that runs a command in a session of the server. */
  command(script: string): [string, ...string[]]
  /** Sets what the next sessions find: the relationships, stand-ins for programs, and a line before all else. */
  prepare(session: {
    readonly relationships: unknown
    readonly programs?: Programs
    readonly first?: string
    readonly keepAliveSeconds?: number
    /** Socket of an agent that every client finds in its environment. */
    readonly agent?: string
  }): void
  /** PATH with the stand-ins of the last `prepare`. */
  path(): string
  /** SSH_AUTH_SOCK of the last `prepare`, if any. */
  agent(): Record<string, string>
  stop(): void
}

export async function startBackupServer(folder: string): Promise<BackupServer> {
  const at = (name: string): string => join(folder, name)
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  const port = await freePort()
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  writeFileSync(at('known'), `[127.0.0.1]:${port} ${readFileSync(at('host.pub'), 'utf8')}`)
  const session = `. '${at('environment')}'; export server=$PPID; exec "\${shell:-bash}" -c "$SSH_ORIGINAL_COMMAND"`
  writeFileSync(at('session'), session)
  const settings = `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${at('host')}\nAuthorizedKeysFile ${at('user.pub')}\n`
  const rest = `PidFile none\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nSetEnv HOME="${folder}"\nForceCommand exec bash ${at('session')}\n`
  await writeSshdConfig(findProgram(['sshd']), at('sshd_config'), settings + rest)
  const server = spawn(findProgram(['sshd']), ['-D', '-e', '-f', at('sshd_config')], { stdio: 'ignore' })
  while (!(await isListening(port))) await new Promise((resolve) => setTimeout(resolve, 20))
  const host = `ssh://${userInfo().username}@127.0.0.1:${port}`
  let agent: Record<string, string> = {}
  const login = (keepAliveSeconds: number, run = createRunCommand()): Ssh =>
    createSsh({
      // Past the tool's own list of variables, too: what counts is how ssh is called.
      run: (argv, options) => run(argv, { ...options, env: { ...options.env, ...agent } }),
      environment: { PATH: process.env['PATH'], HOME: folder },
      identity: { keyFile: at('user'), certificateFile: null },
      knownHostsFile: at('known'),
      hostKey: 'pinned',
      connectTimeoutSeconds: 10,
      keepAliveSeconds
    })
  let real = login(15)
  const answers: RemoteResult[] = []
  const options = ['-F', 'none', '-o', 'BatchMode=yes', '-o', `UserKnownHostsFile=${at('known')}`, '-i', at('user')]
  return {
    host,
    answers,
    login: (run) => login(15, run),
    ssh: {
      download: (...call) => real.download(...call),
      feed: (...call) => real.feed(...call),
      copyFolder: (...call) => real.copyFolder(...call),
      stream: async (...call) => {
        const answer = await real.stream(...call)
        answers.push(answer.result)
        return answer
      },
      script: async (...call) => {
        const answer = await real.script(...call)
        answers.push(answer)
        return answer
      }
    },
    command: (script) => ['ssh', ...options, '-T', host, script],
    path: () => `${at('bin')}:${process.env['PATH'] ?? ''}`,
    prepare: ({ relationships, programs = {}, first = '', keepAliveSeconds = 15, agent: socket }) => {
      agent = socket === undefined ? {} : { SSH_AUTH_SOCK: socket }
      real = login(keepAliveSeconds)
      writePrograms(at('bin'), programs)
      const value = Buffer.from(JSON.stringify(relationships)).toString('base64')
      const path = `${at('bin')}:${process.env['PATH'] ?? ''}`
      writeFileSync(at('environment'), `export PATH='${path}' MAGENTO_CLOUD_RELATIONSHIPS='${value}'\n${first}\n`)
    },
    agent: () => agent,
    stop: () => server.kill()
  }
}

function writePrograms(bin: string, programs: Programs): void {
  rmSync(bin, { recursive: true, force: true })
  mkdirSync(bin)
  // A fault of gzip applies to pigz too, if the server has it.
  const all = programs['gzip'] === undefined ? programs : { ...programs, pigz: programs['gzip'] }
  for (const [name, body] of Object.entries(all)) {
    writeFileSync(
      join(bin, name),
      `#!/bin/bash\nreal='${findProgram([name === 'pigz' ? 'gzip' : name])}'\nbin='${bin}'\n${body}\n`
    )
    chmodSync(join(bin, name), 0o755)
  }
}
