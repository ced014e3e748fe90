import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Backup } from '../../../src/report/report.js'
import { remoteDumpScript } from '../../../src/steps/backup/dump/remote-scripts.js'
import { checkBackup } from '../../../src/steps/backup/manifest/check-backup.js'
import { restoreBackup } from '../../../src/steps/backup/restore/restore-backup.js'
import { dumpFiles } from '../../../src/tools/dump/dump-file.js'
import { files } from '../../../src/tools/files.js'
import { commandLines } from '../../helpers/command-lines.js'
import { until } from '../../helpers/until.js'
import { backupFaults, midway } from '../../helpers/backup-faults.js'
import { recordOutcome, type Outcome } from '../../helpers/record-outcome.js'
import { canary, failureOf, sha256, startBackupWorld, type BackupWorld } from '../../helpers/backup-world.js'

// Each backup is several logins; a busy machine takes its time for them.
let world: BackupWorld
let older: Backup

beforeAll(async () => {
  world = await startBackupWorld()
  const { database } = world
  await database.query(
    "CREATE DATABASE nothing; CREATE DATABASE blog; CREATE TABLE blog.post (a INT) ENGINE=InnoDB; GRANT ALL ON nothing.* TO shop@'127.0.0.1'; GRANT ALL ON blog.* TO shop@'127.0.0.1'"
  )
  older = await world.backUp('ssh-dump', { to: 'both' })
})

afterEach(() => {
  // An older backup, here and on the server, stays as it is.
  expect(readdirSync(world.at('backups'))).toEqual([
    dirname(older.downloadedTo ?? '')
      .split('/')
      .at(-1)
  ])
  expect([older.location, older.downloadedTo].map((path) => sha256(path ?? ''))).toEqual([older.sha256, older.sha256])
})

afterAll(async () => {
  rmSync(dirname(older.location ?? ''), { recursive: true })
  await world.stop()
})

/** Folders on the server but for the older backup's. */
const remoteFolders = (): string[] => world.remoteFolders().filter((path) => path !== dirname(older.location ?? ''))

const outcomes: Outcome[] = []

describe('a dump that is not whole is never taken for a backup', () => {
  const ways = [
    { name: 'cloud-dump', strategy: 'cloud-dump' },
    { name: 'ssh-dump', strategy: 'ssh-dump' },
    { name: 'ssh-dump to the runner', strategy: 'ssh-dump', to: 'runner' }
  ] as const
  test.each(backupFaults('$ADMIN'))(
    '[$id] $name',
    async ({ id, name: fault, programs = {}, first = '', schema = 'main', sql, code, says }) => {
      const [before, after] = sql ?? ['DO 0', 'DO 0']
      const ours: Record<string, string> = {}
      const attempt = async ({ name, ...way }: (typeof ways)[number]): Promise<void> => {
        const error = await failureOf(world.backUp(way.strategy, { schema, ...way }))
        expect([name, error.code, error.message]).toEqual([name, code, expect.stringMatching(says)])
        expect(error.message + error.next).not.toContain(canary)
        ours[name] = `${error.code} (${error.exitCode})`
      }
      const around = async (tasks: readonly (() => Promise<unknown>)[]): Promise<void> => {
        world.server.prepare({
          relationships: world.relationships(schema),
          programs,
          first: `export ADMIN="${world.admin}"; ${first}`
        })
        await world.database.query(before)
        await Promise.all(tasks.map((task) => task()))
        await world.database.query(after)
        await until(() => remoteFolders().length === 0)
      }
      const plain: number[] = []
      const all = [
        ...ways.map((way) => () => attempt(way)),
        async () => plain.push((await world.plainPipe(schema)).exitCode)
      ]
      // What a fault does to the database would hit the others as well.
      if (sql || JSON.stringify(programs).includes('$ADMIN')) for (const task of all) await around([task])
      else await around(all)
      outcomes.push({ id, fault, ours, plain: plain[0] ?? -1 })
    }
  )

  test('and a plain pipe takes most of them for one', () => {
    expect(outcomes.length).toBe(backupFaults('').length)
    expect(outcomes.filter(({ plain }) => plain === 0).length).toBeGreaterThanOrEqual(12)
    outcomes.forEach(recordOutcome)
  })
})

describe('ssh-dump', () => {
  test.each([
    ['/tmp is too small', { programs: { df: 'echo; echo "x 9 9 7 9 /"' } }, /has 7 KB free/],
    ['PHP is broken', { programs: { php: 'echo Notice: oops; exit 255' } }, /php could not read/]
  ])('%s', async (name, session, says) => {
    world.server.prepare({ relationships: world.relationships(), ...session })
    const error = await failureOf(world.backUp('ssh-dump'))
    const code = name.startsWith('PHP') ? 'preflight-failed' : 'backup-failed'
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(says)])
    expect(remoteFolders()).toEqual([])
  })

  const [endpoint = {}] = Object.values({ database: { scheme: 'mysql', path: 'main', password: canary } })
  test.each([
    ['there is no database', { relationships: { search: [] } }, /no relationship named database, only: search/],
    ['it is a list', { relationships: { database: [canary] } }, /no relationship named database/],
    ['it has no host', { relationships: { database: [endpoint] } }, /database has neither host nor socket/],
    ['they are null', { relationships: null }, /is missing or cannot be read/],
    ['they are no base64', { first: `export MAGENTO_CLOUD_RELATIONSHIPS='{"${canary}'` }, /missing or cannot be read/],
    ['they are missing', { first: 'unset MAGENTO_CLOUD_RELATIONSHIPS' }, /is missing or cannot be read/]
  ])('F09: relationships that cannot be used are no failed backup: %s', async (_name, session, says) => {
    world.server.prepare({ relationships: world.relationships(), ...session })
    const error = await failureOf(world.backUp('ssh-dump'))
    expect([error.exitCode, error.message]).toEqual([12, expect.stringMatching(says)])
    expect(error.message + error.next).not.toContain(canary)
    expect(error.next).toContain('.magento.app.yaml')
    expect(remoteFolders()).toEqual([])
  })

  // The real client is given an address that this machine has.
  const elsewhere = `case "$1" in --defaults-file=*) ;; *) exec "$real" "$@" ;; esac
login=$(cat "\${1#*=}"); shift
exec "$real" --defaults-file=<(sed 's/"2001:db8::7"/"127.0.0.1"/' <<<"$login") "$@"`
  test.each([
    ['behind a socket', { host: null, port: null, socket: '$SOCKET' }],
    ['behind a socket as its host', { host: '$SOCKET', port: null }],
    ['behind IPv6', { host: '[2001:db8::7]' }]
  ])('F09: a database %s is dumped', async (_name, where) => {
    const place = JSON.parse(JSON.stringify(where).replace('$SOCKET', world.database.socket)) as object
    const programs = { mariadb: elsewhere, mysql: elsewhere, 'mariadb-dump': elsewhere, mysqldump: elsewhere }
    const { database } = world.relationships('main', place)
    world.server.prepare({ relationships: { database }, programs })
    const { location } = await world.backUp('ssh-dump')
    rmSync(dirname(location ?? ''), { recursive: true })
  })

  test('a refused password shows nothing of it', async () => {
    world.server.prepare({ relationships: world.relationships('main', { password: `${canary}-wrong` }) })
    const error = await failureOf(world.backUp('ssh-dump'))
    expect(error.message).toMatch(/1045/)
    expect(error.message).not.toContain(canary)
  })

  test('notices of PHP do no harm', async () => {
    world.server.prepare({
      relationships: world.relationships(),
      programs: { php: 'echo "PHP Deprecated: x"; echo noise >&2; exec "$real" "$@"' }
    })
    const { location } = await world.backUp('ssh-dump')
    rmSync(dirname(location ?? ''), { recursive: true })
  })

  test('a failed download says where the proven dump lies, and leaves it', async () => {
    world.server.prepare({
      relationships: world.relationships(),
      programs: { tail: 'case "$2" in +*) exec head -c 1000 "$4" ;; esac; exec "$real" "$@"' }
    })
    const error = await failureOf(world.backUp('ssh-dump', { to: 'both' }))
    expect(error.message).toMatch(/proven and stored on ssh:.* as \/tmp\/magento-cloud-upgrade-\w+\/main-.*differs/)
    const [kept = ''] = remoteFolders()
    expect(readdirSync(kept)).toEqual([expect.stringMatching(/^main-.*\.sql\.gz$/)])
    expect((await dumpFiles.inspect(join(kept, readdirSync(kept)[0] ?? ''))).gzipFailure).toBeNull()
    rmSync(kept, { recursive: true })
  })

  test('[B10] a download goes on behind the last byte that arrived where the connection breaks', async () => {
    const breaks = `case "$2" in +*) ;; *) exec "$real" "$@" ;; esac
      echo "$2" >>"$bin/sent"
      case $(wc -l <"$bin/sent") in
        1) "$real" "$@" | head -c 5001; exit 255 ;;
        2) "$real" "$@" | head -c 5001; kill -9 "$server" ;;
        *) exec "$real" "$@" ;;
      esac`
    world.server.prepare({ relationships: world.relationships(), programs: { tail: breaks } })
    const { downloadedTo, sha256: sum } = await world.backUp('ssh-dump', { to: 'both', directory: world.at('resumed') })
    expect(sha256(downloadedTo ?? '')).toBe(sum)
    const [first, second, third] = readFileSync(world.at('bin/sent'), 'utf8').trim().split('\n').map(Number)
    expect([first, second]).toEqual([1, 5002])
    expect(third).toBeGreaterThanOrEqual(5002)
    for (const folder of remoteFolders()) rmSync(folder, { recursive: true })
  })

  test('a failed rename leaves nothing', async () => {
    world.server.prepare({ relationships: world.relationships(), programs: { mv: 'exit 1' } })
    expect((await failureOf(world.backUp('ssh-dump'))).message).toMatch(/could not be renamed/)
    expect(remoteFolders()).toEqual([])
  })

  test('a connection that drops ends the dump there, and its folder goes away', async () => {
    world.server.prepare({
      relationships: world.relationships(),
      ...midway('echo "$$" >"$bin/pid"; kill -9 "$server"; sleep 300')
    })
    const { failure, stdout } = await world.server.ssh.script(
      world.server.host,
      remoteDumpScript({ relationship: 'database', source: 'auto', exclude: [] }),
      {
        timeoutSeconds: 20
      }
    )
    expect([failure, stdout]).toEqual([
      expect.stringMatching(/connection was lost/),
      expect.stringMatching(/^folder\t/)
    ])
    const pid = readFileSync(world.at('bin/pid'), 'utf8').trim()
    await until(() => !existsSync(`/proc/${pid}`) && remoteFolders().length === 0)
  })

  test.each(['remote', 'runner'] as const)(
    'to the %s: the password is on no command line and in no output',
    async (to) => {
      world.server.prepare({
        relationships: world.relationships(),
        ...midway('until [ -e "$bin/seen" ]; do sleep 0.05; done')
      })
      const directory = world.at(`sampled-${to}`)
      const { seen, value } = await sampled(world.backUp('ssh-dump', { to, directory }), (lines) => {
        if (lines.some((line) => line.includes('dump') && line.includes('--hex-blob')))
          writeFileSync(world.at('bin/seen'), '')
      })
      expect(seen.some((line) => line.includes('--defaults-file='))).toBe(true)
      expect(seen.filter((line) => line.includes(canary))).toEqual([])
      expect(JSON.stringify([world.server.answers, value])).not.toContain(canary)
      for (const folder of remoteFolders()) rmSync(folder, { recursive: true })
    }
  )

  test('nor is it when a backup is restored', async () => {
    world.server.prepare({ relationships: world.relationships('copy') })
    await world.database.query(
      "CREATE DATABASE copy; GRANT ALL ON copy.* TO shop@'127.0.0.1'; SET GLOBAL log_bin_trust_function_creators = 1"
    )
    const tools = { files, dumpFiles }
    const backup = await checkBackup(tools, dirname(older.downloadedTo ?? ''), null)
    const { seen } = await sampled(restoreBackup(world.restoring(), backup, world.target()))
    expect(seen.some((line) => line.includes('--binary-mode'))).toBe(true)
    expect(seen.filter((line) => line.includes(canary))).toEqual([])
  })
})

/** Every command line on this machine while something runs, which also is the server. */
async function sampled<T>(
  task: Promise<T>,
  look: (lines: readonly string[]) => void = () => undefined
): Promise<{ readonly seen: readonly string[]; readonly value: T }> {
  const seen = new Set<string>()
  const ended = task.then(() => true)
  while (!(await Promise.race([ended, new Promise<false>((resolve) => setTimeout(resolve, 10, false))]))) {
    commandLines().forEach((line) => seen.add(line))
    look([...seen])
  }
  return { seen: [...seen], value: await task }
}
