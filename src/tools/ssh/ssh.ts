import { shellQuote } from '../../shell-quote.js'
import { type SshIdentity, gitSshCommand, sshOptions, type SshLogin } from './options.js'
import { randomUUID } from 'node:crypto'
import { beginMark, fedCommand, loginShell, wrapScript } from './in-band-status.js'
import { explainSshFailure, type SshFailureKind } from './failure.js'
import { childEnvironment, type Environment } from '../process/child-environment.js'
import { runWithInput, afterMark, withPipe } from '../process/pipes.js'
import type { CommandResult, RunCommand } from '../process/command.js'
import { remoteResult } from './remote-answer.js'
import { markedShell } from './marked-shell.js'
import { LostConnection, resumeDownload } from './resume-download.js'

/** One remote login, as `magento-cloud ssh --pipe` prints it: `user@host`. */
export type SshHost = string

/** What a remote script answered; the exit code is the remote one, sent in-band, never ssh's own 255. */
export interface RemoteResult {
  /** Exit code of the script; null if the connection failed or ended before the script did. */
  readonly exitCode: number | null
  /** stdout of the script; banners and notices before it are dropped. */
  readonly stdout: string
  readonly stderr: string
  /** Why there is no exit code, in words, or null. */
  readonly failure: string | null
  /** The kind of that failure, or null. */
  readonly failureKind: SshFailureKind | null
}

/** Options of one remote script. */
interface RemoteOptions {
  readonly timeoutSeconds: number
}

/** The `ssh` program, with pinned host keys and one identity; `~/.ssh` is neither read nor written. */
export interface Ssh {
  /** Runs a bash script on `host`, sent on stdin so that it is not in any argv. Never throws for a remote failure. */
  script(host: SshHost, script: string, options: RemoteOptions): Promise<RemoteResult>
  /**
   * Runs a bash script whose stdout is one gzip member and then lines of text. `read` gets that stream without a banner
   * before it, and returns what followed the member; if it throws, the script ends.
   */
  stream<T extends { readonly rest: Buffer }>(
    host: SshHost,
    script: string,
    read: (source: AsyncIterable<Buffer>) => Promise<T>,
    options: RemoteOptions
  ): Promise<{ readonly value: T; readonly result: RemoteResult }>
  /**
   * Runs a constant bash script whose stdin is `source`. The script is on the command line, so it must contain no
   * secrets.
   */
  feed(host: SshHost, script: string, source: AsyncIterable<Uint8Array>, options: RemoteOptions): Promise<RemoteResult>
  /**
   * Reads a remote file (a path that we chose) with `read`; a broken connection is opened again, and received data is
   * not sent again. Throws what `read` throws, and Error with the reason in words if it cannot be sent.
   */
  download<T>(
    host: SshHost,
    remotePath: string,
    read: (source: AsyncIterable<Buffer>) => Promise<T>,
    options: RemoteOptions
  ): Promise<T>
  /**
   * Copies the files of a remote folder (a path that we chose, below the login's) into a local one with rsync, private
   * and without symbolic links; existing files are not sent again. `exclude` has paths relative to that folder.
   */
  copyFolder(
    host: SshHost,
    remoteFolder: string,
    localFolder: string,
    options: RemoteOptions & { readonly exclude: readonly string[] }
  ): Promise<CommandResult>
}

/** The login of {@link createSsh}. */
export interface SshInput extends Omit<SshLogin, 'identity'> {
  readonly run: RunCommand
  readonly environment: Environment
  /** Called before each login if the identity may change; `refused`: the server did not accept the previous one. */
  readonly identity: SshIdentity | ((told?: { readonly refused: boolean }) => Promise<SshIdentity>)
}

/** An {@link Ssh} with one identity. */
export function createSsh(input: SshInput): Ssh {
  const { run } = input
  const env = childEnvironment(input.environment, { LC_ALL: 'C.UTF-8' })
  const { identity } = input
  const whoAmI = typeof identity === 'function' ? identity : (): Promise<SshIdentity> => Promise.resolve(identity)
  const call = async (host: SshHost, command: readonly string[], refused = false): Promise<[string, ...string[]]> => [
    input.program ?? 'ssh',
    ...sshOptions({ ...input, identity: await whoAmI({ refused }) }),
    '--',
    host,
    ...command
  ]
  // ssh prints a changed host key, but not an unknown one.
  const withFingerprint = async (host: SshHost, result: CommandResult): Promise<CommandResult> => {
    if (!unknownHostKey.test(result.stderr)) return result
    const [ssh, ...rest] = await call(host, ['true'])
    const { stderr } = await run([ssh, '-v', ...rest], { env, timeoutSeconds: input.connectTimeoutSeconds })
    const key = /Server host key: (.+)/.exec(stderr)?.[1] ?? ''
    return { ...result, stderr: `${result.stderr}\nServer host key: ${key}` }
  }
  return {
    script: async (host, script, { timeoutSeconds }) => {
      const nonce = `mcu-${randomUUID()}`
      const attempt = async (refused: boolean): Promise<CommandResult> =>
        run(await call(host, [loginShell], refused), { env, input: wrapScript(nonce, script), timeoutSeconds })
      const first = await attempt(false)
      // A certificate may be refused before it expires; a key does not change.
      const again = typeof identity === 'function' && first.exitCode === 255 && isRefused(first)
      const result = again ? await attempt(true) : first
      return remoteResult(nonce, await withFingerprint(host, result), timeoutSeconds)
    },
    stream: async (host, script, read, { timeoutSeconds }) => {
      const nonce = `mcu-${randomUUID()}`
      const begin = Buffer.from(beginMark(nonce))
      const seen = { begin: false }
      const { value, result } = await withPipe(
        run,
        async (file) =>
          run(await call(host, [loginShell]), {
            env,
            input: wrapScript(nonce, script),
            timeoutSeconds,
            stdoutTo: { file }
          }),
        (source) =>
          read(
            afterMark(source, begin, () => {
              seen.begin = true
            })
          )
      )
      const text = seen.begin ? begin.toString() + value.rest.toString() : ''
      return { value, result: remoteResult(nonce, { ...result, stdout: text }, timeoutSeconds) }
    },
    feed: async (host, script, source, { timeoutSeconds }) => {
      const nonce = `mcu-${randomUUID()}`
      const argv = await call(host, [fedCommand(nonce, script)])
      const { result } = await runWithInput(run, argv, { env, source, timeoutSeconds })
      return remoteResult(nonce, result, timeoutSeconds)
    },
    download: (host, remotePath, read, { timeoutSeconds }) => {
      const deadline = performance.now() + timeoutSeconds * 1000
      let refused = false
      return resumeDownload(async (offset, take) => {
        const nonce = `mcu-${randomUUID()}`
        const send = `printf '\\n%s begin\\n' '${nonce}' && exec tail -c +${offset + 1} -- ${shellQuote(remotePath)}`
        const argv = await call(host, [send], refused)
        const seen = { begin: false }
        const takeFile = (source: AsyncIterable<Buffer>): Promise<void> =>
          take(afterMark(source, Buffer.from(beginMark(nonce)), () => (seen.begin = true)))
        const left = { env, timeoutSeconds: Math.max(1, (deadline - performance.now()) / 1000) }
        const { result } = await withPipe(run, (file) => run(argv, { ...left, stdoutTo: { file } }), takeFile)
        if (result.exitCode === 0 && seen.begin) return
        refused = isRefused(result)
        const deadlineSeconds = result.timedOut ? timeoutSeconds : null
        const why = explainSshFailure({ stderr: result.stderr, begun: false, deadlineSeconds }).words
        // 255 is ssh's own exit code; no remote program uses it.
        if (result.exitCode === 255 && !result.timedOut) throw new LostConnection(why)
        if (result.exitCode === 0) throw new Error('the login ended before it sent the file')
        throw new Error(result.timedOut ? why : `it ended with exit code ${result.exitCode}`)
      }, read)
    },
    copyFolder: async (host, remoteFolder, localFolder, { exclude, timeoutSeconds }) => {
      const shell = markedShell(gitSshCommand({ ...input, identity: await whoAmI() }), `mcu-${randomUUID()}`)
      const flags = [
        '-rt',
        // The shell between rsync and ssh cannot write to a non-blocking pipe.
        '--blocking-io',
        '--compress',
        '--no-links',
        '--chmod=D700,F600',
        ...exclude.map((path) => `--exclude=/${path}`)
      ]
      const places = [`${host}:${remoteFolder}/`, `${localFolder}/`]
      const own = { env: { ...env, ...shell.env }, timeoutSeconds }
      return run(['rsync', ...flags, '-e', shell.command, '--', ...places], own)
    }
  }
}

const unknownHostKey = /No .* host key is known/

// Before the login no part of the script has run, so stderr is not its own.
function isRefused({ stdout, stderr }: CommandResult): boolean {
  return stdout === '' && stderr.includes('Permission denied (')
}
