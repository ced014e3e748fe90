import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBackup } from '../../src/steps/backup/manifest/check-backup.js'
import { restoreBackup } from '../../src/steps/backup/restore/restore-backup.js'
import { dumpFiles } from '../../src/tools/dump/dump-file.js'
import { files } from '../../src/tools/files.js'
import { failureOf } from '../helpers/backup-world.js'
import { startRestoreWorld, type RestoreWorld } from '../helpers/restore-world.js'

let shop: RestoreWorld
beforeAll(async () => {
  shop = await startRestoreWorld()
})
afterAll(() => shop.world.stop())
beforeEach(() => shop.reset())

const restore = async (folder: string, identity: string | null): Promise<unknown> =>
  restoreBackup(
    shop.world.restoring(),
    await checkBackup({ files, dumpFiles }, folder, identity),
    shop.world.target({ identity })
  )

test('an encrypted backup comes back with its identity alone, and so does its way back', async () => {
  const identity = await generateIdentity()
  const backup = await shop.contents()
  const folder = await shop.backUp({ recipients: [await identityToRecipient(identity)] })
  await shop.sql("UPDATE store SET name = 'new'")
  const before = await shop.contents()
  expect((await failureOf(restore(folder, null))).message).toMatch(/is encrypted/)
  expect(await shop.contents()).toBe(before)
  expect(await restore(folder, identity)).toEqual([])
  expect(await shop.contents()).toBe(backup)
  const wayBack = shop.backups().find((name) => !folder.endsWith(name) && !shop.folder.endsWith(name)) ?? ''
  const path = shop.world.at(join('backups', wayBack))
  expect(readFileSync(join(path, 'manifest.json'), 'utf8')).toContain('"encryption": "age"')
  await restore(path, identity)
  expect(await shop.contents()).toBe(before)
})

test('every database of a split one comes back, and each is said to be as it was where one fails', async () => {
  const { database } = shop.world
  await database.query(
    "DROP DATABASE IF EXISTS quotes; CREATE DATABASE quotes; GRANT ALL ON quotes.* TO shop@'127.0.0.1'; CREATE TABLE quotes.quote (id INT PRIMARY KEY, v TEXT) ENGINE=InnoDB; INSERT INTO quotes.quote VALUES (1, 'old')"
  )
  const [quote] = Object.values(shop.world.relationships('quotes'))
  const split = { ...shop.world.relationships('shop'), 'database-quote': quote ?? [] }
  shop.world.server.prepare({ relationships: split, programs: {} })
  const folder = await shop.backUp()
  const rows = (): Promise<string> => database.query('SELECT name FROM shop.store UNION ALL SELECT v FROM quotes.quote')
  const [backup, change] = [await rows(), "UPDATE shop.store SET name = 'new'; UPDATE quotes.quote SET v = 'new'"]
  await database.query(change)
  shop.world.server.prepare({ relationships: split, programs: {} })
  expect(await restore(folder, null)).toEqual([])
  expect(await rows()).toBe(backup)
  await database.query(change)
  // The second load ends early.
  const program = `case "$*" in -dc) n=$(cat '${shop.world.at('count')}' 2>/dev/null || echo 0); echo $((n + 1)) >'${shop.world.at('count')}'; if [ "$n" = 1 ]; then exit 1; fi ;; esac; exec "$real" "$@"`
  shop.world.server.prepare({ relationships: split, programs: { gzip: program } })
  const error = await failureOf(restore(folder, null))
  expect(error.message).toMatch(/database of database-quote was not changed\..*database of database was not changed\./)
  expect(await rows()).toBe('new\nnew\nnew\n')
})
