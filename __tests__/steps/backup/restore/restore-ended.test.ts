import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { listBackups, pruneBackups } from '../../../../src/commands/backups.js'
import { checkBackup } from '../../../../src/steps/backup/manifest/check-backup.js'
import { restoreBackup } from '../../../../src/steps/backup/restore/restore-backup.js'
import { dumpFiles, type DumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { files } from '../../../../src/tools/files.js'
import { createRunCommand } from '../../../../src/tools/process/run-command.js'
import { until } from '../../../helpers/until.js'
import { canary, failureOf } from '../../../helpers/backup-world.js'
import { dropsFirst, startRestoreWorld, type RestoreWorld } from '../../../helpers/restore-world.js'

let shop: RestoreWorld
beforeAll(async () => {
  shop = await startRestoreWorld()
})
afterAll(() => shop.world.stop())
beforeEach(() => shop.reset())

const sql: RestoreWorld['sql'] = (text) => shop.sql(text)
const contents = (): Promise<string> => shop.contents()

// What was there is dropped first. Gives on a part of the dump, and ends when the connection does, or at once.
const part = (length: number, then: string): Record<string, string> => ({
  ...dropsFirst,
  gzip: `case "$*" in -dc) "$real" -dc | head -c ${length}; : >'${shop.world.at('midway')}'; ${then} ;; *) exec "$real" "$@" ;; esac`
})
const changed = "UPDATE store SET name = 'new'; DROP EVENT nightly; CREATE TABLE newer (a INT)"
/** The shop.folder that a printed command restores. */
const folderIn = (command: string | null): string => /backup restore (\S+) --project/.exec(command ?? '')?.[1] ?? ''

test('says exactly what the database holds, and the commands that finish and go back do so', async () => {
  const backup = await contents()
  await sql(changed)
  const before = await contents()
  shop.prepare(part(2500, 'exit 1'))
  const error = await failureOf(shop.restore(shop.folder))
  expect([error.code, error.message]).toEqual([
    'backup-failed',
    expect.stringMatching(
      /load ended early.* has (\d) of the 6 tables and views of the backup, the last of them perhaps without all of its rows, and nothing of its previous content/
    )
  ])
  const [note] = await shop.notes()
  expect(error.next).toContain(note?.finish)
  expect(error.next).toContain(note?.goBack)
  // Both are kept and named until then.
  const pruned = await pruneBackups({ directory: shop.world.at('backups'), keep: 0, days: null, dryRun: false })
  expect([
    pruned.removed,
    (await listBackups({ directory: shop.world.at('backups') })).unfinishedRestores.length
  ]).toEqual([[], 1])
  // No backup is made of a part of a shop, and none of it takes the place of the way back.
  const half = await failureOf(shop.backUp())
  expect([half.code, half.message]).toEqual([
    'backup-unproven',
    expect.stringMatching(/a restore into it has not ended .* may be incomplete/)
  ])
  shop.prepare()
  await shop.restore(folderIn(note?.finish ?? ''))
  expect([await contents(), await shop.notes(), shop.backups().length]).toEqual([backup, [], 2])
  await shop.restore(folderIn(note?.goBack ?? ''))
  expect(await contents()).toBe(before)
})

test('a stop says the same, and going back from there loses nothing', async () => {
  await sql(changed)
  const before = await contents()
  shop.prepare(part(2500, 'while kill -0 "$server" 2>/dev/null; do sleep 0.1; done'))
  const stop = new AbortController()
  const run = createRunCommand(stop.signal)
  const ended = failureOf(shop.restore(shop.folder, {}, { signal: stop.signal, run }))
  await until(() => existsSync(shop.world.at('midway')))
  stop.abort('SIGINT')
  const error = await ended
  expect([error.code, error.message]).toEqual([
    'interrupted',
    expect.stringMatching(
      /^The restore was stopped\. The database of database has \d of the 6 tables and views of the backup/
    )
  ])
  shop.prepare()
  await shop.restore(folderIn((await shop.notes())[0]?.goBack ?? null))
  expect([await contents(), await shop.notes()]).toEqual([before, []])
})

test('two at once do not meet: the second one is refused', async () => {
  shop.prepare(part(2500, 'while [ ! -e "$bin/../go" ]; do sleep 0.1; done; exit 1'))
  const first = failureOf(shop.restore(shop.folder))
  await until(() => existsSync(shop.world.at('midway')))
  const second = await failureOf(shop.restore(shop.folder, { lockSeconds: 1 }))
  writeFileSync(shop.world.at('go'), '')
  expect([second.code, second.message]).toEqual(['preflight-failed', expect.stringMatching(/Another restore/)])
  await first
})

test('a dump that is exchanged after the check is refused, before anything is dropped or at its end', async () => {
  shop.prepare(dropsFirst)
  const before = await contents()
  const checked = await checkBackup({ files, dumpFiles }, await shop.edited((text) => text), null)
  const [{ path } = { path: '' }] = checked.dumps
  const good = readFileSync(path)
  const other = (statement: string): Buffer =>
    gzipSync(
      gunzipSync(good)
        .toString('latin1')
        .replace('-- Dump completed', () => `${statement}\n-- Dump completed`)
    )
  const exchanged = async (statement: string, late: boolean): Promise<string> => {
    writeFileSync(path, late ? good : other(statement))
    const tables: DumpFiles['tables'] = async function* (...given) {
      yield* dumpFiles.tables(...given)
      writeFileSync(path, other(statement))
    }
    const tools = { ...shop.world.restoring(), dumpFiles: late ? { ...dumpFiles, tables } : dumpFiles }
    const error = await failureOf(restoreBackup(tools, checked, shop.world.target()))
    return `${error.code}: ${error.message}`
  }
  // One that passes the scan and holds something else, and one that does not.
  const row = 'INSERT INTO `setup_module` VALUES (9);'
  const statement = `UPDATE \`store\` SET name = '${canary}';`
  expect(await exchanged(row, false)).toMatch(/^preflight-failed: .*no longer the one that was checked/)
  expect(await exchanged(statement, false)).toMatch(/^preflight-failed: .*line \d+: UPDATE/)
  expect(await contents()).toBe(before)
  expect(await exchanged(statement, true)).toMatch(/^backup-failed: .*line \d+: UPDATE.* has \d of the 6/)
  expect(await exchanged(row, true)).toMatch(/^backup-failed: .*no longer the one that was checked/)
  expect(await sql('SELECT state FROM magento_cloud_upgrade_restore')).toBe('emptied\n')
})
