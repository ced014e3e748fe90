import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync } from 'node:fs'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { parseManifest } from '../../../src/steps/backup/manifest/manifest.js'
import { password, startBackupWorld, type BackupWorld } from '../../helpers/backup-world.js'

let world: BackupWorld
let replica: Database
beforeAll(async () => {
  world = await startBackupWorld(50, ['--log-bin', '--server-id=1'])
  const directory = world.at('second')
  mkdirSync(directory)
  replica = await startDatabase({ directory, settings: ['--server-id=2'] })
  await world.database.query(
    "CREATE USER copier@'127.0.0.1' IDENTIFIED BY 'x'; GRANT REPLICATION SLAVE ON *.* TO copier@'127.0.0.1'"
  )
  await replica.query(
    `CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=${world.database.port}, MASTER_USER='copier', MASTER_PASSWORD='x', MASTER_USE_GTID=slave_pos; START SLAVE`
  )
  const slave = { host: '127.0.0.1', port: replica.port, scheme: 'mysql', username: 'shop', password, path: 'main' }
  const relationships = { ...world.relationships(), 'database-slave': [{ ...slave, query: { is_master: false } }] }
  world.server.prepare({ relationships, first: 'export replica_seconds=1' })
})
afterAll(async () => {
  await replica.stop()
  await world.stop()
})

async function source(): Promise<{ readonly from: string | undefined; readonly marked: boolean }> {
  const backup = await world.backUp('ssh-dump', { to: 'runner', rehearsal: 'off' })
  const { dumps } = parseManifest(readFileSync(backup.manifest ?? '', 'utf8'), '')
  return { from: dumps[0]?.source, marked: dumps[0]?.tables.includes('marker') === true }
}

test('a replica is waited for and read, and left alone where it stays behind', async () => {
  await world.database.query('CREATE TABLE main.marker (a INT)')
  await replica.query('SELECT MASTER_GTID_WAIT(@@gtid_slave_pos, 20)')
  expect(await source()).toEqual({ from: 'replica', marked: true })
  await replica.query('STOP SLAVE SQL_THREAD')
  await world.database.query('DROP TABLE main.marker')
  expect(await source()).toEqual({ from: 'primary', marked: false })
})
