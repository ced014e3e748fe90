import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startDatabase, type Database } from '../../sandbox/services/database.js'
import { findProgram } from '../../sandbox/services/find-program.js'
import { UpgradeError } from '../../src/errors.js'
import type { Backup } from '../../src/report.js'
import { remoteDumpScript } from '../../src/steps/backup/remote-scripts.js'
import { backUpDatabase, type BackupInput } from '../../src/steps/back-up-database.js'
import { dumpFiles } from '../../src/tools/dump-file.js'
import { files } from '../../src/tools/files.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud.js'
import { createRunCommand } from '../../src/tools/run-command.js'
import { backupFaults, midway } from './backup-faults.js'
import { startBackupServer, type BackupServer } from './backup-server.js'

// Each backup is several logins; a busy machine takes its time for them.
jest.setTimeout(60_000)

const folder = mkdtempSync(join(tmpdir(), 'backup-test-'))
const at = (name: string): string => join(folder, name)
const backups = at('backups')
const canary = 'CANARY7f3a'
const password = `"${canary}\\'#; $HOME`
const run = createRunCommand()
const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
let database: Database
let server: BackupServer
let older: Backup
let admin: string

beforeAll(async () => {
  database = await startDatabase({ directory: folder })
  await database.createSchema({ name: 'main', user: 'shop', password, rows: 1500, modules: [] })
  await database.query(
    "CREATE DATABASE nothing; CREATE DATABASE blog; CREATE TABLE blog.post (a INT) ENGINE=InnoDB; GRANT ALL ON nothing.* TO shop@'127.0.0.1'; GRANT ALL ON blog.* TO shop@'127.0.0.1'"
  )
  server = await startBackupServer(folder)
  admin = `${findProgram(['mariadb', 'mysql'])} --no-defaults --socket=${database.socket} --user=root`
  const quoted = password.replaceAll(/[\\"]/g, (found) => `\\${found}`)
  writeFileSync(
    at('client.cnf'),
    `[client]\nhost=127.0.0.1\nport=${database.port}\nuser=shop\npassword="${quoted}"\n`,
    { mode: 0o600 }
  )
  server.prepare({ relationships: relationships() })
  older = await backUp('auto', { download: true, dedicated: true })
}, 120_000)

afterEach(() => {
  // An older backup, here and on the server, stays as it is.
  expect(readdirSync(backups)).toEqual([older.downloadedTo?.slice(backups.length + 1)])
  expect([older.location, older.downloadedTo].map((path) => sha256(path ?? ''))).toEqual([older.sha256, older.sha256])
})

afterAll(async () => {
  server.stop()
  await database.stop()
  rmSync(dirname(older.location ?? ''), { recursive: true })
  rmSync(folder, { recursive: true })
}, 60_000)

function relationships(path = 'main', more: object = {}): Record<string, object[]> {
  const endpoint = { host: '127.0.0.1', port: database.port, scheme: 'mysql', username: 'shop', password, path }
  return { database: [{ ...endpoint, ...more }], 'database-slave': [{ ...endpoint, query: { is_master: false } }] }
}

/** What `magento-cloud db:dump` does: a dump over ssh, compressed on this side. */
const dumpCommand = (schema: string): [string, ...string[]] =>
  server.command(`mariadb-dump --defaults-extra-file='${at('client.cnf')}' --single-transaction --quick ${schema}`)

function backUp(
  strategy: BackupInput['strategy'],
  given: Partial<BackupInput> & { schema?: string; dedicated?: boolean } = {}
): Promise<Backup> {
  const { schema = 'main', dedicated = false, ...input } = given
  const cloud = {
    environment: () => Promise.resolve({ dedicated }),
    dumpDatabase: (file: string, timeoutSeconds: number) => {
      const env = { PATH: server.path(), HOME: folder }
      return run(dumpCommand(schema), { env, timeoutSeconds, stdoutTo: { file, through: ['gzip', '-6'] } })
    }
  } as unknown as MagentoCloud
  return backUpDatabase(
    { cloud, ssh: server.ssh, files, dumpFiles, logger },
    { strategy, hosts: [server.host], directory: backups, download: false, ...input }
  )
}

async function failureOf(backup: Promise<unknown>): Promise<UpgradeError> {
  const error = await backup.then(
    () => null,
    (reason: unknown) => reason
  )
  if (error instanceof UpgradeError) return error
  throw error instanceof Error ? error : new Error('the backup succeeded')
}

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
/** Folders that scripts made on the server and that are still there, but for the older backup's. */
const remoteFolders = (): string[] =>
  server.answers
    .flatMap(({ stdout }) => [...stdout.matchAll(/^folder\t(\/tmp\/\S+)$/gm)].map(([, path]) => path ?? ''))
    .filter((path) => existsSync(path) && path !== dirname(older.location ?? ''))

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
}

const plainExits: number[] = []

describe('a dump that is not whole is never taken for a backup', () => {
  const strategies = ['cloud-dump', 'ssh-dump'] as const
  test.each(backupFaults('$ADMIN'))(
    '$name',
    async ({ programs = {}, schema = 'main', sql = ['DO 0', 'DO 0'], code, says }) => {
      const [before, after] = sql
      for (const strategy of strategies) {
        server.prepare({ relationships: relationships(schema), programs, first: `export ADMIN="${admin}"` })
        await database.query(before)
        const error = await failureOf(backUp(strategy, { schema }))
        await database.query(after)
        expect([strategy, error.code, error.message]).toEqual([strategy, code, expect.stringMatching(says)])
        expect(error.message + error.next).not.toContain(canary)
        await until(() => remoteFolders().length === 0)
      }
      await database.query(before)
      const plain = ['sh', '-c', '"$@" | gzip >"$0"', at('plain.sql.gz'), ...dumpCommand(schema)] as const
      const { exitCode } = await run([...plain], { env: { PATH: server.path(), HOME: folder } })
      await database.query(after)
      plainExits.push(exitCode)
    },
    30_000
  )

  test('and a plain pipe takes most of them for one', () => {
    expect(plainExits.length).toBe(backupFaults('').length)
    expect(plainExits.filter((code) => code === 0).length).toBeGreaterThanOrEqual(12)
  })
})

describe('a backup that is proven', () => {
  test.each(['cloud-dump', 'ssh-dump'] as const)(
    '%s can be restored and is equal',
    async (strategy) => {
      server.prepare({ relationships: relationships() })
      const backup = await backUp(strategy, { directory: at(`good-${strategy}`) })
      expect(backup.proofs.filter(({ passed }) => !passed)).toEqual([])
      expect(backup).toMatchObject({ strategy, tables: 13, problems: [], sha256: sha256(backup.location ?? '') })
      expect(statSync(backup.location ?? '').mode & 0o777).toBe(0o600)
      expect(statSync(dirname(backup.location ?? '')).mode & 0o777).toBe(0o700)
      expect(readdirSync(dirname(backup.location ?? ''))).toHaveLength(1)
      await database.query('DROP DATABASE IF EXISTS restored; CREATE DATABASE restored')
      const { exitCode } = await run(['sh', '-c', `gzip -dc '${backup.location ?? ''}' | ${admin} restored`], {
        env: { PATH: process.env['PATH'] ?? '' }
      })
      expect(exitCode).toBe(0)
      const sums = async (schema: string): Promise<string> =>
        (
          await database.query(
            'CHECKSUM TABLE sales_order, sales_order_item, customer_entity, core_config_data',
            schema
          )
        ).replaceAll(`${schema}.`, '')
      expect(await sums('restored')).toBe(await sums('main'))
      if (strategy === 'ssh-dump') rmSync(dirname(backup.location ?? ''), { recursive: true })
    },
    30_000
  )

  test('auto takes ssh-dump for dedicated nodes', () => {
    expect(older.strategy).toBe('ssh-dump')
    expect(older.downloadedTo).toMatch(/^\/.*\/backups\/main-\d{8}T\d{6}Z\.sql\.gz$/)
    expect(sha256(older.downloadedTo ?? '')).toBe(sha256(older.location ?? ''))
  })

  test('names what it does not promise', async () => {
    const split = relationships()
    const others = {
      'database-quote': relationships('quote')['database'],
      'database-sales': relationships('sales')['database']
    }
    server.prepare({ relationships: { ...split, ...others, search: [{ scheme: 'http', host: 'x' }] } })
    await database.query('CREATE TABLE main.old_counter (a INT) ENGINE=MyISAM')
    const found = [await backUp('ssh-dump'), await backUp('cloud-dump', { directory: at('split') })]
    await database.query('DROP TABLE main.old_counter')
    for (const { problems } of found)
      expect(problems).toEqual([
        expect.objectContaining({ id: 'backup-not-consistent', message: expect.stringContaining('old_counter') }),
        expect.objectContaining({
          id: 'backup-not-complete',
          message: expect.stringMatching(/not database-quote, database-sales\./)
        })
      ])
    rmSync(dirname(found[0]?.location ?? ''), { recursive: true })
  })
})

describe('ssh-dump', () => {
  test.each([
    ['/tmp is too small', { programs: { df: 'echo; echo "x 9 9 7 9 /"' } }, /has 7 KB free/],
    ['there is no database', { relationships: { search: [] } }, /no relationship named database, only: search/],
    ['the relationships are not readable', { relationships: null }, /is missing or cannot be read/],
    ['PHP is broken', { programs: { php: 'echo Notice: oops; exit 255' } }, /php could not read/]
  ])('%s', async (_name, session, says) => {
    server.prepare({ relationships: relationships(), ...session })
    const error = await failureOf(backUp('ssh-dump'))
    expect([error.code, error.message]).toEqual(['backup-failed', expect.stringMatching(says)])
    expect(remoteFolders()).toEqual([])
  })

  test('a refused password shows nothing of it', async () => {
    server.prepare({ relationships: relationships('main', { password: `${canary}-wrong` }) })
    const error = await failureOf(backUp('ssh-dump'))
    expect(error.message).toMatch(/1045/)
    expect(error.message).not.toContain(canary)
  })

  test('notices of PHP do no harm', async () => {
    server.prepare({
      relationships: relationships(),
      programs: { php: 'echo "PHP Deprecated: x"; echo noise >&2; exec "$real" "$@"' }
    })
    const { location } = await backUp('ssh-dump')
    rmSync(dirname(location ?? ''), { recursive: true })
  })

  test('a failed download says where the proven dump lies, and leaves it', async () => {
    server.prepare({
      relationships: relationships(),
      programs: { cat: '[ "$1" != -- ] || exec head -c 1000 "$2"\nexec "$real" "$@"' }
    })
    const error = await failureOf(backUp('ssh-dump', { download: true }))
    expect(error.message).toMatch(/proven and lies on ssh:.* as \/tmp\/magento-cloud-upgrade-\w+\/main-.*not equal/)
    const [kept = ''] = remoteFolders()
    expect((await dumpFiles.inspect(join(kept, readdirSync(kept)[0] ?? ''))).gzipFailure).toBeNull()
    rmSync(kept, { recursive: true })
  })

  test('a failed rename leaves nothing', async () => {
    server.prepare({ relationships: relationships(), programs: { mv: 'exit 1' } })
    expect((await failureOf(backUp('ssh-dump'))).message).toMatch(/could not be renamed/)
    expect(remoteFolders()).toEqual([])
  })

  test('a connection that drops ends the dump there, and its folder goes away', async () => {
    server.prepare({ relationships: relationships(), ...midway('echo "$$" >"$bin/pid"; kill -9 "$server"; sleep 300') })
    const { failure, stdout } = await server.ssh.script(server.host, remoteDumpScript, { timeoutSeconds: 20 })
    expect([failure, stdout]).toEqual([
      expect.stringMatching(/connection was lost/),
      expect.stringMatching(/^folder\t/)
    ])
    const pid = readFileSync(at('bin/pid'), 'utf8').trim()
    await until(() => !existsSync(`/proc/${pid}`) && remoteFolders().length === 0)
  })

  test('the password is on no command line and in no output', async () => {
    server.prepare({ relationships: relationships(), ...midway('until [ -e "$bin/seen" ]; do sleep 0.05; done') })
    mkdirSync(at('bin'), { recursive: true })
    const seen = new Set<string>()
    const backup = backUp('ssh-dump')
    const ended = backup.then(() => true)
    while (!(await Promise.race([ended, new Promise<false>((resolve) => setTimeout(resolve, 1, false))]))) {
      commandLines().forEach((line) => seen.add(line))
      if ([...seen].some((line) => line.includes('dump') && line.includes('--hex-blob')))
        writeFileSync(at('bin/seen'), '')
    }
    expect([...seen].some((line) => line.includes('--defaults-extra-file='))).toBe(true)
    expect([...seen].filter((line) => line.includes(canary))).toEqual([])
    expect(JSON.stringify([server.answers, await backup])).not.toContain(canary)
    rmSync(dirname((await backup).location ?? ''), { recursive: true })
  })
})

function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')]
      } catch {
        return []
      }
    })
}
