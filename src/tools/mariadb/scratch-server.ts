import { join } from 'node:path'
import type { Environment } from '../process/child-environment.js'
import { findConfinement, type Confinement } from './confine.js'
import { userFolder } from '../files/private-folder.js'
import { inSelfRemovingFolder, type SelfRemovingFolder } from './self-removing-folder.js'
import { ScratchQueryError, type LoadFailure } from './load-failure.js'
import { prepareSchema, scratchUser, type ScratchLike } from './prepare-schema.js'
import { createScratchClient, type ScratchClient } from './scratch-client.js'
import { serverOptions, unsynced } from './server-options.js'
import { startOptions } from './server-settings.js'
import { NotStarted, untilReady } from './until-ready.js'
import { serverBounds, watchServer, type ServerBounds } from './watch-server.js'
import type { RunCommand } from '../process/command.js'

/** A private, temporary MariaDB server. */
export interface ScratchServer extends ScratchClient {
  /** Version of the server, e.g. `11.8.3-MariaDB`. */
  readonly version: string
  /** Names of the imitated server's settings that this one does not accept. */
  readonly refusedSettings: readonly string[]
}

/**
 * Why there was no scratch database; `attempted` if a start was tried, `lacksProgram` if this machine lacks a program.
 */
interface NotScratched {
  readonly why: string
  readonly attempted: boolean
  readonly lacksProgram?: boolean
}

/** The result of a task, or why there was no scratch database for it. */
type Scratched<T> = { readonly value: T } | NotScratched

/** Starts a scratch database similar to the given one for `task`, and removes it afterwards. */
export type WithScratchServer = <T>(
  like: ScratchLike,
  task: (database: ScratchServer) => Promise<T>
) => Promise<Scratched<T>>

interface Programs {
  readonly server: string
  readonly install: string
  readonly client: string
}

/**
 * The real {@link WithScratchServer}: what it loads comes from an untrusted server. A private folder with a socket, no
 * network, no other files, a user with rights on one schema, limits for memory, disk and time, and a separate system
 * user if this process is root.
 */
export function createScratchServers(
  run: RunCommand,
  environment: Environment,
  bounds: ServerBounds = serverBounds
): WithScratchServer {
  const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`
  const env = { PATH: path, LC_ALL: 'C.UTF-8' }
  return async (like, task) => {
    const confinement = await findConfinement(run, env)
    if (confinement === null)
      return unavailable('root cannot drop its privileges here (setpriv of util-linux is missing)')
    const programs = await findPrograms(run, env, confinement)
    if (programs === null) return unavailable('this machine has no MariaDB server that can run without privileges')
    const { parent, makeHome, confined } = confinement
    const folderOf = { parent: await userFolder(parent), prefix: 'rehearsal-', run, env }
    return inSelfRemovingFolder(folderOf, async (folder) => {
      const home = await makeHome(folder.path)
      const own = { ...env, HOME: home, TMPDIR: home }
      return { value: await serve(task, { run, folder, programs, home, confined, bounds, like, env: own }) }
    }).catch((error: unknown) => {
      if (error instanceof NotStarted) return { why: error.message, attempted: true }
      throw error
    })
  }
}

/** The outcome of starting a server. */
function asNotStarted(state: { readonly ended: string | null }): (error: unknown) => never {
  return (error) => {
    if (state.ended !== null) throw new NotStarted(state.ended)
    if (!(error instanceof ScratchQueryError)) throw error
    throw new NotStarted(`the scratch database could not be configured like the shop's: ${error.message}`)
  }
}

function unavailable(why: string): NotScratched {
  return { why, attempted: false, lacksProgram: true }
}

/** Programs that the server's user may run; not one in a private folder of this user. */
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

/**
 * `env` has its own TMPDIR: a starting server removes all temporary tables that it finds, even those of other servers.
 */
async function serve<T>(
  task: (database: ScratchServer) => Promise<T>,
  {
    run,
    folder,
    programs: { server, install, client },
    home,
    confined,
    bounds,
    like,
    env
  }: {
    readonly run: RunCommand
    readonly folder: SelfRemovingFolder
    readonly programs: Programs
    readonly home: string
    readonly confined: Confinement['confined']
    readonly bounds: ServerBounds
    readonly like: ScratchLike
    readonly env: Readonly<Record<string, string>>
  }
): Promise<T> {
  const data = `--datadir=${join(home, 'data')}`
  const same = startOptions(like.settings)
  const plain = ['--auth-root-authentication-method=normal', '--skip-test-db', unsynced]
  const making = { env, cwd: home, timeoutSeconds: 300 }
  const installed = await folder.run(confined([install, '--no-defaults', data, ...plain, ...same]), making)
  if (installed.exitCode !== 0) throw new NotStarted('the scratch database could not be set up on this machine')
  const stop = new AbortController()
  const socket = join(home, 's')
  const argv: [string, ...string[]] = [
    server,
    '--no-defaults',
    data,
    `--socket=${socket}`,
    ...serverOptions(home),
    ...same
  ]
  const ended = folder.run(confined(argv), { env, cwd: home, signal: stop.signal })
  const state = { given: 0, ended: null as string | null }
  const end = (reason: string): void => {
    state.ended = `the scratch database was stopped: ${reason}`
    stop.abort()
  }
  const unwatch = watchServer({ home, given: () => state.given, end }, bounds)
  try {
    const connect = await createScratchClient(run, { client, socket, schema: like.schema, env, confined })
    const root = connect('root')
    const begin = async (): Promise<Pick<ScratchServer, 'version' | 'refusedSettings'>> => ({
      version: await untilReady(root, ended),
      refusedSettings: await prepareSchema(root, like)
    })
    const begun = await begin().catch(asNotStarted(state))
    return await task({ ...begun, ...explainedError(connect(scratchUser), state) })
  } finally {
    unwatch()
    stop.abort()
    await ended
  }
}

/** Counts the SQL that a client loads, and explains why its server was ended. */
function explainedError(client: ScratchClient, state: { given: number; readonly ended: string | null }): ScratchClient {
  const counted = async function* (sql: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of sql) {
      state.given += piece.length
      yield piece
    }
  }
  const over = (): LoadFailure | null =>
    state.ended === null ? null : { kind: 'ended', code: null, words: state.ended }
  return {
    load: async (sql) => {
      const failure = await client.load(counted(sql))
      return failure === null ? null : (over() ?? failure)
    },
    query: (sql) =>
      client.query(sql).catch((error: unknown) => {
        const ended = over()
        throw ended === null ? error : new ScratchQueryError(ended)
      })
  }
}
