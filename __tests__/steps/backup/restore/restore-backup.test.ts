import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { checkBackup } from '../../../../src/steps/backup/manifest/check-backup.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { files } from '../../../../src/tools/files.js'
import { failureOf } from '../../../helpers/backup-world.js'
import { definer, startRestoreWorld, type RestoreWorld } from '../../../helpers/restore-world.js'

jest.setTimeout(60_000)

let shop: RestoreWorld
beforeAll(async () => {
  shop = await startRestoreWorld()
}, 120_000)
afterAll(() => shop.world.stop(), 60_000)
beforeEach(() => shop.reset())

const sql: RestoreWorld['sql'] = (text) => shop.sql(text)
const contents = (): Promise<string> => shop.contents()

test('a good restore brings everything back, keeps what was there as a backup, and leaves nothing else', async () => {
  const old = await contents()
  await sql(`UPDATE store SET name = 'new'; CREATE TABLE newer (a INT); CREATE ${definer} PROCEDURE later() DO 1; DROP PROCEDURE tidy;
    CREATE ${definer} FUNCTION later() RETURNS INT DETERMINISTIC RETURN 1; CREATE EVENT later ON SCHEDULE EVERY 1 DAY DISABLE DO DO 1`)
  const changed = await contents()
  expect(await shop.restore(shop.folder)).toEqual([])
  expect(await contents()).toBe(old)
  expect(await shop.notes()).toEqual([])
  const [wayBack = ''] = shop.backups().filter((name) => !shop.folder.endsWith(name))
  await shop.restore(shop.world.at(`backups/${wayBack}`))
  expect(await contents()).toBe(changed)
})

test('tables that the backup left out stay as they are, and are named', async () => {
  const without = await shop.backUp({ exclude: ['log', 'gone'] })
  await sql("UPDATE store SET name = 'new'; UPDATE log SET text = 'kept'")
  const warnings = await shop.restore(without)
  expect(await sql('SELECT text FROM log; SELECT DISTINCT name FROM store')).toBe('kept\nold\n')
  expect(warnings.map(({ id, message }) => [id, message])).toEqual([
    ['restore-kept', expect.stringMatching(/^log in database/)],
    ['restore-incomplete', expect.stringMatching(/^gone in database/)]
  ])
})

test('a table that was made while innodb_strict_mode was off is restored', async () => {
  const columns = Array.from({ length: 80 }, (_, index) => `c${index} VARCHAR(150)`).join(', ')
  await sql(`SET innodb_strict_mode = OFF; CREATE TABLE wide (${columns}) ENGINE=InnoDB ROW_FORMAT=COMPACT`)
  const wide = await shop.backUp()
  const old = await contents()
  await shop.restore(wide)
  expect(await contents()).toBe(old)
})

test('the default collation of the database comes back, and definers and GTIDs of another server do not matter', async () => {
  const foreign = await shop.edited((text) =>
    text
      .replaceAll(/DEFINER=`[^`]*`@`[^`]*`/g, 'DEFINER=`gone`@`%`')
      .replace(
        '\n--\n-- Table',
        () => "\nSET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5';\n\n--\n-- Table"
      )
  )
  expect(gunzipSync(readFileSync(join(foreign, 'database.sql.gz'))).toString()).toMatch(/`gone`@`%`[^]*|GTID_PURGED/)
  await sql('ALTER DATABASE CHARACTER SET latin1')
  await shop.restore(foreign)
  expect(
    await sql(
      "SELECT @@collation_database; SELECT DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop'"
    )
  ).toBe('utf8mb4_general_ci\nshop@127.0.0.1\n')
})

test('what a way of dumping leaves out stays, and is named', async () => {
  const without = await shop.edited((text) => text, { missingPrograms: ['procedure later'] })
  await sql(`CREATE ${definer} PROCEDURE later() DO 1`)
  expect(await shop.restore(without)).toMatchObject([
    { id: 'restore-programs-kept', message: expect.stringMatching(/^procedure later in/) }
  ])
  expect(await sql("SHOW PROCEDURE STATUS WHERE Name = 'later'")).not.toBe('')
})

describe('everything that can fail is found before the first DROP', () => {
  const refused = async (from: string, says: RegExp): Promise<void> => {
    const before = await contents()
    const error = await failureOf(shop.restore(from))
    expect([error.code, error.message, error.unchanged]).toEqual([
      'preflight-failed',
      expect.stringMatching(says),
      expect.stringMatching(/nothing was dropped/)
    ])
    expect(await contents()).toBe(before)
    expect([shop.backups().length, await shop.notes()]).toEqual([from === shop.folder ? 1 : 2, []])
  }

  test('rights that are missing, all at once', async () => {
    await shop.world.database.query(
      "REVOKE LOCK TABLES, CREATE VIEW, TRIGGER, CREATE ROUTINE, EVENT ON shop.* FROM shop@'127.0.0.1'"
    )
    await refused(
      shop.folder,
      /LOCK of a table: ERROR 1044.*a view: ERROR 1142.*a trigger: ERROR 1142.*a procedure: ERROR 1044.*an event: ERROR 1044/
    )
  })

  test('the right to drop, without which nothing else is tried', async () => {
    await shop.world.database.query("REVOKE DROP ON shop.* FROM shop@'127.0.0.1'")
    await refused(shop.folder, /refuses DROP of a table: ERROR 1142/)
  })

  test('a row that is longer than the packet of the server', async () => {
    await sql("ALTER TABLE log MODIFY text LONGTEXT; INSERT INTO log VALUES (2, 1, REPEAT('x', 3000000))")
    const large = await shop.backUp()
    await shop.world.database.query('SET GLOBAL max_allowed_packet = 2097152')
    await refused(large, /statement of 30\d{5} bytes, rows of log, and the server takes 2097152/)
    await shop.world.database.query('SET GLOBAL max_allowed_packet = 67108864')
  })

  test('tables that the server does not know how to make, all at once', async () => {
    const foreign = await shop.edited((text) =>
      text
        .replace(/ENGINE=InnoDB [^;]*;/, 'ENGINE=InnoDB DEFAULT CHARSET=gb18030;')
        .replace(/(CREATE TABLE `store` [^;]*COLLATE=)\w+;/, '$1utf8mb4_0900_ai_ci;')
    )
    await refused(foreign, /the table core_config_data: ERROR 1115.*the table store: ERROR 1273/)
  })

  test('too little disk where the database runs on the same machine', async () => {
    const large = await shop.edited((text) =>
      text.replace('-- Dump completed', () => `-- ${' '.repeat(4_000_000)}\n-- Dump completed`)
    )
    shop.prepare({ df: 'printf "h\\nd 1 1 8 1 /\\n"' })
    await refused(large, /has 0 MB free/)
  })

  test('a dump of a database in which a restore had not ended', async () => {
    const half = await shop.edited((text) => text.replaceAll('`log`', '`magento_cloud_upgrade_restore`'))
    await refused(half, /made in the middle of a restore/)
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
