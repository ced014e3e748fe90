import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runProgram } from '../../../../sandbox/services/run-program.js'
import { startDatabase, type Database } from '../../../../sandbox/services/database.js'
import { findProgram } from '../../../../sandbox/services/find-program.js'
import type { ManifestDump } from '../../../../src/steps/backup/manifest/manifest.js'
import { proveDump } from '../../../../src/steps/backup/dump/prove-dump.js'
import { readPart } from '../../../../src/steps/backup/dump/download-dump.js'
import { rehearseRestore } from '../../../../src/steps/backup/dump/rehearse-restore.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { createRunCommand } from '../../../../src/tools/process/run-command.js'
import {
  createScratchServers,
  type ScratchServer,
  type WithScratchServer
} from '../../../../src/tools/mariadb/scratch-server.js'
import { shapes, type Shape } from '../../../helpers/dump-shapes.js'

const folder = mkdtempSync(join(tmpdir(), 'shapes-test-'))
const file = join(folder, 'dump.sql.gz')
const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8' }
let database: Database
let scratch: ScratchServer
let finish: () => void
let finished: Promise<unknown>
const like = {
  schema: 'shape',
  outside: [{ schema: 'other', name: 'p', columns: ['id'] }],
  settings: { innodb_strict_mode: 'OFF' }
}

beforeAll(async () => {
  database = await startDatabase({ directory: folder })
  await database.query('CREATE DATABASE other; CREATE TABLE other.p (id INT PRIMARY KEY) ENGINE=InnoDB')
  const open = createScratchServers(createRunCommand(), process.env)
  scratch = await new Promise<ScratchServer>((resolve) => {
    finished = open(like, (opened) => {
      resolve(opened)
      return new Promise<void>((end) => (finish = end))
    })
  })
})
afterAll(async () => {
  finish()
  await finished
  await database.stop()
  rmSync(folder, { recursive: true })
})

/** One server for all rehearsals, emptied before each. */
const emptied: WithScratchServer = async ({ schema, outside }, task) => {
  expect([schema, ...outside.map((one) => one.schema)].filter((name) => !['shape', 'other'].includes(name))).toEqual([])
  await scratch.query('DROP DATABASE shape; CREATE DATABASE shape CHARACTER SET utf8mb4')
  return { value: await task(scratch) }
}
const agreed = /^restored; tables, rows and CHECK TABLE agree/
const sentinels = ['setup_module', 'core_config_data', 'store']
const flags =
  '--single-transaction --quick --no-tablespaces --routines --events --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4'

async function dump(shape: Shape): Promise<void> {
  await database.query('DROP DATABASE IF EXISTS shape; CREATE DATABASE shape CHARACTER SET utf8mb4')
  await database.query(
    'SET NAMES utf8mb4; ' +
      sentinels.map((name) => `CREATE TABLE ${name} (a INT) ENGINE=InnoDB; INSERT INTO ${name} VALUES (1);`).join(' ') +
      shape.sql,
    'shape'
  )
  const login = ['--no-defaults', `--socket=${database.socket}`, '--user=root']
  const options = [...login, ...flags.split(' '), ...(shape.flags ?? []), 'shape']
  const argv: [string, ...string[]] = [findProgram(['mariadb-dump', 'mysqldump']), ...options]
  const { stdout } = await runProgram(argv, { cwd: folder, env })
  writeFileSync(file, gzipSync((shape.edit ?? ((sql) => sql))(stdout), { level: 1 }))
}

test(`there are more than fifty shapes`, () => {
  expect(shapes.length).toBeGreaterThanOrEqual(50)
})

test.each(shapes.map((shape) => [shape.name, shape] as const))('%s', async (_name, shape) => {
  await dump(shape)
  const listed = (
    await database.query("SELECT HEX(TABLE_NAME) FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shape'")
  )
    .trim()
    .split('\n')
    .map((name) => Buffer.from(name, 'hex').toString('utf8'))
  const facts = await dumpFiles.inspect(file)
  const proofs = proveDump({
    ...facts,
    statuses: { mysqldump: 0, gzip: 0 },
    message: '',
    lastLine: facts.scan.lastLine,
    refused: facts.refused,
    choosesDatabase: facts.scan.choosesDatabase,
    isMain: true,
    isPartial: facts.scan.isPartial,
    filled: facts.rows.keys(),
    before: listed,
    dumped: facts.scan.objects,
    after: listed
  })
  expect(proofs.filter(({ passed }) => !passed)).toEqual([])
  expect(facts.scan.programs.size).toBe(
    /CREATE (TRIGGER|PROCEDURE|FUNCTION|EVENT)/.test(shape.sql)
      ? shape.sql.match(/CREATE (?:TRIGGER|PROCEDURE|FUNCTION|EVENT)/g)?.length
      : 0
  )
  const manifest = {
    encryption: 'none',
    tables: listed.filter((name) => !facts.scan.views.has(name)),
    views: [...facts.scan.views],
    ...readPart(facts, 'shape'),
    database: 'shape',
    serverVersion: facts.scan.serverVersion
  } as unknown as ManifestDump
  const made = { dump: manifest, settings: {} }
  const rehearsed = await rehearseRestore({ dumpFiles, withScratchDatabase: emptied }, file, made)
  expect(rehearsed).toMatchObject({ rehearsal: { passed: true, detail: expect.stringMatching(agreed) } })
})
