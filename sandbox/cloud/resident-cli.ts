import { shellQuote } from '../services/shell-quote.js'
import { createServer, type Socket } from 'node:net'
import { pathToFileURL } from 'node:url'
import { assetPath } from '../assets-directory.js'

/** A command line of the stand-in CLI with the environment that it was typed in. */
interface CommandLine {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The stand-in CLI as a module, see `assets/bin/magento-cloud/`. */
interface CliModules {
  readonly isBrief: (args: readonly string[]) => boolean
  readonly runCommandLine: (args: readonly string[]) => Promise<number>
  readonly runWithin: <T>(surroundings: object, task: () => Promise<T>) => Promise<T>
}

/**
 * Answers brief commands of the stand-in CLI in this process. Upgrades call it dozens of times, and to start a Node for
 * each call takes more time than all that is done there. A client gets shell code back, which prints the command's
 * output and exits with its code, or calls `itself` if the command needs its own process.
 */
export async function startResidentCli(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const cli = await loadCli()
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // The caller has ended meanwhile.
    socket.on('error', () => socket.destroy())
    void readCommandLine(socket).then(async (line) => {
      if (line === null) return socket.destroy()
      return socket.end(cli.isBrief(line.args) ? await answer(cli, line) : 'itself "$@"\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      })
    }
  }
}

async function loadCli(): Promise<CliModules> {
  const load = async (...path: readonly string[]): Promise<object> =>
    (await import(/* webpackIgnore: true */ pathToFileURL(assetPath('bin', 'magento-cloud', ...path)).href)) as object
  return { ...(await load('run-command-line.mjs')), ...(await load('process.mjs')) } as CliModules
}

/**
 * Count of arguments, the arguments, the environment, and an empty word, each ended by NUL; null if the caller
 * disconnected before.
 */
async function readCommandLine(socket: Socket): Promise<CommandLine | null> {
  let text = ''
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    text += (chunk as Buffer).toString('utf8')
    const [count = '', ...words] = text.split('\0')
    const args = words.slice(0, Number(count))
    const end = words.indexOf('', args.length)
    // The last word is what follows the last NUL: not yet ended.
    if (args.length < Number(count) || end < 0 || end === words.length - 1) continue
    const pairs = words.slice(args.length, end).map((pair) => /^([^=]*)=([^]*)$/.exec(pair) ?? [])
    return { args, env: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value])) }
  }
  return null
}

async function answer({ runCommandLine, runWithin }: CliModules, { args, env }: CommandLine): Promise<string> {
  let code = ''
  const say = (end: string) => ({
    write: (text: string) => {
      code += `printf %s ${shellQuote(text)}${end}\n`
    }
  })
  const exitCode = await runWithin({ env, stdout: say(''), stderr: say(' >&2') }, () => runCommandLine(args))
  return `${code}exit ${exitCode}\n`
}
