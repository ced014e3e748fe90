import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../sandbox/services/run-program.js'
import { startDatabase } from '../sandbox/services/database.js'
import { findProgram } from '../sandbox/services/find-program.js'
import type { ManifestDump } from '../src/steps/backup/manifest/manifest.js'
import { readPart } from '../src/steps/backup/dump/download-dump.js'
import { rehearseRestore } from '../src/steps/backup/dump/rehearse-restore.js'
import { dumpFiles } from '../src/tools/dump/dump-file.js'
import { createRunCommand } from '../src/tools/process/run-command.js'
import { createScratchServers } from '../src/tools/mariadb/scratch-server.js'
import { markdown } from './measure.js'

/** The rehearsal of a shop with many tables, against loading its dump into a running server. */
export async function benchRehearsal(tables: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-rehearsal-'))
  const database = await startDatabase({ directory: folder })
  try {
    await database.query(`CREATE DATABASE shop CHARACTER SET utf8mb4; USE shop; ${shopOf(tables)}`)
    const file = join(folder, 'dump.sql.gz')
    const login = `--no-defaults --socket='${database.socket}' --user=root`
    const shell = (script: string): Promise<unknown> =>
      runProgram(['sh', '-c', script], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', HOME: folder } })
    await shell(
      `${findProgram(['mariadb-dump', 'mysqldump'])} ${login} --single-transaction --hex-blob shop | gzip >'${file}'`
    )
    await database.query('CREATE DATABASE plain')
    const load = await seconds(() => shell(`gzip -dc '${file}' | ${findProgram(['mariadb', 'mysql'])} ${login} plain`))
    const dump = await manifestOf(file)
    const tools = { dumpFiles, withScratchDatabase: createScratchServers(createRunCommand(), process.env) }
    let outcome: unknown
    const rehearsal = await seconds(async () => {
      outcome = await rehearseRestore(tools, file, { dump, settings: {} })
    })
    if (!JSON.stringify(outcome).includes('"passed":true')) throw new Error(JSON.stringify(outcome))
    const rows = [
      ['loading the dump into a running server', load.toFixed(1), '1.00'],
      ['the rehearsal, its server included', rehearsal.toFixed(1), (rehearsal / load).toFixed(2)]
    ]
    return markdown(`Rehearsal of ${tables} tables`, ['what', 'seconds', 'against the load alone'], rows)
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Tables with a few indexes and rows each, as a shop has them. */
function shopOf(tables: number): string {
  const columns =
    'id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, code VARCHAR(64), value TEXT, at TIMESTAMP NULL, KEY code (code), KEY at (at)'
  return Array.from(
    { length: tables },
    (_, at) =>
      `CREATE TABLE t${at} (${columns}) ENGINE=InnoDB; INSERT INTO t${at} (code, value) SELECT MD5(seq), REPEAT(SHA1(seq), 5) FROM seq_1_to_20;`
  ).join('\n')
}

async function manifestOf(file: string): Promise<ManifestDump> {
  const facts = await dumpFiles.inspect(file)
  const { objects, views, serverVersion } = facts.scan
  const made = { tables: [...objects], views: [...views], serverVersion, database: 'shop', encryption: 'none' }
  return { ...made, ...readPart(facts, 'shop') } as unknown as ManifestDump
}

async function seconds(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await task()
  return (performance.now() - began) / 1000
}
