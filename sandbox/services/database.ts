import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './run-program.js'
import { findProgram } from './find-program.js'
import { freePort, isListening } from './free-port.js'
import { startProcess } from './process.js'
import { schemaSql, type SchemaOptions } from './schema-sql.js'

/** A private MariaDB server on loopback. */
export interface Database {
  readonly port: number
  readonly socket: string
  /** Folder of its data. */
  readonly files: string
  /** Makes a schema with a shop's tables and data, and a user who may use nothing else. */
  createSchema(options: SchemaOptions): Promise<void>
  /** Runs SQL as the administrator; returns what the client prints. */
  query(sql: string, schema?: string): Promise<string>
  stop(): Promise<void>
}

// The data need not survive a crash, and setting up takes a fifth of the time.
const unsynced = '--loose-debug-no-sync'

/** Initialises and starts a MariaDB server with all its files in `directory`, whatever the machine has configured. */
export async function startDatabase({
  directory,
  settings = []
}: {
  readonly directory: string
  /** Further options of the server. */
  readonly settings?: readonly string[]
}): Promise<Database> {
  const data = join(directory, 'database')
  // A server removes all temporary tables that it finds when it starts, those of other servers among them.
  const temporary = join(directory, 'database-tmp')
  const env = { PATH: process.env['PATH'] ?? '', HOME: directory, LC_ALL: 'C.UTF-8', TMPDIR: temporary }
  for (const folder of [data, temporary]) mkdirSync(folder, { recursive: true })
  // As root the server needs `--user`; as another user it must not be given.
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const install = findProgram(['mariadb-install-db', 'mysql_install_db'])
  await runProgram(
    [
      install,
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      unsynced,
      ...user
    ],
    { cwd: directory, env }
  )
  const port = await freePort()
  // A socket's path may have 107 characters at most, so it is next to the data and not below.
  const socket = join(directory, 'db.sock')
  const server = [
    findProgram(['mariadbd', 'mysqld']),
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--port=${port}`,
    unsynced
  ]
  const tuning = [
    '--bind-address=127.0.0.1',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=128M',
    '--innodb-log-file-size=64M',
    '--skip-name-resolve',
    '--max-allowed-packet=64M'
  ]
  const service = await startProcess([...server, ...tuning, ...settings, ...user] as [string, ...string[]], {
    directory,
    name: 'database',
    env,
    isReady: () => isListening(port)
  })
  const client = findProgram(['mariadb', 'mysql'])
  const query = async (sql: string, schema = ''): Promise<string> => {
    const target = schema === '' ? [] : [schema]
    const argv = [
      client,
      '--no-defaults',
      `--socket=${socket}`,
      '--user=root',
      '--batch',
      '--skip-column-names',
      ...target
    ]
    // SQL contains passwords, which must not appear in the list of processes.
    return (await runProgram(argv as [string, ...string[]], { cwd: directory, env, input: sql })).stdout
  }
  return {
    port,
    socket,
    files: data,
    query,
    createSchema: async (options) => {
      await query(schemaSql(options))
    },
    stop: () => service.stop()
  }
}
