import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
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
import { createSqlScan } from '../../src/project/sql-scan.js'
import { createRunCommand } from '../../src/tools/run-command.js'
import { createScratchDatabases, type ScratchDatabase } from '../../src/tools/scratch-database.js'
import { mutate, seeded } from './mutate-dump.js'

jest.setTimeout(60_000)

const rounds = Number(process.env['MASS'] ?? 300)
const seed = Number(process.env['SEED'] ?? 12)
const dumps = ['mariadb-10.11', 'mysql-9.7'].map((name) =>
  readFileSync(`__tests__/project/recorded/${name}-dump.sql`, 'latin1')
)
// Open to everybody: what is accepted is loaded for real, and may not touch it.
const folder = mkdtempSync('/tmp/mutated-test-')
const canary = join(folder, 'canary')
let scratch: ScratchDatabase
let finish: () => void
let finished: Promise<unknown>

beforeAll(async () => {
  chmodSync(folder, 0o777)
  mkdirSync(join(folder, 'open'))
  chmodSync(join(folder, 'open'), 0o777)
  writeFileSync(canary, 'CANARY-7f3a\n')
  chmodSync(canary, 0o666)
  utimesSync(canary, 0, new Date())
  scratch = await new Promise<ScratchDatabase>((resolve, reject) => {
    finished = createScratchDatabases(
      createRunCommand(),
      process.env
    )((opened) => {
      resolve(opened)
      return new Promise<void>((end) => (finish = end))
    }).catch(reject)
  })
}, 120_000)
afterAll(async () => {
  finish()
  await finished
  rmSync(folder, { recursive: true })
}, 60_000)

/** What may be loaded of a dump, or null where it is refused. */
function loadable(dump: string): Buffer | null {
  const pieces: Buffer[] = []
  const scan = createSqlScan((piece) => void pieces.push(Buffer.from(piece)))
  scan.add(Buffer.from(dump, 'latin1'))
  const { refused, closed } = scan.end()
  return refused === null && closed ? Buffer.concat(pieces) : null
}
/** Whatever happened outside: files made, and whether the canary was read or written. */
const outside = (): unknown => [
  readdirSync(folder).sort(),
  readdirSync(join(folder, 'open')),
  statSync(canary).atimeMs,
  statSync(canary).size
]

async function load(sql: Buffer): Promise<string | null> {
  await scratch.query('DROP DATABASE rehearsal; CREATE DATABASE rehearsal CHARACTER SET utf8mb4')
  return scratch.load(
    (async function* () {
      yield await Promise.resolve(sql)
    })()
  )
}

test('no mutated dump reads or writes anything outside', async () => {
  const random = seeded(seed)
  const untouched = outside()
  const counts = { refused: 0, loaded: 0, failed: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const dump = mutate(dumps[round % 4 === 0 ? 1 : 0] ?? '', random, folder)
    const sql = loadable(dump)
    if (sql === null) {
      counts.refused += 1
      continue
    }
    counts[(await load(sql)) === null ? 'loaded' : 'failed'] += 1
    expect([round, outside()]).toEqual([round, untouched])
  }
  if (rounds > 300) console.log(counts)
  expect(counts.loaded).toBeGreaterThan(rounds / 100)
  expect(counts.refused).toBeGreaterThan(rounds / 4)
  // The watch sees what it should: a read by somebody else shows.
  readFileSync(canary)
  expect(outside()).not.toEqual(untouched)
}, 7_200_000)
