import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { findProgram } from '../../../sandbox/services/find-program.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import type { RunCommand } from '../../../src/tools/process/command.js'
import { createScratchClient, type ScratchClient } from '../../../src/tools/mariadb/scratch-client.js'

// A server that allows everything, and its root: only the client's guards apply.
const folder = mkdtempSync(join(tmpdir(), 'client-test-'))
const made = join(folder, 'made')
const commands = [`\\! touch ${made}`, `system touch ${made}`, `\\T ${made}`, `tee ${made}`]
let database: Database
let connect: (run: RunCommand) => Promise<ScratchClient>

beforeAll(async () => {
  database = await startDatabase({ directory: folder, settings: ['--local-infile=1'] })
  await database.query('CREATE DATABASE rehearsal; CREATE TABLE rehearsal.a (t text)')
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder }
  const client = findProgram(['mariadb', 'mysql'])
  connect = async (run) => {
    const access = {
      client,
      schema: 'rehearsal',
      socket: database.socket,
      env,
      confined: (argv: readonly string[]): [string, ...string[]] => [argv[0] ?? '', ...argv.slice(1)]
    }
    return (await createScratchClient(run, access))('root')
  }
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true })
})

async function load(client: ScratchClient, sql: string): Promise<string | null> {
  const failure = await client.load(
    (async function* () {
      yield await Promise.resolve(Buffer.from(sql))
    })()
  )
  return failure?.words ?? null
}

test('the client hands no file to a server that asks for one', async () => {
  writeFileSync(join(folder, 'canary'), 'CANARY\n')
  const failure = await load(
    await connect(createRunCommand()),
    `LOAD DATA LOCAL INFILE '${folder}/canary' INTO TABLE a;\n`
  )
  expect([failure, await database.query('SELECT * FROM rehearsal.a')]).toEqual([expect.stringMatching(/ERROR/), ''])
})

test('in binary mode an older client runs no command of a dump', async () => {
  const run = createRunCommand()
  const older: RunCommand = async (argv, options) => {
    const result = await run(argv, options)
    return argv.includes('--help') ? { ...result, stdout: '' } : result
  }
  const client = await connect(older)
  for (const command of commands) await load(client, `${command}\nSELECT 1;\n`)
  expect(existsSync(made)).toBe(false)
})

test('a client with a sandbox mode runs no command at all', async () => {
  const client = await connect(createRunCommand())
  for (const command of commands) await client.query(`${command}\nSELECT 1;\n`).catch(() => '')
  expect(existsSync(made)).toBe(false)
})
