import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parseManifest, type BackupManifest } from '../../../../src/steps/backup/manifest/manifest.js'
import type { Backup } from '../../../../src/report/report.js'
import { serverBounds } from '../../../../src/tools/mariadb/watch-server.js'
import { failureOf, startBackupWorld, type BackupWorld } from '../../../helpers/backup-world.js'
import { oddShop, wideTable } from '../../../helpers/odd-shops.js'

let world: BackupWorld
beforeAll(async () => {
  world = await startBackupWorld(20)
})
afterEach(() => {
  world.server.prepare({ relationships: world.relationships() })
  for (const folder of world.remoteFolders()) rmSync(folder, { recursive: true })
})
afterAll(() => world.stop())

const manifestOf = ({ manifest }: Backup): BackupManifest => parseManifest(readFileSync(manifest ?? '', 'utf8'), '')
const here = { to: 'runner', rehearsal: 'auto' } as const
const global = (name: string, value: string): Promise<string> => world.database.query(`SET GLOBAL ${name} = ${value}`)

describe("a rehearsal proves what the shop's own server would do", () => {
  test.each(['runner', 'both'] as const)(
    'names of other databases, with line ends, of the database itself, sequences and history are no matter: to %s',
    async (to) => {
      if (to === 'runner') await world.database.query(oddShop)
      const backup = await world.backUp('ssh-dump', { ...here, to })
      expect([backup.state, backup.problems]).toEqual(['proven', []])
      const [dump] = manifestOf(backup).dumps
      expect(dump).toMatchObject({
        rows: { numbers: 1, numbered: 2, 'two\nlines': 3, prices: 3 },
        outside: [{ schema: 'other', name: 'p', columns: expect.arrayContaining(['id']) }],
        withoutHistory: [],
        rehearsal: {
          passed: true,
          detail: 'restored; tables, rows and CHECK TABLE agree, but with stand-ins for tables of other'
        }
      })
    }
  )

  test('history that cannot be dumped is said', async () => {
    await world.database.query(
      'CREATE TABLE main.precise (a INT, s BIGINT UNSIGNED GENERATED ALWAYS AS ROW START, e BIGINT UNSIGNED GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) ENGINE=InnoDB WITH SYSTEM VERSIONING; INSERT INTO main.precise (a) VALUES (1); UPDATE main.precise SET a = 2'
    )
    for (const to of ['runner', 'both'] as const) {
      const backup = await world.backUp('ssh-dump', { ...here, to })
      expect([backup.state, backup.problems]).toEqual([
        'proven',
        [
          expect.objectContaining({
            id: 'backup-not-complete',
            message: expect.stringMatching(/current rows.*: precise, prices\.$/)
          })
        ]
      ])
    }
    await world.database.query('DROP TABLE main.precise')
  })

  test('a table that only a server without the strict mode takes is taken', async () => {
    await global('innodb_strict_mode', 'OFF')
    await world.database.query(wideTable)
    expect(await world.backUp('ssh-dump', here)).toMatchObject({ state: 'proven' })
  })

  test('and one that the strict mode of the shop refuses is not', async () => {
    await global('innodb_strict_mode', 'ON')
    const error = await failureOf(world.backUp('ssh-dump', here))
    expect([error.code, error.message]).toEqual(['backup-unproven', expect.stringMatching(/restored.*ERROR 1118/)])
    await world.database.query('DROP TABLE main.wide')
  })

  test('a statement that is longer than its packets is found out', async () => {
    await world.database.query(
      "CREATE TABLE main.packet (a LONGBLOB) ENGINE=InnoDB; INSERT INTO main.packet VALUES (REPEAT('x', 1100000))"
    )
    expect(await world.backUp('ssh-dump', here)).toMatchObject({ state: 'proven' })
    await global('max_allowed_packet', '2097152')
    const error = await failureOf(world.backUp('ssh-dump', here))
    await global('max_allowed_packet', '67108864')
    await world.database.query('DROP TABLE main.packet')
    expect([error.code, error.message, error.next]).toEqual([
      'backup-unproven',
      expect.stringMatching(/a statement has 2\.1 MiB, and max_allowed_packet of the shop's own server is 2\.0 MiB/),
      expect.stringMatching(/Raise max_allowed_packet/)
    ])
  })
})

describe('a rehearsal that this machine cannot make', () => {
  const bounds = { ...serverBounds, diskBytes: 0, diskFactor: 0 }

  test('is no failure of the dump, and is said', async () => {
    world.logged.length = 0
    const backup = await world.backUp('ssh-dump', { ...here, bounds, directory: world.at('ended') })
    expect([backup.state, backup.problems]).toEqual([
      'proven-without-rehearsal',
      [
        expect.objectContaining({
          id: 'backup-not-rehearsed',
          severity: 'warning',
          message: expect.stringMatching(/gave no result: the scratch database was stopped: its files have grown to/)
        })
      ]
    ])
    expect(manifestOf(backup)).toMatchObject({
      dumps: [{ rehearsal: null, unrehearsed: { why: expect.stringMatching(/was stopped/), attempted: true } }],
      promises: expect.arrayContaining([
        { id: 'rehearsal', kept: false, detail: expect.stringMatching(/not made: the scratch database was stopped/) }
      ])
    })
    expect(world.logged).toEqual([
      expect.stringMatching(/^warn: The restore of database was not rehearsed: .*was stopped/)
    ])
  })

  test('fails a run that requires it', async () => {
    const error = await failureOf(world.backUp('ssh-dump', { ...here, rehearsal: 'require', bounds }))
    expect([error.code, error.message]).toEqual([
      'backup-unproven',
      expect.stringMatching(/is required, but was not possible for database: the scratch database was stopped/)
    ])
  })

  test.each([
    ['the dump is only on the server', { to: 'remote' }],
    [
      'the dump is encrypted',
      { to: 'runner', recipients: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'] }
    ]
  ] as const)('says why in the log: %s', async (why, asked) => {
    world.logged.length = 0
    const { state, problems } = await world.backUp('ssh-dump', {
      rehearsal: 'auto',
      directory: world.at('not-here'),
      ...asked
    })
    expect([state, problems]).toEqual(['proven-without-rehearsal', []])
    expect(world.logged).toEqual([`info: The restore of database was not rehearsed: ${why}.`])
  })
})

describe('good shops are not refused', () => {
  test.each(['runner', 'both'] as const)('routines of somebody else are named, not fatal: to %s', async (to) => {
    if (to === 'runner')
      await world.database.query(
        "USE main; CREATE DEFINER = root@localhost PROCEDURE theirs() SELECT 1; CREATE DEFINER = root@localhost FUNCTION also_theirs() RETURNS INT DETERMINISTIC RETURN 1; CREATE DEFINER = shop@'127.0.0.1' PROCEDURE ours() SELECT 1"
      )
    const backup = await world.backUp('ssh-dump', { ...here, to, directory: world.at(`theirs-${to}`) })
    expect([backup.state, backup.problems]).toEqual([
      'proven',
      [
        expect.objectContaining({
          id: 'backup-not-complete',
          severity: 'warning',
          message: expect.stringMatching(/lacks function also_theirs, procedure theirs: their definer/)
        })
      ]
    ])
    expect(manifestOf(backup).dumps[0]?.programs).toContain('procedure ours')
  })

  test('with such routines, other errors still count', async () => {
    await world.database.query(
      'CREATE TABLE main.lost (a INT); CREATE VIEW main.broken AS SELECT a FROM main.lost; DROP TABLE main.lost'
    )
    const error = await failureOf(world.backUp('ssh-dump', here))
    await world.database.query('DROP VIEW main.broken')
    expect([error.code, error.message]).toEqual(['backup-failed', expect.stringMatching(/1356/)])
    await world.database.query('DROP PROCEDURE main.theirs; DROP FUNCTION main.also_theirs; DROP PROCEDURE main.ours')
  })

  test('option files of the server are no matter', async () => {
    const options = [
      'skip-comments',
      'compact',
      'compatible=ansi',
      'where=1=0',
      'no-data',
      'skip-triggers',
      'insert-ignore'
    ]
    writeFileSync(world.at('.my.cnf'), `[client]\nuser=nobody\n[mysqldump]\n${options.join('\n')}\n`)
    for (const to of ['runner', 'remote'] as const) {
      const backup = await world.backUp('ssh-dump', { to, directory: world.at('no-options') })
      expect([backup.state, backup.problems]).toEqual(['proven-without-rehearsal', []])
      if (to === 'runner') expect(manifestOf(backup)).toMatchObject({ dumps: [{ rows: { sales_order: 20 } }] })
    }
    rmSync(world.at('.my.cnf'))
  })

  test.each([
    ['where=1=0', /tables: a condition limited its rows: an option file of the server/],
    ['no-data', /tables: there are no rows of setup_module, core_config_data, store in it.*no-data/],
    ['skip-comments', /trailer: the last line is not `-- Dump completed`, although nothing was cut off: an option file/]
  ])('where db:dump reads it, %s is refused', async (option, says) => {
    writeFileSync(world.at('.my.cnf'), `[mysqldump]\n${option}\n`)
    const error = await failureOf(world.backUp('cloud-dump', here))
    rmSync(world.at('.my.cnf'))
    expect([error.code, error.message]).toEqual(['backup-unproven', expect.stringMatching(says)])
  })
})

describe('the first line is proven as the last one is', () => {
  test('what the login prints is taken out', async () => {
    const first = 'echo "Welcome!"; echo "-- Welcome"; echo; printf "%s" "/* hi */ "'
    world.server.prepare({ relationships: world.relationships(), first })
    for (const to of ['runner', 'both'] as const)
      expect(await world.backUp('ssh-dump', { to })).toMatchObject({ state: 'proven-without-rehearsal' })
  })

  test.each(['echo "-- Welcome"', 'echo'])('or refused, where db:dump brings it: %s', async (first) => {
    world.server.prepare({ relationships: world.relationships(), first })
    const error = await failureOf(world.backUp('cloud-dump', here))
    expect([error.code, error.message, error.next]).toEqual([
      'backup-unproven',
      expect.stringMatching(/header: the first line is not one that mysqldump writes: the login prints/),
      expect.stringMatching(/Remove what the login prints/)
    ])
  })
})
