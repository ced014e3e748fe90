import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Environment } from './child-environment.js'
import { inMortalFolder, type MortalFolder } from './scratch-database/mortal-folder.js'
import { runWithInput } from './piped-input.js'
import type { RunCommand } from './run-command.js'

/** A MariaDB server of its own, which nobody else can reach and of which nothing stays. */
export interface ScratchDatabase {
  /** Version of the server, e.g. `11.8.3-MariaDB`. */
  readonly version: string
  /** Loads SQL; returns why it could not be loaded, without any data of it, or null. */
  load(sql: AsyncIterable<Uint8Array>): Promise<string | null>
  /** Runs SQL and returns the rows as lines with tabs. Throws where the server refuses, without data. */
  query(sql: string): Promise<string>
}

/** Starts a scratch database for `task` and removes it; null where this machine has no MariaDB server. */
export type WithScratchDatabase = <T>(task: (database: ScratchDatabase) => Promise<T>) => Promise<T | null>

const tuning = [
  '--skip-networking',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-buffer-pool-size=256M',
  '--innodb-log-file-size=256M',
  '--max-allowed-packet=1G',
  // A dump may hold a trigger or function of somebody who does not exist here.
  '--log-bin-trust-function-creators=1'
]
const startSeconds = 60

/** The real {@link WithScratchDatabase}: a private folder, a socket in it, and no network. */
export function createScratchDatabases(run: RunCommand, environment: Environment): WithScratchDatabase {
  const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`
  const env = { PATH: path, LC_ALL: 'C.UTF-8' }
  const find = async (...names: string[]): Promise<string | null> => {
    const script = 'for name; do command -v "$name" && exit; done; exit 1'
    const { exitCode, stdout } = await run(['sh', '-c', script, 'find', ...names], { env })
    return exitCode === 0 ? stdout.trim() : null
  }
  return async (task) => {
    const [server, install, client] = [
      await find('mariadbd', 'mysqld'),
      await find('mariadb-install-db', 'mysql_install_db'),
      await find('mariadb', 'mysql')
    ]
    if (server === null || install === null || client === null) return null
    return inMortalFolder({ prefix: 'magento-cloud-upgrade-rehearsal-', run, env }, (folder) =>
      serve(task, { run, folder, server, install, client, env: { ...env, HOME: folder.path, TMPDIR: folder.path } })
    )
  }
}

/** `env` has a TMPDIR of its own: a server removes all temporary tables that it finds when it starts, of other servers too. */
async function serve<T>(
  task: (database: ScratchDatabase) => Promise<T>,
  {
    run,
    folder,
    server,
    install,
    client,
    env
  }: {
    readonly run: RunCommand
    readonly folder: MortalFolder
    readonly server: string
    readonly install: string
    readonly client: string
    readonly env: Readonly<Record<string, string>>
  }
): Promise<T> {
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const data = `--datadir=${join(folder.path, 'data')}`
  const socket = join(folder.path, 's')
  const installed = await folder.run(
    [install, '--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...user],
    { env, timeoutSeconds: 300 }
  )
  if (installed.exitCode !== 0) throw new Error('a scratch database could not be set up on this machine')
  const stop = new AbortController()
  const argv: [string, ...string[]] = [server, '--no-defaults', data, `--socket=${socket}`, ...tuning, ...user]
  const ended = folder.run(argv, { env, cwd: folder.path, signal: stop.signal })
  try {
    const sql = createClient(run, { client, socket, env })
    return await task({ version: await untilReady(sql, ended), ...sql })
  } finally {
    stop.abort()
    await ended
  }
}

async function untilReady(sql: Pick<ScratchDatabase, 'query'>, ended: Promise<unknown>): Promise<string> {
  const server = { over: false }
  void ended.then(() => {
    server.over = true
  })
  const deadline = performance.now() + startSeconds * 1000
  for (;;) {
    const version = await sql.query('SELECT VERSION()').catch(() => null)
    if (version !== null) {
      await sql.query('CREATE DATABASE rehearsal CHARACTER SET utf8mb4')
      return version.trim()
    }
    if (server.over || performance.now() > deadline)
      throw new Error('a scratch database could not be started on this machine')
    await pause(100)
  }
}

function createClient(
  run: RunCommand,
  { client, socket, env }: { client: string; socket: string; env: Readonly<Record<string, string>> }
): Pick<ScratchDatabase, 'load' | 'query'> {
  const login: [string, ...string[]] = [
    client,
    '--no-defaults',
    `--socket=${socket}`,
    '--user=root',
    '--default-character-set=utf8mb4'
  ]
  return {
    query: async (sql) => {
      const result = await run([...login, '--batch', '--raw', '--skip-column-names'], { env, input: sql })
      if (result.exitCode === 0) return result.stdout
      throw new Error(withoutData(result.stderr))
    },
    load: async (sql) => {
      // In binary mode nothing in a dump can make the client run a command of this machine.
      const argv: [string, ...string[]] = [...login, '--binary-mode', '--max-allowed-packet=1G', 'rehearsal']
      const { result, failure } = await runWithInput(run, argv, { env, source: sql, timeoutSeconds: 4 * 3600 })
      return result.exitCode === 0 ? failure : withoutData(result.stderr)
    }
  }
}

/** The client prints the statement that failed, with the rows in it; only code, state and line are kept. */
function withoutData(stderr: string): string {
  return /ERROR \d+ \(\w+\)(?: at line \d+)?/.exec(stderr)?.[0] ?? 'the client of the scratch database failed'
}
