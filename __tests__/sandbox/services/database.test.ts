import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { findProgram } from '../../../sandbox/services/find-program.js'
import { isListening } from '../../../sandbox/services/free-port.js'

let directory = ''
let database: Database

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'database-test-'))
  database = await startDatabase({ directory })
  const modules = [{ name: 'Magento_Store', version: '100.4.7' }]
  const password = `it's "a" pass\\word`
  await database.createSchema({ name: 'main', user: 'shop', password, rows: 500, modules })
})

afterAll(async () => {
  await database.stop()
  expect(await isListening(database.port)).toBe(false)
  await rm(directory, { recursive: true, force: true })
})

test('holds the tables of a shop, a view and a trigger', async () => {
  const counts = await database.query(
    'SELECT (SELECT COUNT(*) FROM main.sales_order), (SELECT COUNT(*) FROM main.sales_order_item), (SELECT COUNT(*) FROM main.setup_module)'
  )
  expect(counts).toBe('500\t500\t1\n')
  const engines = await database.query(
    "SELECT DISTINCT ENGINE FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'main' AND TABLE_TYPE = 'BASE TABLE'"
  )
  expect(engines).toBe('InnoDB\n')
  expect(await database.query('SELECT COUNT(*) FROM main.inventory_stock_1')).toBe('500\n')
})

async function dump(...options: string[]): Promise<string> {
  const login = join(directory, 'login.cnf')
  const lines = [
    '[client]',
    'host=127.0.0.1',
    `port=${database.port}`,
    'user=shop',
    `password="it's \\"a\\" pass\\\\word"`
  ]
  await writeFile(login, lines.join('\n'), { mode: 0o600 })
  const program = findProgram(['mariadb-dump', 'mysqldump'])
  const call = [`--defaults-file=${login}`, '--single-transaction', ...options, 'main']
  const { stdout } = await runProgram([program, ...call], { cwd: directory, env: { LC_ALL: 'C' } })
  return stdout
}

test('lets its user, who has no rights beyond the schema, dump over TCP', async () => {
  const text = await dump('--no-tablespaces', '--triggers')
  expect(text.trimEnd().split('\n').at(-1)).toMatch(/^-- Dump completed/)
  expect(text).toContain('sales_order_insert')
  const rights = "SELECT DISTINCT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE LIKE '%shop%'"
  expect(await database.query(rights)).toBe('USAGE\n')
})
