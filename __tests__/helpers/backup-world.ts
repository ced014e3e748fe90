import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase, type Database } from '../../sandbox/services/database.js'
import { findProgram } from '../../sandbox/services/find-program.js'
import { createLedger, type Effect } from '../../src/ledger.js'
import { UpgradeError } from '../../src/errors.js'
import type { Backup } from '../../src/report/report.js'
import { backUpDatabase } from '../../src/steps/backup/back-up-database.js'
import type { BackupInput, BackupTools } from '../../src/steps/backup/backup-request.js'
import type { RestoreTarget, RestoreTools } from '../../src/steps/backup/restore/restore-backup.js'
import { dumpFiles } from '../../src/tools/dump/dump-file.js'
import { createDumpStore } from '../../src/tools/dump/dump-store.js'
import { files } from '../../src/tools/files.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import type { RunCommand } from '../../src/tools/process/command.js'
import { createScratchServers } from '../../src/tools/mariadb/scratch-server.js'
import type { Ssh } from '../../src/tools/ssh/ssh.js'
import type { ServerBounds } from '../../src/tools/mariadb/watch-server.js'
import { startBackupServer, type BackupServer } from './backup-server.js'

/** The request for a backup, besides its source. */
export type Asked = Partial<BackupInput> & {
  readonly schema?: string
  readonly dedicated?: boolean
  readonly bounds?: ServerBounds
}

/** A real database behind a real sshd, and backups of it. */
export interface BackupWorld {
  readonly folder: string
  readonly database: Database
  readonly server: BackupServer
  /** Command line of a client that may do everything. */
  readonly admin: string
  /** What was logged so far, as `level: text`. */
  readonly logged: string[]
  at(name: string): string
  relationships(path?: string, more?: object): Record<string, object[]>
  /** What the last backup or restore is said to have changed. */
  effects(): readonly Effect[]
  /** What `magento-cloud db:dump` does: a dump over ssh, compressed on this side. */
  dumpCommand(schema: string): [string, ...string[]]
  backUp(strategy: BackupInput['strategy'], asked?: Asked): Promise<Backup>
  /** The plain script in the same surroundings: a dump over ssh, compressed here. Returns its exit code and its file. */
  plainPipe(
    schema?: string,
    timeoutSeconds?: number
  ): Promise<{ readonly exitCode: number; readonly file: string; readonly timedOut: boolean }>
  /** Runs a command of this machine. */
  run(argv: [string, ...string[]]): Promise<{ readonly exitCode: number; readonly stderr: string }>
  /** Loads a compressed dump into a new schema. Returns the exit code of the client and what it says. */
  load(file: string): Promise<{ readonly exitCode: number; readonly stderr: string }>
  /** What a restore into this world is done with. */
  restoring(stoppable?: { readonly signal: AbortSignal; readonly run: RunCommand }): RestoreTools
  /** Where to: an environment of the name `staging`. */
  target(asked?: Partial<RestoreTarget>): RestoreTarget
  /** Folders that scripts made on the server and that are still there. */
  remoteFolders(): string[]
  stop(): Promise<void>
}

export const canary = 'CANARY7f3a'
/** A password that no quoting of ours may stumble over. */
export const password = `"${canary}\\'#; $HOME`

export async function startBackupWorld(rows = 1500, settings: readonly string[] = []): Promise<BackupWorld> {
  const run = createRunCommand()
  const logged: string[] = []
  const log =
    (level: string) =>
    (text: string): void =>
      void logged.push(`${level}: ${text}`)
  const logger = { debug: () => undefined, info: log('info'), warn: log('warn'), error: log('error') }
  const folder = mkdtempSync(join(tmpdir(), 'backup-test-'))
  const at = (name: string): string => join(folder, name)
  const database = await startDatabase({ directory: folder, settings })
  await database.createSchema({
    name: 'main',
    user: 'shop',
    password,
    rows,
    modules: [{ name: 'Magento_Store', version: '2.1.0' }]
  })
  const server = await startBackupServer(folder)
  const quoted = password.replaceAll(/[\\"]/g, (found) => `\\${found}`)
  const login = `host=127.0.0.1\nport=${database.port}\nuser=shop\npassword="${quoted}"`
  writeFileSync(at('client.cnf'), `[client]\n${login}\n`, { mode: 0o600 })
  const relationships: BackupWorld['relationships'] = (path = 'main', more = {}) => {
    const endpoint = { host: '127.0.0.1', port: database.port, scheme: 'mysql', username: 'shop', password, path }
    return { database: [{ ...endpoint, ...more }], 'database-slave': [{ ...endpoint, query: { is_master: false } }] }
  }
  const dumpCommand = (schema: string): [string, ...string[]] =>
    server.command(`mariadb-dump --defaults-extra-file='${at('client.cnf')}' --single-transaction --quick ${schema}`)
  let ledger = createLedger()
  const dumping = (ssh: Ssh, bounds?: ServerBounds): BackupTools => {
    const withScratchDatabase = createScratchServers(run, { ...process.env, PATH: server.path() }, bounds)
    const cloud = {} as MagentoCloud
    return { cloud, ssh, files, dumpFiles, dumpStore: createDumpStore(run), withScratchDatabase, logger, ledger }
  }
  const backUp: BackupWorld['backUp'] = (strategy, { schema = 'main', dedicated = false, bounds, ...asked } = {}) => {
    const cloud = {
      environment: () => Promise.resolve({ dedicated }),
      dumpDatabase: (file: string, _relationship: string, { timeoutSeconds }: { timeoutSeconds: number }) => {
        const env = { PATH: server.path(), HOME: folder }
        return run(dumpCommand(schema), { env, timeoutSeconds, stdoutTo: { file, through: ['gzip', '-6'] } })
      }
    } as unknown as MagentoCloud
    const plain = {
      recipients: [],
      exclude: [],
      media: false,
      attempts: 1,
      level: 'proven-without-rehearsal',
      application: null,
      reuse: null
    } as const
    const place = { hosts: [server.host], project: 'abcdefghijklm', environment: 'staging', directory: at('backups') }
    ledger = createLedger()
    return backUpDatabase(
      { ...dumping(server.ssh, bounds), cloud },
      { strategy, to: 'auto', ...place, rehearsal: 'off', ...plain, ...asked }
    )
  }
  server.prepare({ relationships: relationships() })
  return {
    ...{ folder, database, server, logged, at, relationships, dumpCommand, backUp },
    effects: () => ledger.effects,
    admin: `${findProgram(['mariadb', 'mysql'])} --no-defaults --socket=${database.socket} --user=root`,
    plainPipe: async (schema = 'main', timeoutSeconds = 60) => {
      const file = at('plain.sql.gz')
      const argv = ['sh', '-c', '"$@" | gzip >"$0"', file, ...dumpCommand(schema)] as const
      const env = { PATH: server.path(), HOME: folder, ...server.agent() }
      const { exitCode, timedOut } = await run([...argv], { env, timeoutSeconds })
      return { exitCode, file, timedOut }
    },
    run: (argv) => run(argv, { env: { PATH: process.env['PATH'] ?? '', HOME: folder } }),
    load: async (file) => {
      await database.query('DROP DATABASE IF EXISTS loaded; CREATE DATABASE loaded')
      const client = `mariadb --no-defaults --socket='${database.socket}' --user=root loaded`
      const { exitCode, stderr } = await run(['sh', '-c', `gzip -dc '${file}' | ${client}`], {
        env: { PATH: server.path(), HOME: folder }
      })
      return { exitCode, stderr }
    },
    restoring: (stoppable) => {
      ledger = createLedger()
      const ssh = stoppable === undefined ? server.ssh : server.login(stoppable.run)
      return {
        ...{ ssh, files, dumpFiles, logger, ledger },
        backUp: (input) => backUpDatabase(dumping(ssh), input),
        signal: stoppable?.signal ?? new AbortController().signal,
        again: (task) => task(server.ssh)
      }
    },
    target: (asked = {}) => ({
      project: 'abcdefghijklm',
      environment: 'staging',
      application: null,
      confirm: 'staging',
      host: server.host,
      identity: null,
      wayBack: true,
      rehearsal: 'off',
      lockSeconds: 30,
      flags: ['--project', 'abcdefghijklm', '--environment', 'staging'],
      ...asked
    }),
    remoteFolders: () =>
      [
        ...new Set(
          server.answers.flatMap(({ stdout }) =>
            [...stdout.matchAll(/^folder\t(\/tmp\/\S+)$/gm)].map(([, path]) => path ?? '')
          )
        )
      ].filter((path) => existsSync(path)),
    stop: async () => {
      server.stop()
      await database.stop()
      rmSync(folder, { recursive: true })
    }
  }
}

/** The UpgradeError that a promise ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<UpgradeError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason
  )
  if (error instanceof UpgradeError) return error
  throw error instanceof Error ? error : new Error('it succeeded')
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
