import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { findProgram } from '../../sandbox/services/find-program.js'
import { failureOf } from '../helpers/backup-world.js'
import { dropsFirst, startRestoreWorld, type RestoreWorld } from '../helpers/restore-world.js'

let shop: RestoreWorld
beforeAll(async () => {
  shop = await startRestoreWorld()
})
afterAll(() => shop.world.stop())
beforeEach(() => shop.reset())

/** A session of the shop that has run `sql` and stays. */
async function holding(sql: string): Promise<ChildProcess> {
  const { socket } = shop.world.database
  const argv = ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '--unbuffered', 'shop']
  const child = spawn(findProgram(['mariadb', 'mysql']), argv, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(`${sql}; SELECT 'held';\n`)
  await once(child.stdout, 'data')
  return child
}

test.each([
  ['LOCK TABLES', 'LOCK TABLES store READ', {}],
  ['a transaction that is open', 'START TRANSACTION; SELECT COUNT(*) FROM store', {}],
  ['LOCK TABLES, where the old data is dropped first', 'LOCK TABLES store READ', dropsFirst],
  ['a transaction, where the old data is dropped first', 'START TRANSACTION; SELECT COUNT(*) FROM store', dropsFirst]
])('a table that is held by %s is waited for, then all is as it was', async (_who, sql, programs) => {
  const backup = await shop.contents()
  await shop.sql("UPDATE store SET name = 'new'")
  const before = await shop.contents()
  shop.prepare(programs)
  const holder = await holding(sql)
  const error = await failureOf(shop.restore(shop.folder, { lockSeconds: 1 }))
  expect([error.code, error.message]).toEqual([
    'backup-failed',
    expect.stringMatching(
      /ERROR 1205 .*a session of the shop held a table.*The database of database was not changed\.$/
    )
  ])
  expect(error.next).toContain('There is nothing to go back from.')
  expect([await shop.contents(), await shop.notes()]).toEqual([before, []])
  holder.stdin?.end()
  await once(holder, 'close')
  await shop.restore(shop.folder, { lockSeconds: 60 })
  expect(await shop.contents()).toBe(backup)
})
