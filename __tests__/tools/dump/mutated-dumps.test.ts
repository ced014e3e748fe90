import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { createSqlScan } from '../../../src/tools/dump/sql-scan.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { createScratchServers, type ScratchServer } from '../../../src/tools/mariadb/scratch-server.js'
import { mutate, seeded } from '../../helpers/mutate-dump.js'
import { searchSql } from '../../helpers/search-database.js'

const rounds = Number(process.env['MASS'] ?? 150)
const seed = Number(process.env['SEED'] ?? 12)
const dumps = ['mariadb-10.11', 'mysql-9.7'].map((name) =>
  readFileSync(`__tests__/project/recorded/${name}-dump.sql`, 'latin1')
)
// Open to everybody: what is accepted is loaded for real, and may not touch it.
const folder = mkdtempSync('/tmp/mutated-test-')
const secret = 'CANARY-7f3a'
const open = join(folder, 'open')
const home = join(folder, 'home')
const [canary, gitconfig] = [join(folder, 'canary'), join(home, '.gitconfig')]
let scratch: ScratchServer
let finish: () => void
let finished: Promise<unknown>
const plain = { schema: 'rehearsal', outside: [], settings: {} }

beforeAll(async () => {
  for (const path of [folder, open, home]) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, 0o777)
  }
  for (const path of [canary, gitconfig]) {
    writeFileSync(path, `${secret}\n`)
    chmodSync(path, 0o666)
    utimesSync(path, 0, new Date())
  }
  scratch = await new Promise<ScratchServer>((resolve, reject) => {
    finished = createScratchServers(createRunCommand(), { ...process.env, HOME: home })(plain, (opened) => {
      resolve(opened)
      return new Promise<void>((end) => (finish = end))
    }).catch(reject)
  })
})
afterAll(async () => {
  finish()
  await finished
  rmSync(folder, { recursive: true })
})

/** The loadable part of a dump, or null if it is refused. */
function loadable(dump: string): Buffer | null {
  const pieces: Buffer[] = []
  const scan = createSqlScan((piece) => void pieces.push(Buffer.from(piece)))
  scan.add(Buffer.from(dump, 'latin1'))
  const { refused, closed } = scan.end()
  return refused === null && closed ? Buffer.concat(pieces) : null
}
const stateOf = (path: string): unknown => {
  const { atimeMs, mtimeMs, size } = statSync(path)
  return { atimeMs, mtimeMs, size }
}
/** Whatever happened outside: files made, and whether one of the canaries was read or written. */
const outside = (): Record<string, unknown> => ({
  folder: readdirSync(folder).sort(),
  open: readdirSync(open),
  home: readdirSync(home),
  gitconfig: stateOf(gitconfig),
  canary: stateOf(canary)
})
const searched = searchSql(secret)
/** How many tables contain the text of a canary: those of a dump that had read a file. */
const findSecret = async (): Promise<number> => Number(await scratch.query(searched))

async function load(sql: Buffer): Promise<string | null> {
  await scratch.query('DROP DATABASE rehearsal; CREATE DATABASE rehearsal CHARACTER SET utf8mb4')
  const failure = await scratch.load(
    (async function* () {
      yield await Promise.resolve(sql)
    })()
  )
  return failure?.words ?? null
}

test('no mutated dump reads or writes anything outside', async () => {
  const random = seeded(seed)
  const untouched = outside()
  const counts = { refused: 0, past: 0, loaded: 0, failed: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const dump = mutate(dumps[round % 4 === 0 ? 1 : 0] ?? '', random, folder)
    const sql = loadable(dump)
    if (sql === null) {
      counts.refused += 1
      // Sometimes passes the scan: server and client must stop it without it.
      if (counts.refused % 10 !== 1) continue
      await load(Buffer.from(dump, 'latin1'))
      counts.past += 1
    } else counts[(await load(sql)) === null ? 'loaded' : 'failed'] += 1
    expect([round, await findSecret(), outside()]).toEqual([round, 0, untouched])
  }
  if (rounds > 150) console.log(counts)
  expect(counts.loaded).toBeGreaterThan(rounds / 100)
  expect(counts.refused).toBeGreaterThan(rounds / 4)
  // The watch sees what it should: a read by somebody else shows, and so does the text in a table.
  for (const path of [gitconfig, canary]) {
    readFileSync(path)
    expect(stateOf(path)).not.toEqual(untouched[path === canary ? 'canary' : 'gitconfig'])
  }
  await scratch.query(
    `CREATE TABLE rehearsal.read_file (a int, b blob); INSERT INTO rehearsal.read_file VALUES (1, 'x ${secret}')`
  )
  expect(await findSecret()).toBe(1)
}, 7_200_000)
