import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findProgram } from '../../sandbox/services/find-program.js'
import { until } from '../helpers/until.js'
import { dropsFirst, startRestoreWorld, type RestoreWorld } from '../helpers/restore-world.js'

let shop: RestoreWorld
let loaded: string
let replaced: string

// What is there before each restore, and what the backup holds.
const other =
  "UPDATE store SET name = 'new'; CREATE TABLE newer (a INT); DROP EVENT nightly; DELETE FROM log WHERE id > 40000"
const same = (): Promise<string> => shop.contents()

beforeAll(async () => {
  shop = await startRestoreWorld("INSERT INTO log SELECT seq, 1, REPEAT('x', 100) FROM seq_2_to_50000")
  const [login = '', port = ''] = /^ssh:\/\/(.*):(\d+)$/.exec(shop.world.server.host)?.slice(1) ?? []
  const program = (name: string, command: string): void => {
    writeFileSync(shop.world.at(name), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 })
  }
  await shop.world.run(['mkdir', shop.world.at('path')])
  program('path/ssh', `${findProgram(['ssh'])} -p ${port}`)
  program('path/magento-cloud-upgrade', `${process.execPath} ${resolve('dist/cli/index.js')}`)
  flags = [
    '--environment',
    'staging',
    '--ssh-hosts',
    login,
    '--known-hosts',
    readFileSync(shop.world.at('known'), 'utf8')
  ]
  loaded = await same()
  await shop.sql(other)
  replaced = await same()
})
afterAll(() => shop.world.stop())

let flags: readonly string[]
const environment = (): Record<string, string> => ({
  PATH: `${shop.world.at('path')}:${process.env['PATH'] ?? ''}`,
  HOME: shop.world.folder,
  TMPDIR: process.env['TMPDIR'] ?? '/tmp',
  MAGENTO_CLOUD_UPGRADE_SSH_PRIVATE_KEY: readFileSync(shop.world.at('user'), 'utf8')
})

interface Ended {
  readonly said: string
  readonly signal: NodeJS.Signals | null
  readonly code: number | null
}

/** Starts a restore; `heard` gets all that it has said so far. */
function begin(
  argv: readonly [string, ...string[]],
  heard: (said: string, child: ChildProcess) => void = () => undefined
): Promise<Ended> {
  const [program, ...rest] = argv
  const child = spawn(program, rest, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      heard(said, child)
    })
  return new Promise((done) => {
    child.once('close', (code, signal) => {
      done({ said, signal, code })
    })
  })
}

const restore = (): [string, ...string[]] => [
  shop.world.at('path/magento-cloud-upgrade'),
  'backup',
  'restore',
  shop.folder,
  ...flags,
  '--confirm',
  'staging',
  '--rehearsal',
  'off'
]
const announced = 'The database is being replaced.'
const printed = (said: string, to: string): string | null =>
  new RegExp(`^ *To ${to}: (magento-cloud-upgrade .*)$`, 'm').exec(said)?.[1] ?? null

// Beside what is there, and in its place.
const ways = [{}, dropsFirst]

test('after a kill at any moment the old or the new data is there or comes with the printed command', async () => {
  const random = seeded(Number(process.env['SEED'] ?? 11))
  const rounds = Number(process.env['KILLS'] ?? ways.length)
  const times = rounds > ways.length ? [await measure({}), await measure(dropsFirst)] : []
  const met = { untouched: 0, back: 0, finished: 0, killed: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const way = round % ways.length
    const { whole, dangerous } = times[way] ?? { whole: 2000, dangerous: 1000 }
    const [early, at, back] = [random() < 0.2, random(), random() < 0.5]
    shop.prepare(ways[way])
    const { said, signal } = await killed(early ? at * whole : at * dangerous, early)
    if (signal === 'SIGKILL') met.killed += 1
    // Loaded beside, the rows of the shop are the old or the new ones at every moment: those of two tables tell.
    if (said.includes('is loaded next to')) expect(['new 40000', 'old 50000']).toContain(await rowsNow())
    const command = printed(said, back ? 'go back' : 'finish')
    if (command === null) {
      met.untouched += 1
      expect([round, said, await same()]).toEqual([round, said, replaced])
    } else {
      const ended = await begin(['bash', '-c', command])
      expect([round, ended.code, ended.code === 0 ? '' : ended.said]).toEqual([round, 0, ''])
      met[back ? 'back' : 'finished'] += 1
      // A killed restore that had ended already, or none: what the command says is there.
      expect([round, await same(), await shop.notes()]).toEqual([round, back ? replaced : loaded, []])
    }
    await startAgain()
  }
  if (rounds >= 20) expect(Math.min(met.untouched, met.back, met.finished, met.killed)).toBeGreaterThan(0)
}, 7_200_000)

test('Ctrl-C in the middle is answered with what the database holds and the commands, and they do what they say', async () => {
  const midway = shop.world.at('midway')
  shop.prepare({
    ...dropsFirst,
    gzip: `case "$*" in -dc) "$real" -dc | head -c 3000; : >'${midway}'; while kill -0 "$server" 2>/dev/null; do sleep 0.1; done ;; *) exec "$real" "$@" ;; esac`
  })
  let child: ChildProcess | null = null
  const ended = begin(restore(), (_said, started) => {
    child = started
  })
  await until(() => existsSync(midway))
  ;(child as ChildProcess | null)?.kill('SIGINT')
  const { code, said } = await ended
  expect([code, said]).toEqual([
    130,
    expect.stringMatching(
      /The restore was stopped\. The database of database has \d of the 6 tables and views of the backup/
    )
  ])
  expect(said).not.toMatch(/nothing was (?:changed|pushed)/i)
  shop.prepare()
  const [, last = ''] = said.split('The restore was stopped.')
  const back = await begin(['bash', '-c', /To go back: (magento-cloud-upgrade .*)$/m.exec(last)?.[1] ?? 'false'])
  expect([back.code, back.code === 0 ? '' : back.said, await same()]).toEqual([0, '', replaced])
  await startAgain()
})

/** A value that was changed, and the rows of another table. */
async function rowsNow(): Promise<string> {
  return (await shop.sql("SELECT CONCAT((SELECT MIN(name) FROM store), ' ', (SELECT COUNT(*) FROM log))")).trim()
}

/** How long a restore takes, and how long it takes from the announcement on. */
async function measure(
  programs: Readonly<Record<string, string>>
): Promise<{ readonly whole: number; readonly dangerous: number }> {
  shop.prepare(programs)
  const began = performance.now()
  let from = began
  const { code, said } = await begin(restore(), (so) => {
    if (from === began && so.includes(announced)) from = performance.now()
  })
  const times = { whole: performance.now() - began, dangerous: performance.now() - from }
  expect([code, code === 0 ? '' : said, await same()]).toEqual([0, '', loaded])
  await startAgain()
  return times
}

/** Kills a restore after so many milliseconds, from its start or from the announcement on. */
async function killed(milliseconds: number, fromStart: boolean): Promise<Ended> {
  const timers: NodeJS.Timeout[] = []
  const ended = await begin(restore(), (said, child) => {
    if (timers.length === 0 && (fromStart || said.includes(announced)))
      timers.push(setTimeout(() => child.kill('SIGKILL'), milliseconds))
  })
  for (const timer of timers) clearTimeout(timer)
  return ended
}

async function startAgain(): Promise<void> {
  await shop.reset()
  await shop.sql(other)
  for (const name of readdirSync(shop.world.at('backups')))
    if (!shop.folder.endsWith(name)) rmSync(shop.world.at(`backups/${name}`), { recursive: true })
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
