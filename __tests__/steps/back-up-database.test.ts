import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { startDatabase, type Database } from '../../sandbox/services/database.js'
import { findProgram } from '../../sandbox/services/find-program.js'
import { UpgradeError } from '../../src/errors.js'
import { parseManifest } from '../../src/project/backup-manifest.js'
import type { Backup } from '../../src/report.js'
import { remoteDumpScript } from '../../src/steps/backup/remote-scripts.js'
import { backUpDatabase, type BackupInput } from '../../src/steps/back-up-database.js'
import { dumpFiles } from '../../src/tools/dump-file.js'
import { files } from '../../src/tools/files.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud.js'
import { createDumpStore } from '../../src/tools/dump-store.js'
import { createRunCommand } from '../../src/tools/run-command.js'
import { createScratchDatabases } from '../../src/tools/scratch-database.js'
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
const withScratchDatabase = createScratchDatabases(run, process.env)
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
  older = await backUp('auto', { to: 'both', strategy: 'ssh-dump' })
}, 120_000)

afterEach(() => {
  // An older backup, here and on the server, stays as it is.
  expect(readdirSync(backups)).toEqual([dirname(older.downloadedTo ?? '').slice(backups.length + 1)])
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
  const place = { hosts: [server.host], project: 'abcdefghijklm', environment: 'staging' }
  const cloud = {
    environment: () => Promise.resolve({ dedicated }),
    dumpDatabase: (file: string, _relationship: string, timeoutSeconds: number) => {
      const env = { PATH: server.path(), HOME: folder }
      return run(dumpCommand(schema), { env, timeoutSeconds, stdoutTo: { file, through: ['gzip', '-6'] } })
    }
  } as unknown as MagentoCloud
  return backUpDatabase(
    { cloud, ssh: server.ssh, files, dumpFiles, dumpStore: createDumpStore(run), withScratchDatabase, logger },
    { strategy, to: 'auto', ...place, rehearsal: 'off', recipients: [], directory: backups, ...input }
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
  const ways = [
    { name: 'cloud-dump', strategy: 'cloud-dump' },
    { name: 'ssh-dump', strategy: 'ssh-dump' },
    { name: 'ssh-dump to the runner', strategy: 'ssh-dump', to: 'runner' }
  ] as const
  test.each(backupFaults('$ADMIN'))(
    '$name',
    async ({ programs = {}, schema = 'main', sql = ['DO 0', 'DO 0'], code, says }) => {
      const [before, after] = sql
      for (const { name, ...way } of ways) {
        server.prepare({ relationships: relationships(schema), programs, first: `export ADMIN="${admin}"` })
        await database.query(before)
        const error = await failureOf(backUp(way.strategy, { schema, ...way }))
        await database.query(after)
        expect([name, error.code, error.message]).toEqual([name, code, expect.stringMatching(says)])
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
  test.each([
    ['cloud-dump', 'auto'],
    ['ssh-dump', 'remote'],
    ['ssh-dump', 'runner'],
    ['ssh-dump', 'both']
  ] as const)(
    '%s to %s can be restored and is equal',
    async (strategy, to) => {
      server.prepare({ relationships: relationships() })
      const backup = await backUp(strategy, { to, directory: at(`good-${strategy}-${to}`), rehearsal: 'auto' })
      const manifest = parseManifest(readFileSync(backup.manifest ?? '', 'utf8'), '')
      const state = to === 'remote' ? 'proven-without-rehearsal' : 'proven'
      expect(backup.proofs.filter(({ passed }) => !passed)).toEqual([])
      expect(backup).toMatchObject({ strategy, state, tables: 13, problems: [], sha256: sha256(backup.location ?? '') })
      expect(manifest).toMatchObject({
        state,
        consistent: true,
        dumps: [{ relationship: 'database', database: 'main' }]
      })
      const [dump] = manifest.dumps
      expect(dump).toMatchObject({
        views: ['inventory_stock_1'],
        programs: ['trigger sales_order_insert'],
        missingPrograms: [],
        bytes: statSync(backup.location ?? '').size,
        sqlSha256: createHash('sha256')
          .update(gunzipSync(readFileSync(backup.location ?? '')))
          .digest('hex')
      })
      expect(dump?.rows?.['sales_order']).toBe(to === 'remote' ? undefined : 1500)
      for (const path of [backup.location, backup.downloadedTo, backup.manifest]) {
        if (path === null) continue
        expect(statSync(path).mode & 0o777).toBe(0o600)
        expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
        expect(readdirSync(dirname(path)).filter((name) => /partial|txt/.test(name))).toEqual([])
      }
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
      if (to !== 'runner' && to !== 'auto') rmSync(dirname(backup.location ?? ''), { recursive: true })
    },
    30_000
  )

  test('auto takes ssh-dump for dedicated nodes, and leaves it there', async () => {
    server.prepare({ relationships: relationships() })
    const backup = await backUp('auto', { dedicated: true })
    expect(backup).toMatchObject({ strategy: 'ssh-dump', downloadedTo: null })
    expect(backup.location).toMatch(/^\/tmp\/magento-cloud-upgrade-\w+\/main-\d{8}T\d{6}Z\.sql\.gz$/)
    expect(backup.manifest).toBe(join(dirname(backup.location ?? ''), 'manifest.json'))
    rmSync(dirname(backup.location ?? ''), { recursive: true })
  })

  test('a split database is dumped whole, and what keeps no snapshot is named', async () => {
    const split = relationships()
    for (const name of ['quote', 'sales'])
      await database.createSchema({ name, user: `${name}_user`, password, rows: 10, modules: [] })
    const others = Object.fromEntries(
      ['quote', 'sales'].map((name) => [
        `database-${name}`,
        relationships(name, { username: `${name}_user` })['database']
      ])
    )
    server.prepare({ relationships: { ...split, ...others, search: [{ scheme: 'http', host: 'x' }] } })
    await database.query('CREATE TABLE main.old_counter (a INT) ENGINE=MyISAM')
    const backup = await backUp('ssh-dump', { to: 'runner', directory: at('split'), rehearsal: 'auto' })
    await database.query('DROP TABLE main.old_counter')
    expect(backup.state).toBe('inconsistent')
    expect(backup.dumps.map(({ relationship }) => relationship)).toEqual([
      'database',
      'database-quote',
      'database-sales'
    ])
    for (const { location, sha256: sum } of backup.dumps) expect(sha256(location)).toBe(sum)
    expect(backup.problems).toEqual([
      expect.objectContaining({ id: 'backup-not-consistent', message: expect.stringContaining('old_counter') })
    ])
  })

  test('an encrypted dump shows nothing on the disk of this machine', async () => {
    server.prepare({ relationships: relationships() })
    const identity = await generateIdentity()
    const recipients = [await identityToRecipient(identity)]
    const backup = await backUp('ssh-dump', { to: 'runner', directory: at('secret'), recipients, rehearsal: 'auto' })
    expect(backup).toMatchObject({ state: 'proven-without-rehearsal' })
    expect(backup.location).toMatch(/database\.sql\.gz\.age$/)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const compressed = Buffer.from(await decrypter.decrypt(readFileSync(backup.location ?? '')))
    expect(createHash('sha256').update(compressed).digest('hex')).toBe(backup.sha256)
    expect(gunzipSync(compressed).toString()).toContain('-- Dump completed')
  })

  test('a dump that cannot be restored is none', async () => {
    server.prepare({ relationships: relationships() })
    // A row that the source took and that its key forbids: no stream shows that.
    const twice =
      '"$real" "$@" | sed "s/^INSERT INTO .store. VALUES.*/&\\nINSERT INTO \`store\` VALUES (0,\'x\',0,\'x\');/; s/^(0,.admin.,0,.Admin Store.*/&/"'
    server.prepare({ relationships: relationships(), programs: { 'mariadb-dump': twice } })
    const error = await failureOf(backUp('ssh-dump', { to: 'runner', directory: at('broken'), rehearsal: 'require' }))
    expect([error.code, error.message]).toEqual([
      'backup-unproven',
      expect.stringMatching(/could not be restored.*ERROR/)
    ])
    expect(readdirSync(at('broken'))).toEqual([])
    expect(error.message).not.toMatch(/Admin/)
  })

  test('a rehearsal that is required but cannot be made stops the run', async () => {
    server.prepare({ relationships: relationships() })
    const error = await failureOf(backUp('ssh-dump', { to: 'remote', rehearsal: 'require' }))
    expect([error.code, error.next]).toEqual(['bad-input', expect.stringMatching(/backup-to: runner/)])
    expect(remoteFolders()).toEqual([])
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
    const error = await failureOf(backUp('ssh-dump', { to: 'both' }))
    expect(error.message).toMatch(/proven and lies on ssh:.* as \/tmp\/magento-cloud-upgrade-\w+\/main-.*not equal/)
    const [kept = ''] = remoteFolders()
    expect(readdirSync(kept)).toEqual([expect.stringMatching(/^main-.*\.sql\.gz$/)])
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
    const { failure, stdout } = await server.ssh.script(server.host, remoteDumpScript('database'), {
      timeoutSeconds: 20
    })
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
