import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { listBackups, pruneBackups } from '../../src/commands/backups.js'
import type { Backup } from '../../src/report/report.js'
import { checkBackup } from '../../src/steps/backup/manifest/check-backup.js'
import { restoreBackup, type RestoreTarget, type RestoreTools } from '../../src/steps/backup/restore/restore-backup.js'
import { dumpFiles } from '../../src/tools/dump/dump-file.js'
import { files } from '../../src/tools/files.js'
import { canary, failureOf, startBackupWorld, type BackupWorld } from '../helpers/backup-world.js'

let world: BackupWorld
let identity: string
let plain: Backup
let secret: Backup

beforeAll(async () => {
  world = await startBackupWorld(200)
  identity = await generateIdentity()
  const recipients = [await identityToRecipient(identity)]
  plain = await world.backUp('ssh-dump', { to: 'runner' })
  secret = await world.backUp('ssh-dump', { to: 'runner', recipients })
})
afterAll(() => world.stop())

const folderOf = (backup: Backup): string => dirname(backup.manifest ?? '')
const check = (path: string, key: string | null = null): ReturnType<typeof checkBackup> =>
  checkBackup({ files, dumpFiles }, path, key)
/** A copy of a backup that a test may damage. */
function copyOf(backup: Backup, name: string): string {
  const folder = world.at(name)
  cpSync(folderOf(backup), folder, { recursive: true })
  return folder
}

describe('backup verify', () => {
  test('takes a good backup, by its folder or its manifest', async () => {
    for (const path of [folderOf(plain), plain.manifest ?? ''])
      expect((await check(path)).dumps).toEqual([
        { relationship: 'database', path: plain.location, depth: 'whole', failures: [], longest: expect.anything() }
      ])
  })

  test('reads an encrypted one as deep as the identity lets it', async () => {
    expect((await check(folderOf(secret))).dumps).toMatchObject([{ depth: 'file', failures: [] }])
    expect((await check(folderOf(secret), `# a comment\n${identity}\n`)).dumps).toMatchObject([{ depth: 'whole' }])
    const stranger = await failureOf(check(folderOf(secret), await generateIdentity()))
    expect([stranger.code, stranger.message]).toEqual(['backup-unproven', expect.stringMatching(/cannot be trusted/)])
  })

  test.each([
    [
      'cut',
      (file: string) => {
        truncateSync(file, readFileSync(file).length - 1)
      }
    ],
    [
      'emptied',
      (file: string) => {
        truncateSync(file, 0)
      }
    ],
    [
      'removed',
      (file: string) => {
        rmSync(file)
      }
    ],
    [
      'longer',
      (file: string) => {
        writeFileSync(file, 'x', { flag: 'a' })
      }
    ]
  ])('refuses a dump that was %s', async (name, damage) => {
    const folder = copyOf(plain, `damaged-${name}`)
    damage(join(folder, 'database.sql.gz'))
    const error = await failureOf(check(folder))
    expect([error.code, error.message]).toEqual(['backup-unproven', expect.stringContaining('database.sql.gz')])
  })

  test('a manifest that was changed no longer fits its dump', async () => {
    const folder = copyOf(plain, 'changed')
    const file = join(folder, 'manifest.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"sales_order": \d+/, '"sales_order": 7'))
    expect((await failureOf(check(folder))).message).toMatch(/a different number of rows in sales_order/)
    writeFileSync(file, '{}')
    expect((await failureOf(check(folder))).message).toMatch(/not a manifest of a backup/)
    expect((await failureOf(check(world.at('nowhere')))).code).toBe('bad-input')
  })

  test('finds every seeded corruption', async () => {
    const folder = copyOf(plain, 'corrupted')
    const file = join(folder, 'database.sql.gz')
    const good = readFileSync(file)
    const random = seeded(Number(process.env['SEED'] ?? 7))
    for (let round = 0; round < Number(process.env['MASS'] ?? 200); round += 1) {
      writeFileSync(file, corrupt(good, random, round % 5))
      expect([round, (await failureOf(check(folder))).code]).toEqual([round, 'backup-unproven'])
    }
  }, 1_800_000)
})

describe('backup list and prune', () => {
  const days = 24 * 3600 * 1000
  /** Backups of two environments, made `ages` days ago. */
  function collection(name: string, ages: readonly (readonly [string, number, string])[]): string {
    const parent = world.at(name)
    for (const [index, [environment, age, state]] of ages.entries()) {
      const folder = join(parent, `backup-${index}`)
      cpSync(folderOf(plain), folder, { recursive: true })
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object
      const finishedAt = new Date(Date.now() - age * days).toISOString()
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, environment, finishedAt, state }))
    }
    return parent
  }

  test('lists the newest first and knows nothing of what has no manifest', async () => {
    const parent = collection('listed', [
      ['staging', 3, 'proven'],
      ['staging', 1, 'proven']
    ])
    mkdirSync(join(parent, 'unfinished'))
    writeFileSync(join(parent, 'unfinished/database.sql.gz.partial'), '')
    const { backups: listed } = await listBackups({ directory: parent })
    expect(listed.map(({ folder }) => folder.slice(parent.length + 1))).toEqual(['backup-1', 'backup-0'])
  })

  test('removes nothing without a rule, which is an error', async () => {
    const parent = collection('no-rule', [['staging', 9, 'proven']])
    const error = await failureOf(pruneBackups({ directory: parent }))
    expect([error.code, error.next]).toEqual(['bad-input', expect.stringMatching(/Set keep .* days .* or both/)])
    expect(existsSync(join(parent, 'backup-0/database.sql.gz'))).toBe(true)
  })

  test('keeps what a rule keeps, and the newest proven one whatever the rules say', async () => {
    const parent = collection('pruned', [
      ['staging', 1, 'inconsistent'],
      ['staging', 2, 'proven'],
      ['staging', 3, 'proven'],
      ['production', 90, 'proven-without-rehearsal']
    ])
    writeFileSync(join(parent, 'backup-2/notes.txt'), 'mine')
    const dry = await pruneBackups({ directory: parent, keep: 1, days: null, dryRun: true })
    expect(dry.removed).toHaveLength(1)
    expect(readdirSync(parent)).toHaveLength(4)
    await pruneBackups({ directory: parent, keep: 1, days: null, dryRun: false })
    expect(readdirSync(parent)).toEqual(['backup-0', 'backup-1', 'backup-2', 'backup-3'])
    expect(readdirSync(join(parent, 'backup-2'))).toEqual(['notes.txt'])
    expect(existsSync(join(parent, 'backup-1/database.sql.gz'))).toBe(true)
  })

  test('age is the other rule', async () => {
    const parent = collection('aged', [
      ['staging', 1, 'proven'],
      ['staging', 20, 'proven'],
      ['staging', 40, 'proven']
    ])
    expect((await pruneBackups({ directory: parent, keep: null, days: 30, dryRun: false })).removed).toHaveLength(1)
    expect(readdirSync(parent)).toEqual(['backup-0', 'backup-1'])
  })
})

describe('backup restore', () => {
  const target = (confirm: string, key: string | null = null): RestoreTarget => world.target({ confirm, identity: key })
  const tools = (): RestoreTools => world.restoring()
  const orders = (): Promise<string> =>
    world.database.query(
      'CHECKSUM TABLE sales_order, store; SHOW TABLES; SELECT COUNT(*) FROM inventory_stock_1',
      'main'
    )

  test('does nothing without the name of the environment, and says what it would do', async () => {
    const before = await orders()
    const error = await failureOf(restoreBackup(tools(), await check(folderOf(plain)), target('production')))
    expect([error.code, error.message, error.next]).toEqual([
      'bad-input',
      expect.stringMatching(/every table is replaced/),
      expect.stringContaining('--confirm staging')
    ])
    expect(await orders()).toBe(before)
  })

  test.each([['plain'], ['secret']])('brings back what was backed up: %s', async (kind) => {
    const before = await orders()
    await world.database.query('DELETE FROM store; CREATE TABLE newer (a INT); DROP VIEW inventory_stock_1', 'main')
    await world.database.query(
      "SET GLOBAL log_bin_trust_function_creators = 1; GRANT ALL ON main.* TO shop@'127.0.0.1'"
    )
    const backup = kind === 'plain' ? plain : secret
    const key = kind === 'plain' ? null : identity
    await restoreBackup(tools(), await check(folderOf(backup), key), target('staging', key))
    expect(await orders()).toBe(before)
  })

  test('a dump that holds something else is refused before anything is dropped', async () => {
    const before = await orders()
    const folder = copyOf(plain, 'hostile')
    const file = join(folder, 'database.sql.gz')
    const sql = gunzipSync(readFileSync(file)).toString('latin1')
    const attack = `SELECT '${canary}' INTO DUMPFILE '${world.at('made')}';\n-- Dump completed`
    const bytes = gzipSync(
      Buffer.from(
        sql.replace('-- Dump completed', () => attack),
        'latin1'
      )
    )
    writeFileSync(file, bytes)
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { dumps: object[] }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const sizes = { bytes: bytes.length, fileBytes: bytes.length, sha256, fileSha256: sha256 }
    manifest.dumps = manifest.dumps.map((dump) => ({ ...dump, ...sizes }))
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
    const error = await failureOf(check(folder))
    expect([error.code, error.message]).toEqual([
      'backup-unproven',
      expect.stringMatching(/cannot be trusted: line \d+: SELECT, which no dump program writes/)
    ])
    expect(error.message).not.toContain(canary)
    // One that was exchanged after the check is not given on either.
    const exchanged = {
      ...(await check(folderOf(plain))),
      dumps: [{ relationship: 'database', path: file, depth: 'whole' as const, failures: [], longest: null }]
    }
    const late = await failureOf(restoreBackup(tools(), exchanged, target('staging')))
    expect([late.code, existsSync(world.at('made'))]).toEqual(['preflight-failed', false])
    await restoreBackup(tools(), await check(folderOf(plain)), target('staging'))
    expect(await orders()).toBe(before)
  })

  test('an encrypted backup needs its identity', async () => {
    const error = await failureOf(restoreBackup(tools(), await check(folderOf(secret)), target('staging')))
    expect(error.next).toMatch(/--identity/)
  })

  test('a failure shows no rows', async () => {
    world.server.prepare({
      relationships: world.relationships(),
      programs: {
        gzip: `case "$*" in -dc) printf "%s\\n" "INSERT INTO x VALUES ('${canary}');" ;; *) exec "$real" "$@" ;; esac`
      }
    })
    const error = await failureOf(restoreBackup(tools(), await check(folderOf(plain)), target('staging')))
    world.server.prepare({ relationships: world.relationships() })
    expect([error.code, error.message]).toEqual([
      'backup-failed',
      expect.stringMatching(/load ended early.*ERROR 1146.*The database of database was not changed\.$/)
    ])
    expect(error.message).not.toContain(canary)
    await restoreBackup(tools(), await check(folderOf(plain)), target('staging'))
  })
})

function corrupt(whole: Buffer, random: () => number, kind: number): Buffer {
  const at = Math.floor(random() * (whole.length - 700))
  const bytes = Buffer.from(whole)
  if (kind === 0) return bytes.subarray(0, at)
  if (kind === 1) return Buffer.concat([bytes, Buffer.alloc(1 + Math.floor(random() * 4096))])
  if (kind === 2) {
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at)
    return bytes
  }
  const other = Math.floor(random() * (whole.length - 700))
  if (kind === 3) whole.copy(bytes, at, other, other + 600)
  else return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + Math.floor(random() * 600))])
  return bytes.equals(whole) ? bytes.subarray(1) : bytes
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
