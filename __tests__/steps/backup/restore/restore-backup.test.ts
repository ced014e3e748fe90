import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { checkBackup } from '../../../../src/steps/backup/manifest/check-backup.js'
import { mark } from '../../../../src/steps/backup/restore/marker-sql.js'
import { writeRestoreNote } from '../../../../src/steps/backup/restore/restore-note.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { files } from '../../../../src/tools/files.js'
import type { RunCommand } from '../../../../src/tools/process/command.js'
import { createRunCommand } from '../../../../src/tools/process/run-command.js'
import { failureOf } from '../../../helpers/backup-world.js'
import { definer, dropsFirst, startRestoreWorld, type RestoreWorld } from '../../../helpers/restore-world.js'

let shop: RestoreWorld
beforeAll(async () => {
  shop = await startRestoreWorld()
})
afterAll(() => shop.world.stop())
beforeEach(async () => {
  await shop.reset()
  shop.world.logged.length = 0
})

const sql: RestoreWorld['sql'] = (text) => shop.sql(text)
const contents = (): Promise<string> => shop.contents()

const ways = (): string[] => shop.world.logged.filter((line) => / next to | first, /.test(line))

test('a good restore beside brings everything back, keeps what was there as a backup, and leaves nothing else', async () => {
  const old = await contents()
  await sql(`UPDATE store SET name = 'new'; CREATE TABLE newer (a INT); CREATE ${definer} PROCEDURE later() DO 1; DROP PROCEDURE tidy;
    CREATE ${definer} FUNCTION later() RETURNS INT DETERMINISTIC RETURN 1; CREATE EVENT later ON SCHEDULE EVERY 1 DAY DISABLE DO DO 1;
    CREATE TABLE child (a INT, CONSTRAINT far FOREIGN KEY (a) REFERENCES store (id)); CREATE VIEW news AS SELECT a FROM newer;
    ALTER DATABASE CHARACTER SET latin1`)
  const changed = await contents()
  expect(await shop.restore(shop.folder)).toEqual([])
  expect([await contents(), await shop.notes(), ways()]).toEqual([old, [], [expect.stringMatching(/next to the old/)]])
  const [wayBack = ''] = shop.backups().filter((name) => !shop.folder.endsWith(name))
  await shop.restore(shop.world.at(`backups/${wayBack}`), { wayBack: false })
  expect(await contents()).toBe(changed)
})

test('tables that the backup left out stay as they are, and are named', async () => {
  const without = await shop.backUp({ exclude: ['log', 'gone'] })
  await sql("UPDATE store SET name = 'new'; UPDATE log SET text = 'kept'")
  const warnings = await shop.restore(without)
  expect(ways().at(-1)).toMatch(/dropped first, because a table that stays \(log\) has a foreign key to it\.$/)
  expect(await sql('SELECT text FROM log; SELECT DISTINCT name FROM store')).toBe('kept\nold\n')
  expect(warnings.map(({ id, message }) => [id, message])).toEqual([
    ['restore-kept', expect.stringMatching(/^log in database/)],
    ['restore-incomplete', expect.stringMatching(/^gone in database/)]
  ])
})

test('definers and GTIDs of another server do not matter, and what a way of dumping leaves out stays and is named', async () => {
  const foreign = await shop.edited(
    (text) =>
      text
        .replaceAll(/DEFINER=`[^`]*`@`[^`]*`/g, 'DEFINER=`gone`@`%`')
        .replace(
          '\n--\n-- Table',
          () => "\nSET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5';\n\n--\n-- Table"
        ),
    { missingPrograms: ['procedure later'] }
  )
  expect(gunzipSync(readFileSync(join(foreign, 'database.sql.gz'))).toString()).toMatch(/`gone`@`%`[^]*|GTID_PURGED/)
  await sql(`ALTER DATABASE CHARACTER SET latin1; CREATE ${definer} PROCEDURE later() DO 1`)
  shop.prepare(dropsFirst)
  expect(await shop.restore(foreign, { wayBack: false })).toMatchObject([
    { id: 'restore-programs-kept', message: expect.stringMatching(/^procedure later in/) }
  ])
  expect(ways().at(-1)).toMatch(/dropped first, because the free disk space of the database is not known\.$/)
  const definers = "SELECT DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop'"
  expect(await sql(`SELECT @@collation_database; ${definers}`)).toBe('utf8mb4_general_ci\nshop@127.0.0.1\n')
  expect(await sql("SHOW PROCEDURE STATUS WHERE Name = 'later'")).not.toBe('')
})

describe('until the swap the database is as it was', () => {
  const cut = `case "$*" in -dc) "$real" -dc | head -c 3000; exit 1 ;; *) exec "$real" "$@" ;; esac`

  test('where the load beside fails, and nothing of it stays', async () => {
    const before = await contents()
    shop.prepare({ gzip: cut })
    const error = await failureOf(shop.restore(shop.folder, { wayBack: false }))
    expect([error.code, error.message, error.next]).toEqual([
      'backup-failed',
      expect.stringMatching(/The database of database was not changed\.$/),
      expect.stringMatching(/To finish: .*\nThere is nothing to go back from\.$/)
    ])
    expect([await contents(), await shop.notes()]).toEqual([before, []])
  })

  test('where it is stopped right before the load begins, and the error says so', async () => {
    const stop = new AbortController()
    const real = createRunCommand(stop.signal)
    const run: RunCommand = (...call) => {
      if (ways().length > 0) stop.abort('SIGINT')
      return real(...call)
    }
    const error = await failureOf(shop.restore(shop.folder, { wayBack: false }, { signal: stop.signal, run }))
    expect([error.code, error.message, await shop.notes()]).toEqual([
      'interrupted',
      'The restore was stopped. The database of database was not changed.',
      []
    ])
  })

  test('where it was killed, and the way back only removes what it left, but for rows that came since', async () => {
    const id = '8b73efff-e1b0-49a6-9d73-509642c9cbd9'
    const wayBack = await shop.backUp()
    const [folder = '', back = ''] = [shop.folder, wayBack].map((path) => path.split('/').at(-1))
    const { project, environment, application, flags } = shop.world.target()
    const note = { schemaVersion: 1 as const, id, project, environment, application, flags: [...flags] }
    const startedAt = new Date().toISOString()
    const parts = { ...note, backup: folder, wayBack: back, startedAt }
    await writeRestoreNote({ files, dumpFiles }, shop.world.at('backups'), parts)
    await sql("INSERT INTO store VALUES (3, 'since')")
    const before = await contents()
    await sql([...mark(id, 'beside'), 'CREATE TABLE magento_cloud_upgrade_new_1 (a INT)'].join('; '))
    expect((await failureOf(shop.backUp())).message).toMatch(
      /a restore .* not ended .* tables of the shop have not changed/
    )
    expect(await shop.restore(wayBack)).toEqual([])
    expect([await contents(), await shop.notes()]).toEqual([before, []])
  })
})

describe('everything that can fail is found before the first DROP', () => {
  const refused = async (from: string, says: RegExp): Promise<void> => {
    const [before, backups] = [await contents(), shop.backups().length]
    const error = await failureOf(shop.restore(from))
    expect([error.code, error.message]).toEqual(['preflight-failed', expect.stringMatching(says)])
    expect(shop.world.effects().filter(({ state }) => state !== 'undone')).toEqual([])
    expect(await contents()).toBe(before)
    expect([shop.backups().length, await shop.notes()]).toEqual([backups, []])
  }

  test('rights, packets, tables that the server does not know and disk, all at once', async () => {
    await sql("ALTER TABLE log MODIFY text LONGTEXT; INSERT INTO log VALUES (2, 1, REPEAT('x', 3000000))")
    const large = await shop.backUp()
    const foreign = await shop.edited(
      (text) =>
        text
          .replace(/ENGINE=InnoDB [^;]*;/, 'ENGINE=InnoDB DEFAULT CHARSET=gb18030;')
          .replace(/(CREATE TABLE `store` [^;]*COLLATE=)\w+;/, '$1utf8mb4_0900_ai_ci;'),
      {},
      large
    )
    shop.prepare({ df: 'printf "h\\nd 1 1 8 1 /\\n"' })
    await shop.world.database.query(
      "SET GLOBAL max_allowed_packet = 2097152; REVOKE LOCK TABLES, CREATE VIEW, TRIGGER, CREATE ROUTINE, EVENT ON shop.* FROM shop@'127.0.0.1'; UPDATE shop.log SET text = '' WHERE id = 2"
    )
    await refused(
      foreign,
      /statement of 30\d{5} bytes, rows of log, but the server accepts at most 2097152.*has 0 MB free.*LOCK of a table: ERROR 1044.*a view: ERROR 1142.*a trigger: ERROR 1142.*a procedure: ERROR 1044.*an event: ERROR 1044.*the table core_config_data: ERROR 1115.*the table store: ERROR 1273/
    )
    await shop.world.database.query('SET GLOBAL max_allowed_packet = 67108864')
  })

  test('the right to drop, without which nothing else is tried', async () => {
    await shop.world.database.query("REVOKE DROP ON shop.* FROM shop@'127.0.0.1'")
    await refused(shop.folder, /refuses DROP of a table: ERROR 1142/)
  })

  test('a dump of a database in which a restore had not ended', async () => {
    const half = await shop.edited((text) => text.replaceAll('`log`', '`magento_cloud_upgrade_restore`'))
    await refused(half, /made during a restore/)
  })

  test('a shop whose present database cannot be backed up, unless that was given up', async () => {
    await sql('DROP TABLE log, store')
    const error = await failureOf(shop.restore(shop.folder))
    expect([error.code, error.next]).toEqual(['backup-failed', expect.stringMatching(/--no-way-back/)])
    await shop.restore(shop.folder, { wayBack: false })
    expect([shop.backups().length, await sql('SELECT COUNT(*) FROM store')]).toEqual([1, '2\n'])
  })
})

test('backup verify refuses what no dump program writes, although all else fits its manifest', async () => {
  const hostile = await shop.edited((text) =>
    text.replace('-- Dump completed', () => "UPDATE `store` SET name = 'x';\n-- Dump completed")
  )
  const error = await failureOf(checkBackup({ files, dumpFiles }, hostile, null))
  expect([error.code, error.message]).toEqual([
    'backup-unproven',
    expect.stringMatching(/database\.sql\.gz cannot be trusted: line \d+: UPDATE, which no dump program writes\.$/)
  ])
})
