import { join } from 'node:path'
import type { Environment } from './child-environment.js'
import { findConfinement, type Confinement } from './scratch-database/confine.js'
import { userFolder } from './this-machine/private-folder.js'
import { inMortalFolder, type MortalFolder } from './scratch-database/mortal-folder.js'
import { createScratchClient, type ScratchClient } from './scratch-database/scratch-client.js'
import { serverOptions, unsynced } from './scratch-database/server-options.js'
import { untilReady } from './scratch-database/until-ready.js'
import { serverBounds, watchServer, type ServerBounds } from './scratch-database/watch-server.js'
import type { RunCommand } from './run-command.js'

/** A MariaDB server of its own, which nobody else can reach and of which nothing stays. */
export interface ScratchDatabase extends ScratchClient {
  /** Version of the server, e.g. `11.8.3-MariaDB`. */
  readonly version: string
}

/** Starts a scratch database for `task` and removes it; null where this machine has no MariaDB server, or none that could run without rights. */
export type WithScratchDatabase = <T>(task: (database: ScratchDatabase) => Promise<T>) => Promise<T | null>

interface Programs {
  readonly server: string
  readonly install: string
  readonly client: string
}

/**
 * The real {@link WithScratchDatabase}: what it loads was made on a server that nobody here trusts. A private folder
 * and a socket in it, no network, no files but its own, a user with rights on one schema, bounds of memory, disk and
 * time, and where this process is root a system user of its own.
 */
export function createScratchDatabases(
  run: RunCommand,
  environment: Environment,
  bounds: ServerBounds = serverBounds
): WithScratchDatabase {
  const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`
  const env = { PATH: path, LC_ALL: 'C.UTF-8' }
  return async (task) => {
    const confinement = await findConfinement(run, env)
    const programs = confinement === null ? null : await findPrograms(run, env, confinement)
    if (confinement === null || programs === null) return null
    const { parent, makeHome, confined } = confinement
    return inMortalFolder({ parent: await userFolder(parent), prefix: 'rehearsal-', run, env }, async (folder) => {
      const home = await makeHome(folder.path)
      return serve(task, { run, folder, programs, home, confined, bounds, env: { ...env, HOME: home, TMPDIR: home } })
    })
  }
}

/** Those that the user of the server may run: one in a private folder of this user is none of them. */
async function findPrograms(
  run: RunCommand,
  env: Readonly<Record<string, string>>,
  { confined }: Confinement
): Promise<Programs | null> {
  const find = async (...names: string[]): Promise<string | null> => {
    const script = 'for name; do command -v "$name" && exit; done; exit 1'
    const { exitCode, stdout } = await run(confined(['sh', '-c', script, 'find', ...names]), { env })
    return exitCode === 0 ? stdout.trim() : null
  }
  const server = await find('mariadbd', 'mysqld')
  const install = await find('mariadb-install-db', 'mysql_install_db')
  const client = await find('mariadb', 'mysql')
  return server === null || install === null || client === null ? null : { server, install, client }
}

/** `env` has a TMPDIR of its own: a server removes all temporary tables that it finds when it starts, of other servers too. */
async function serve<T>(
  task: (database: ScratchDatabase) => Promise<T>,
  {
    run,
    folder,
    programs: { server, install, client },
    home,
    confined,
    bounds,
    env
  }: {
    readonly run: RunCommand
    readonly folder: MortalFolder
    readonly programs: Programs
    readonly home: string
    readonly confined: Confinement['confined']
    readonly bounds: ServerBounds
    readonly env: Readonly<Record<string, string>>
  }
): Promise<T> {
  const data = `--datadir=${join(home, 'data')}`
  const installed = await folder.run(
    confined([install, '--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', unsynced]),
    { env, cwd: home, timeoutSeconds: 300 }
  )
  if (installed.exitCode !== 0) throw new Error('a scratch database could not be set up on this machine')
  const stop = new AbortController()
  const socket = join(home, 's')
  const argv: [string, ...string[]] = [server, '--no-defaults', data, `--socket=${socket}`, ...serverOptions(home)]
  const ended = folder.run(confined(argv), { env, cwd: home, signal: stop.signal })
  const state = { given: 0, ended: null as string | null }
  const end = (reason: string): void => {
    state.ended = `the scratch database was ended: ${reason}`
    stop.abort()
  }
  const unwatch = watchServer({ home, given: () => state.given, end }, bounds)
  try {
    const connect = await createScratchClient(run, { client, socket, env, confined })
    const version = await untilReady(connect, ended)
    return await task({ version, ...explained(connect('rehearsal'), state) })
  } finally {
    unwatch()
    stop.abort()
    await ended
  }
}

/** Counts the SQL that a client loads, and says why its server was ended where it was. */
function explained(client: ScratchClient, state: { given: number; readonly ended: string | null }): ScratchClient {
  const counted = async function* (sql: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of sql) {
      state.given += piece.length
      yield piece
    }
  }
  return {
    load: async (sql) => {
      const failure = await client.load(counted(sql))
      return failure === null ? null : (state.ended ?? failure)
    },
    query: (sql) =>
      client.query(sql).catch((error: unknown) => {
        throw state.ended === null ? error : new Error(state.ended)
      })
  }
}
