import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Problem } from '../../src/errors.js'
import { parseManifest, type ManifestDump } from '../../src/steps/backup/manifest/manifest.js'
import { checkBackup } from '../../src/steps/backup/manifest/check-backup.js'
import { restoreBackup, type RestoreTarget } from '../../src/steps/backup/restore/restore-backup.js'
import { findUnfinishedRestores, type UnfinishedRestore } from '../../src/steps/backup/restore/restore-note.js'
import { dumpFiles } from '../../src/tools/dump/dump-file.js'
import { files } from '../../src/tools/files.js'
import type { RunCommand } from '../../src/tools/process/command.js'
import { startBackupWorld, type Asked, type BackupWorld } from './backup-world.js'

/** A small shop in the schema `shop`, its backup, and restores of it. */
export interface RestoreWorld {
  readonly world: BackupWorld
  /** Folder of the backup. */
  readonly folder: string
  sql(text: string): Promise<string>
  /** The whole contents of the database: tables with checksums and keys, views, triggers, routines and events. */
  contents(): Promise<string>
  /** Makes a backup and returns its folder. */
  backUp(asked?: Asked): Promise<string>
  restore(
    from: string,
    asked?: Partial<RestoreTarget>,
    stoppable?: { readonly signal: AbortSignal; readonly run: RunCommand }
  ): Promise<readonly Problem[]>
  /** Names of the folders and notes next to the backup, including itself. */
  backups(): string[]
  notes(): Promise<readonly UnfinishedRestore[]>
  /** A copy of the backup (or another one) whose dump was edited and whose manifest fits it in everything. */
  edited(edit: (text: string) => string, more?: Partial<ManifestDump>, of?: string): Promise<string>
  /** What the server's sessions find: stand-ins for programs. */
  prepare(programs?: Readonly<Record<string, string>>): void
  /** Resets the shop to its state when the backup was made, and removes everything else next to the backup. */
  reset(): Promise<void>
}

// What somebody else has defined cannot be dumped by the shop's user.
export const definer = "DEFINER=shop@'127.0.0.1'"

const shop = `CREATE TABLE setup_module (a INT) ENGINE=InnoDB; CREATE TABLE core_config_data (a INT) ENGINE=InnoDB;
  INSERT INTO setup_module VALUES (1); INSERT INTO core_config_data VALUES (1);
  CREATE TABLE store (id INT PRIMARY KEY, name TEXT) ENGINE=InnoDB; INSERT INTO store VALUES (1, 'old'), (2, 'old');
  CREATE TABLE log (id INT PRIMARY KEY, store INT, text TEXT, FOREIGN KEY (store) REFERENCES store (id)) ENGINE=InnoDB;
  INSERT INTO log VALUES (1, 1, 'old');
  CREATE VIEW stores AS SELECT id FROM store;
  CREATE TRIGGER named BEFORE INSERT ON store FOR EACH ROW SET NEW.name = COALESCE(NEW.name, 'x');
  CREATE ${definer} PROCEDURE tidy() DELETE FROM log;
  CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM log;
  SET innodb_strict_mode = OFF; CREATE TABLE wide (${Array.from({ length: 80 }, (_, index) => `c${index} VARCHAR(150)`).join(', ')}) ENGINE=InnoDB ROW_FORMAT=COMPACT`

/** Stand-ins under which the free disk space of the database is not known: what is there is dropped first. */
export const dropsFirst = { df: 'exit 1' }

/** `more` is SQL that makes the shop larger. */
export async function startRestoreWorld(more = 'DO 0'): Promise<RestoreWorld> {
  const world = await startBackupWorld(60)
  const sql: RestoreWorld['sql'] = (text) => world.database.query(text, 'shop')
  const backups = (): string[] => readdirSync(world.at('backups'))
  const prepare: RestoreWorld['prepare'] = (programs = {}) => {
    world.server.prepare({ relationships: world.relationships('shop'), programs })
  }
  const backUp: RestoreWorld['backUp'] = async (asked = {}) =>
    dirname((await world.backUp('ssh-dump', { to: 'runner', schema: 'shop', ...asked })).manifest ?? '')
  const makeShop = async (): Promise<void> => {
    await world.database.query(`DROP DATABASE IF EXISTS shop; CREATE DATABASE shop CHARACTER SET utf8mb4;
      GRANT ALL ON shop.* TO shop@'127.0.0.1'; SET GLOBAL log_bin_trust_function_creators = 1`)
    await sql(shop)
    await sql(more)
    prepare()
  }
  await makeShop()
  const folder = await backUp()
  return {
    ...{ world, folder, sql, backUp, backups, prepare },
    contents: () => contentsOf(sql),
    restore: async (from, asked = {}, stoppable) => {
      const backup = await checkBackup({ files, dumpFiles }, from, null)
      return restoreBackup(world.restoring(stoppable), backup, world.target(asked))
    },
    notes: () => findUnfinishedRestores(files, world.at('backups')),
    edited: (edit, more = {}, of = folder) => editedCopy(of, edit, more),
    reset: async () => {
      rmSync(world.at('midway'), { force: true })
      for (const name of backups()) if (!folder.endsWith(name)) rmSync(world.at(`backups/${name}`), { recursive: true })
      await makeShop()
    }
  }
}

async function contentsOf(sql: RestoreWorld['sql']): Promise<string> {
  const tables = await sql(
    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shop' AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1"
  )
  const programs = `SELECT TABLE_NAME FROM information_schema.VIEWS WHERE TABLE_SCHEMA = 'shop' UNION ALL
    SELECT TRIGGER_NAME FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop' UNION ALL
    SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shop' UNION ALL
    SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'shop' ORDER BY 1; SELECT @@collation_database`
  const names = tables
    .trim()
    .split('\n')
    .map((name) => `\`${name}\``)
  const shown = names.map((name) => `SHOW CREATE TABLE ${name}`).join('; ')
  return (await sql(`CHECKSUM TABLE ${names.join(', ')}; ${shown}`)) + (await sql(programs))
}

async function editedCopy(
  folder: string,
  edit: (text: string) => string,
  more: Partial<ManifestDump>
): Promise<string> {
  const copy = `${folder}-edited`
  cpSync(folder, copy, { recursive: true })
  const file = join(copy, 'database.sql.gz')
  writeFileSync(file, gzipSync(Buffer.from(edit(gunzipSync(readFileSync(file)).toString('latin1')), 'latin1')))
  const { bytes, sha256, sqlBytes, sqlSha256, scan, rows } = await dumpFiles.inspect(file)
  const path = join(copy, 'manifest.json')
  const manifest = parseManifest(readFileSync(path, 'utf8'), path)
  const tables = [...scan.objects].filter((name) => !scan.views.has(name))
  const sums = { bytes, sha256, fileBytes: bytes, fileSha256: sha256, sqlBytes, sqlSha256 }
  const names = { tables, views: [...scan.views], rows: Object.fromEntries(rows) }
  const dumps = manifest.dumps.map((dump) => ({ ...dump, ...sums, ...names, ...more }))
  writeFileSync(path, JSON.stringify({ ...manifest, dumps }))
  return copy
}
