import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseManifest } from '../../../../src/steps/backup/manifest/manifest.js'
import { createRunCommand } from '../../../../src/tools/process/run-command.js'
import { failureOf, password, sha256, startBackupWorld, type BackupWorld } from '../../../helpers/backup-world.js'

const run = createRunCommand()
let world: BackupWorld

beforeAll(async () => {
  world = await startBackupWorld()
})
afterAll(() => world.stop())

describe('a backup that is proven', () => {
  test.each([
    ['cloud-dump', 'auto'],
    ['ssh-dump', 'remote'],
    ['ssh-dump', 'runner'],
    ['ssh-dump', 'both']
  ] as const)('%s to %s can be restored and is equal', async (strategy, to) => {
    world.server.prepare({ relationships: world.relationships() })
    const backup = await world.backUp(strategy, {
      to,
      directory: world.at(`good-${strategy}-${to}`),
      rehearsal: 'auto'
    })
    const manifest = parseManifest(readFileSync(backup.manifest ?? '', 'utf8'), '')
    const state = to === 'remote' ? 'proven-without-rehearsal' : 'proven'
    expect(backup.proofs.filter(({ passed }) => !passed)).toEqual([])
    expect(backup).toMatchObject({ strategy, state, tables: 13, sha256: sha256(backup.location ?? '') })
    expect(backup.problems.map(({ id }) => id)).toEqual(strategy === 'cloud-dump' ? ['backup-password-shown'] : [])
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
    await world.database.query('DROP DATABASE IF EXISTS restored; CREATE DATABASE restored')
    const { exitCode } = await run(['sh', '-c', `gzip -dc '${backup.location ?? ''}' | ${world.admin} restored`], {
      env: { PATH: process.env['PATH'] ?? '' }
    })
    expect(exitCode).toBe(0)
    const sums = async (schema: string): Promise<string> =>
      (
        await world.database.query(
          'CHECKSUM TABLE sales_order, sales_order_item, customer_entity, core_config_data',
          schema
        )
      ).replaceAll(`${schema}.`, '')
    expect(await sums('restored')).toBe(await sums('main'))
    if (to !== 'runner' && to !== 'auto') rmSync(dirname(backup.location ?? ''), { recursive: true })
  })

  test('auto takes ssh-dump for dedicated nodes, and leaves it there', async () => {
    world.server.prepare({ relationships: world.relationships() })
    const backup = await world.backUp('auto', { dedicated: true })
    expect(backup).toMatchObject({ strategy: 'ssh-dump', downloadedTo: null })
    expect(backup.location).toMatch(/^\/tmp\/magento-cloud-upgrade-\w+\/main-\d{8}T\d{6}Z\.sql\.gz$/)
    expect(backup.manifest).toBe(join(dirname(backup.location ?? ''), 'manifest.json'))
    rmSync(dirname(backup.location ?? ''), { recursive: true })
  })

  test('a split database is dumped whole, and what keeps no snapshot is named', async () => {
    const split = world.relationships()
    for (const name of ['quote', 'sales']) {
      await world.database.createSchema({ name, user: `${name}_user`, password, rows: 10, modules: [] })
      // Tables that every shop has are only in the main one.
      await world.database.query(`DROP TABLE ${name}.setup_module, ${name}.core_config_data, ${name}.store`)
    }
    const others = Object.fromEntries(
      ['quote', 'sales'].map((name) => [
        `database-${name}`,
        world.relationships(name, { username: `${name}_user` })['database']
      ])
    )
    world.server.prepare({ relationships: { ...split, ...others, search: [{ scheme: 'http', host: 'x' }] } })
    await world.database.query('CREATE TABLE main.old_counter (a INT) ENGINE=MyISAM')
    const backup = await world.backUp('ssh-dump', { to: 'runner', directory: world.at('split'), rehearsal: 'auto' })
    await world.database.query('DROP TABLE main.old_counter')
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
    world.server.prepare({ relationships: world.relationships() })
    const identity = await generateIdentity()
    const recipients = [await identityToRecipient(identity)]
    const backup = await world.backUp('ssh-dump', {
      to: 'runner',
      directory: world.at('secret'),
      recipients,
      rehearsal: 'auto'
    })
    expect(backup).toMatchObject({ state: 'proven-without-rehearsal' })
    expect(backup.location).toMatch(/database\.sql\.gz\.age$/)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    const compressed = Buffer.from(await decrypter.decrypt(readFileSync(backup.location ?? '')))
    expect(createHash('sha256').update(compressed).digest('hex')).toBe(backup.sha256)
    expect(gunzipSync(compressed).toString()).toContain('-- Dump completed')
  })

  test('a dump that cannot be restored is none', async () => {
    world.server.prepare({ relationships: world.relationships() })
    // A second row with the same key: every check of the stream passes, only loading shows it.
    const again = "INSERT INTO `store` VALUES (0,'x',0,'x');"
    const twice = `"$real" "$@" | sed "s/^-- Dump completed/${again.replaceAll('`', '\\`')}\\n&/"`
    world.server.prepare({ relationships: world.relationships(), programs: { 'mariadb-dump': twice } })
    const error = await failureOf(
      world.backUp('ssh-dump', { to: 'runner', directory: world.at('broken'), rehearsal: 'require' })
    )
    expect([error.code, error.message]).toEqual([
      'backup-unproven',
      expect.stringMatching(/could not be restored.*ERROR/)
    ])
    expect(readdirSync(world.at('broken'))).toEqual([])
    expect(error.message).not.toMatch(/Admin/)
  })

  test('a rehearsal that is required but cannot be made stops the run', async () => {
    world.server.prepare({ relationships: world.relationships() })
    const error = await failureOf(world.backUp('ssh-dump', { to: 'remote', rehearsal: 'require' }))
    expect([error.code, error.next]).toEqual(['bad-input', expect.stringMatching(/backup-to: runner/)])
    expect(world.remoteFolders()).toEqual([])
  })
})

test.each(['runner', 'remote'] as const)('a database that shrank is warned of: a backup on the %s', async (to) => {
  const asked = { to, directory: world.at('sizes') }
  await world.database.query("CREATE TABLE main.big AS SELECT REPEAT('x', 1000) AS a FROM seq_1_to_3000", 'main')
  await world.backUp('ssh-dump', asked)
  await world.database.query('DROP TABLE main.big')
  const { problems } = await world.backUp('ssh-dump', asked)
  expect(problems.map(({ id }) => id)).toContain('backup-size')
})

test.each(['remote', 'both'] as const)('a dump without its manifest does not stay (%s)', async (to) => {
  const before = world.remoteFolders()
  const broken = 'case "$1" in -d) exit 1 ;; esac\nexec "$real" "$@"'
  world.server.prepare({ relationships: world.relationships(), programs: { base64: broken } })
  const error = await failureOf(world.backUp('ssh-dump', { to, directory: world.at('unwritten') }))
  expect([error.code, error.message]).toEqual(['backup-failed', expect.stringContaining('manifest.json')])
  world.server.prepare({ relationships: world.relationships() })
  expect(world.remoteFolders()).toEqual(before)
})
