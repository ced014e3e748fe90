import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { findProgram } from '../../../sandbox/services/find-program.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { createBesideDump } from '../../../src/tools/dump/beside-dump.js'
import { newTable, oldTable } from '../../../src/tools/dump/restore-marker.js'
import { createSqlScan } from '../../../src/tools/dump/sql-scan.js'
import { shadowTable } from '../../../src/tools/dump/sql-scan/shadow-table.js'
import { shapes, type Shape } from '../../helpers/dump-shapes.js'

const folder = mkdtempSync(join(tmpdir(), 'beside-test-'))
const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8' }
let database: Database

beforeAll(async () => {
  database = await startDatabase({ directory: folder })
  await database.query('CREATE DATABASE other; CREATE TABLE other.p (id INT PRIMARY KEY) ENGINE=InnoDB')
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true })
})

const query = (sql: string): Promise<string> => database.query(`SET NAMES utf8mb4; ${sql}`, 'shape')
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

/** Tables with their keys and checksums, views and programs. */
async function contents(names: readonly string[], views: readonly string[]): Promise<string> {
  const shown = [...names, ...views].map((name) => `SHOW CREATE TABLE ${quoted(name)}`).sort()
  const programs = `SELECT TRIGGER_NAME, ACTION_STATEMENT, SQL_MODE FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shape' ORDER BY 1, 2;
    SELECT ROUTINE_NAME, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shape' ORDER BY 1;
    SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'shape' ORDER BY 1; SHOW TABLES`
  return query([...shown, ...names.map((name) => `CHECKSUM TABLE ${quoted(name)}`).sort(), programs].join('; '))
}

/** Runs SQL as the client of a restore does. */
async function load(sql: Buffer): Promise<void> {
  writeFileSync(join(folder, 'load.sql'), Buffer.concat([Buffer.from(settings), sql]))
  const client = `'${findProgram(['mariadb', 'mysql'])}' --no-defaults --socket='${database.socket}' --user=root`
  const options = '--default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G shape'
  await runProgram(['sh', '-c', `${client} ${options} <load.sql`], { cwd: folder, env })
}
const settings =
  "SET NAMES utf8mb4; SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, innodb_strict_mode = OFF;\n"

async function dump({ sql, flags = [], edit = (text) => text }: Shape): Promise<Buffer> {
  await database.query('DROP DATABASE IF EXISTS shape; CREATE DATABASE shape CHARACTER SET utf8mb4')
  await query(sql)
  const login = ['--no-defaults', `--socket=${database.socket}`, '--user=root', '--max-allowed-packet=1G']
  const rest = ['--single-transaction', '--routines', '--events', '--triggers', '--hex-blob', ...flags, 'shape']
  const argv = [findProgram(['mariadb-dump', 'mysqldump']), ...login, ...rest] as [string, ...string[]]
  return Buffer.from(edit((await runProgram(argv, { cwd: folder, env })).stdout))
}

/** What is loaded into new tables, and what comes after the swap. */
function parts(sql: Buffer, tables: readonly string[]): { readonly beside: Buffer; readonly rest: Buffer } {
  const dumped = createBesideDump(tables)
  const beside: Uint8Array[] = []
  const scan = createSqlScan((piece, part) => beside.push(dumped.beside(piece, part) ?? Buffer.alloc(0)))
  scan.add(sql)
  expect([scan.end().refused]).toEqual([null])
  return { beside: Buffer.concat(beside), rest: Buffer.from(dumped.rest()) }
}

// Those that a restore never loads into new tables, one without a table, and a large one.
const elsewhere = /sequence|versioning|32 MB|definer is gone|mysqldump 8|views of another/
const few =
  /^(?:foreign keys|a foreign key to|partitions|default expr|a trigger$|two triggers|only views|an event|generated columns$)/
const tried = shapes.filter(
  ({ name }) => !elsewhere.test(name) && (process.env['MASS'] !== undefined || few.test(name))
)

test.each(tried.map((shape) => [shape.name, shape] as const))('%s: the same after a swap', async (_name, shape) => {
  const sql = await dump(shape)
  const scan = createSqlScan()
  scan.add(sql)
  const { objects, views } = scan.end().scan
  const tables = [...objects].filter((name) => !views.has(name))
  const before = await contents(tables, [...views])
  const { beside, rest } = parts(sql, tables)
  await load(beside)
  expect(
    await query(
      `SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shape' AND EVENT_OBJECT_TABLE LIKE 'magento%'`
    )
  ).toBe('0\n')
  const renames = tables.map(
    (name, at) => `${quoted(name)} TO ${oldTable(at + 1)}, ${newTable(at + 1)} TO ${quoted(name)}`
  )
  const drops = tables.map((_table, at) => `DROP TABLE ${oldTable(at + 1)}`)
  await load(Buffer.from([`RENAME TABLE ${renames.join(', ')}`, ...drops, ''].join(';\n')))
  const events = await query(
    "SELECT CONCAT('DROP EVENT ', EVENT_NAME, ';') FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'shape'"
  )
  const routines = await query(
    "SELECT CONCAT('DROP ', ROUTINE_TYPE, ' ', ROUTINE_NAME, ';') FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shape'"
  )
  await load(
    Buffer.concat([
      Buffer.from([events, routines, ...[...views].map((name) => `DROP VIEW ${quoted(name)};`)].join('\n')),
      rest
    ])
  )
  expect(await contents(tables, [...views])).toBe(before)
})

test('a name that looks like a foreign key stays a name', () => {
  const odd =
    'CREATE TABLE `t` (\n  `a,\n  CONSTRAINT ``x`` FOREIGN KEY (a); DROP TABLE y` int(11),\n  CONSTRAINT `k` FOREIGN KEY (`a`) REFERENCES `p` (`a`) ON DELETE CASCADE\n) ENGINE=InnoDB'
  expect(shadowTable(odd, 'n')).toEqual({
    create: 'CREATE TABLE `n` (`a,\n  CONSTRAINT ``x`` FOREIGN KEY (a); DROP TABLE y` int(11)) ENGINE=InnoDB',
    addForeignKeys: 'ALTER TABLE `t` ADD CONSTRAINT `k` FOREIGN KEY (`a`) REFERENCES `p` (`a`) ON DELETE CASCADE'
  })
})

test('a sequence is refused, and so are rows of a table that the dump does not create', () => {
  const scan = (sql: string, tables: readonly string[]): unknown => {
    const dumped = createBesideDump(tables)
    const reader = createSqlScan((piece, part) => dumped.beside(piece, part))
    reader.add(Buffer.from(sql))
    return reader.end().refused
  }
  expect(scan('CREATE SEQUENCE `s` START WITH 1;\n', [])).toMatch(/sequence/)
  expect(scan('INSERT INTO `t` VALUES (1);\n', [])).toMatch(/does not create/)
})
