import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  readlinkSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { createScratchServers, type ScratchServer } from '../../../src/tools/mariadb/scratch-server.js'
import { serverBounds } from '../../../src/tools/mariadb/watch-server.js'
import { serverAttacks } from '../../helpers/server-attacks.js'

// Readable and writable for everybody, so that only the guards of server and client stop the attempts.
const folder = mkdtempSync('/tmp/scratch-test-')
const at = (name: string): string => join(folder, name)
const bounds = { ...serverBounds }
let scratch: ScratchServer
let finish: () => void
let finished: Promise<unknown>
const plain = { schema: 'rehearsal', outside: [], settings: {} }

beforeAll(async () => {
  for (const name of ['.', 'open']) {
    mkdirSync(at(name), { recursive: true })
    chmodSync(at(name), 0o777)
  }
  writeFileSync(at('canary'), 'CANARY\n')
  chmodSync(at('canary'), 0o666)
  scratch = await new Promise<ScratchServer>((resolve, reject) => {
    finished = createScratchServers(
      createRunCommand(),
      process.env,
      bounds
    )(plain, (opened) => {
      resolve(opened)
      return new Promise<void>((end) => (finish = end))
    }).then((value) => {
      if ('why' in value) reject(new Error(value.why))
    }, reject)
  })
})
afterAll(async () => {
  finish()
  await finished
  rmSync(folder, { recursive: true })
})

const load = async (sql: string): Promise<string | null> => {
  const failure = await scratch.load(
    (async function* () {
      yield await Promise.resolve(Buffer.from(sql))
    })()
  )
  return failure?.words ?? null
}

// Past the scan of a dump: each of these has to be held by the server, its user or its client as well.
test.each(serverAttacks(folder))('%s is held', async (_name, sql) => {
  expect(await load(sql)).toMatch(/ERROR|failed/)
  await scratch.query('DROP DATABASE rehearsal; CREATE DATABASE rehearsal')
  expect([readdirSync(at('open')), readFileSync(at('canary'), 'utf8')]).toEqual([[], 'CANARY\n'])
})

test('the client runs no commands', async () => {
  const commands = [
    `\\! touch ${at('open/x')}`,
    `system touch ${at('open/x')}`,
    `\\T ${at('open/x')}`,
    `\\. ${at('canary')}`
  ]
  for (const command of commands) await load(`${command}\nSELECT 1;\n`)
  expect(existsSync(at('open/x'))).toBe(false)
})

test('a table lies in the folder of the server, whatever it asks for', async () => {
  await load(
    `CREATE TABLE a (t int) ENGINE=InnoDB DATA DIRECTORY='${at('open')}'; CREATE TABLE b (t int) ENGINE=MyISAM DATA DIRECTORY='${at('open')}';\n`
  )
  expect(readdirSync(at('open'))).toEqual([])
})

test('LOAD_FILE reads nothing', async () => {
  expect(await scratch.query(`SELECT COALESCE(LOAD_FILE('${at('canary')}'), 'nothing')`)).toBe('nothing\n')
})

test('there is no root on the server', async () => {
  const socket = (await scratch.query('SELECT @@socket')).trim()
  const login = ['--no-defaults', `--socket=${socket}`, '--user=root', '--execute=SELECT 1']
  const { exitCode, stderr } = await createRunCommand()(['mariadb', ...login], {
    env: { PATH: process.env['PATH'] ?? '' }
  })
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/Access denied/)])
})

test('every guard of the server is on', async () => {
  const settings = [
    'local_infile',
    'event_scheduler',
    'skip_networking',
    'have_symlink',
    'automatic_sp_privileges',
    'log_bin'
  ]
  const values = await scratch.query(`SELECT CONCAT_WS(' ', ${settings.map((name) => `@@${name}`).join(', ')})`)
  expect(values).toBe('OFF OFF ON DISABLED OFF OFF\n')
  for (const folderOf of ['secure_file_priv', 'plugin_dir'])
    expect(readdirSync((await scratch.query(`SELECT @@${folderOf}`)).trim())).toEqual([])
  const grants = await scratch.query('SHOW GRANTS')
  expect(grants).toMatch(
    /^GRANT USAGE ON \*\.\* [^\n]*\nGRANT (?!.*(?:FILE|ALL|OPTION|UPDATE)).* ON `rehearsal`\.\* [^\n]*\n$/
  )
})

test('the server has no network, bounds, and as child of root a user of its own', async () => {
  const pid = readFileSync((await scratch.query('SELECT @@pid_file')).trim(), 'utf8').trim()
  const proc = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8')
  const home = /HOME=([^\0]*)/.exec(proc('environ'))?.[1] ?? ''
  expect([home, statSync(home).mode & 0o777]).toEqual([expect.stringMatching(/rehearsal-.*\/home$/), 0o700])
  expect(proc('limits')).toMatch(/Max address space +\d+ .*\nMax file locks/s)
  expect(proc('limits')).toMatch(/Max file size +\d+ /)
  expect(proc('limits')).toMatch(/Max core file size +0 /)
  if (process.getuid?.() !== 0) return
  const uid = Number(/^Uid:\t(\d+)/m.exec(proc('status'))?.[1])
  expect([uid > 1_000_000_000, statSync(home).uid]).toEqual([true, uid])
  expect(proc('status')).toMatch(/^CapEff:\t0+\nCapBnd:\t0+$/m)
  expect(proc('status')).toMatch(/^NoNewPrivs:\t1$/m)
  expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'))
})

// The last one: it ends the server.
test('a dump that makes more than its size is ended, and says so', async () => {
  bounds.diskBytes = 2 ** 20
  const failure = await scratch.load(
    (async function* () {
      yield await Promise.resolve(Buffer.from('CREATE TABLE many (t char(255));\n'))
      for (;;) yield await Promise.resolve(Buffer.from('INSERT INTO many VALUES (1),(2),(3);\n'))
    })()
  )
  expect(failure).toMatchObject({
    kind: 'ended',
    words: expect.stringMatching(
      /^the scratch database was stopped: its files have grown to \d+ MiB after \d+ MiB of SQL$/
    )
  })
  await expect(scratch.query('SELECT 1')).rejects.toThrow(/^the scratch database was stopped/)
})
