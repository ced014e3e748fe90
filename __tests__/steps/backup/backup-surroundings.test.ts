import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parseManifest, type BackupManifest } from '../../../src/steps/backup/manifest/manifest.js'
import type { Backup } from '../../../src/report/report.js'
import { midway } from '../../helpers/backup-faults.js'
import { startAgent } from '../../helpers/local-agent.js'
import { failureOf, password, sha256, startBackupWorld, type BackupWorld } from '../../helpers/backup-world.js'
import { recordOutcome } from '../../helpers/record-outcome.js'

let world: BackupWorld
beforeAll(async () => {
  world = await startBackupWorld()
})
afterEach(() => {
  world.server.prepare({ relationships: world.relationships() })
  for (const folder of world.remoteFolders()) rmSync(folder, { recursive: true })
})
afterAll(() => world.stop())

/** A client as of before the sandbox mode, for which the first line of a newer dump is a command it does not know. */
const olderClient = `case " $* " in *" -e "* | *" --execute"*) exec "$real" "$@" ;; esac
IFS= read -r first
case "$first" in '/*M!999999'*) echo "ERROR at line 1: Unknown command '\\\\-'." >&2; exit 1 ;; esac
{ printf '%s\\n' "$first"; cat; } | "$real" "$@"`

const stream = { to: 'runner' } as const
const manifestOf = ({ manifest }: Backup): BackupManifest => parseManifest(readFileSync(manifest ?? '', 'utf8'), '')
const only = (name: string, state: string): Record<string, string> => ({ [name]: state })

describe('what stands around a dump', () => {
  test('[F24] a server that freezes is given up', async () => {
    const programs = midway('echo "$server" >"$bin/frozen"; kill -STOP "$server"; sleep 60').programs
    const thaw = (): void => {
      process.kill(Number(readFileSync(world.at('bin/frozen'), 'utf8')), 'SIGKILL')
    }
    world.server.prepare({ relationships: world.relationships(), programs, keepAliveSeconds: 1 })
    const error = await failureOf(world.backUp('ssh-dump', stream))
    thaw()
    expect([error.code, error.message]).toEqual([
      'backup-failed',
      expect.stringMatching(/connection was lost|not respond/)
    ])
    const { timedOut } = await world.plainPipe('main', 8)
    thaw()
    expect(timedOut).toBe(true)
    recordOutcome({
      id: 'F24',
      fault: 'the server freezes',
      ours: only('ssh-dump to the runner', 'backup-failed (20)'),
      plain: 'it hangs'
    })
  })

  test('[F27] a banner is no part of it', async () => {
    world.server.prepare({ relationships: world.relationships(), first: 'echo "Welcome! PHP Notice: Xdebug"' })
    const { state } = await world.backUp('ssh-dump', stream)
    const { exitCode, file } = await world.plainPipe()
    expect([state, exitCode]).toEqual(['proven-without-rehearsal', 0])
    expect((await world.load(file)).exitCode).not.toBe(0)
    const flaw = 'the banner is in the dump, which cannot be loaded'
    recordOutcome({
      id: 'F27',
      fault: 'the login prints a banner',
      ours: only('ssh-dump to the runner', state),
      plain: 0,
      flaw
    })
  })

  test('[F28] an agent with many keys is left alone', async () => {
    const agent = startAgent(world.folder, 10)
    try {
      world.server.prepare({ relationships: world.relationships(), agent: agent.socket })
      const { state } = await world.backUp('ssh-dump', stream)
      const { exitCode: plain, file } = await world.plainPipe()
      expect([state, gunzipSync(readFileSync(file)).length]).toEqual(['proven-without-rehearsal', 0])
      recordOutcome({
        id: 'F28',
        fault: 'an agent offers ten keys',
        ours: only('ssh-dump to the runner', state),
        plain,
        flaw: 'the server refuses the login, and the file is empty'
      })
    } finally {
      agent.stop()
    }
  })

  test('[F33] a table that keeps no snapshot makes it inconsistent', async () => {
    await world.database.query('CREATE TABLE main.old_counter (a INT) ENGINE=MyISAM')
    const { state, problems } = await world.backUp('ssh-dump', stream)
    const { exitCode: plain } = await world.plainPipe()
    await world.database.query('DROP TABLE main.old_counter')
    expect([state, problems.map(({ id }) => id), plain]).toEqual(['inconsistent', ['backup-not-consistent'], 0])
    const flaw = 'nobody is told'
    recordOutcome({
      id: 'F33',
      fault: 'a table is not InnoDB',
      ours: only('ssh-dump to the runner', state),
      plain,
      flaw
    })
  })

  test('[F35] a full disk of the server fails what is written there, and is no matter for a stream', async () => {
    // 20 KB at most for each file: a real write that fails.
    const first = "ulimit -f 20; trap '' XFSZ"
    world.server.prepare({ relationships: world.relationships(), first })
    const error = await failureOf(world.backUp('ssh-dump', { to: 'remote' }))
    expect([error.code, error.message]).toEqual(['backup-failed', expect.stringMatching(/gzip \d+\b.*File too large/)])
    expect(world.remoteFolders()).toEqual([])
    const { state } = await world.backUp('ssh-dump', stream)
    expect(state).toBe('proven-without-rehearsal')
    const script = `mariadb-dump --defaults-extra-file='${world.at('client.cnf')}' main | gzip >'${world.at('remote.gz')}'`
    const { exitCode: plain } = await world.run(world.server.command(script))
    expect(plain).not.toBe(0)
    const ours = { 'ssh-dump': 'backup-failed (20)', 'ssh-dump to the runner': state }
    recordOutcome({ id: 'F35', fault: 'the disk of the server is full', ours, plain })
  })

  test('[F37] every database of a split one is in it', async () => {
    await world.database.createSchema({ name: 'quote', user: 'quoter', password, rows: 10, modules: [] })
    await world.database.query('DROP TABLE quote.setup_module, quote.core_config_data, quote.store')
    const [quote] = Object.values(world.relationships('quote', { username: 'quoter' }))
    world.server.prepare({ relationships: { ...world.relationships(), 'database-quote': quote } })
    const { dumps, state } = await world.backUp('ssh-dump', stream)
    // F15
    expect(world.server.answers.some(({ stdout }) => /^data-bytes\t[1-9]\d*$/m.test(stdout))).toBe(true)
    expect(dumps.map(({ relationship }) => relationship)).toEqual(['database', 'database-quote'])
    const { exitCode: plain } = await world.plainPipe()
    recordOutcome({
      id: 'F37',
      fault: 'the database is split',
      ours: only('ssh-dump to the runner', `${state}, both`),
      plain,
      flaw: 'one of two databases is missing'
    })
  })

  test('[F38] a dump that fails leaves the one before alone', async () => {
    const older = await world.backUp('ssh-dump', stream)
    const { file } = await world.plainPipe()
    const before = sha256(file)
    world.server.prepare({ relationships: world.relationships(), ...midway('kill -9 "$pid"') })
    await failureOf(world.backUp('ssh-dump', stream))
    expect(sha256(older.location ?? '')).toBe(older.sha256)
    const { exitCode: plain } = await world.plainPipe()
    expect([plain, sha256(file) === before]).toEqual([0, false])
    const flaw = 'the good dump before is gone'
    recordOutcome({
      id: 'F38',
      fault: 'a good dump is there already',
      ours: only('ssh-dump to the runner', 'backup-failed (20), the older one is whole'),
      plain,
      flaw
    })
  })

  test('[F41] a client that knows no sandbox mode can load it', async () => {
    const dump = `"$real" "$@" | sed '1{/999999/!i /*M!999999\\\\- enable the sandbox mode */ \n}'`
    const programs = { 'mariadb-dump': dump, mariadb: olderClient }
    world.server.prepare({ relationships: world.relationships(), programs })
    const { state } = await world.backUp('ssh-dump', { ...stream, rehearsal: 'require' })
    const { exitCode: plain, file } = await world.plainPipe()
    expect([state, await world.load(file)]).toEqual([
      'proven',
      { exitCode: 1, stderr: expect.stringContaining('Unknown command') }
    ])
    const flaw = 'it cannot be loaded'
    const fault = 'the client that loads it knows no sandbox mode'
    recordOutcome({ id: 'F41', fault, ours: only('ssh-dump to the runner', state), plain, flaw })
  })

  test.each([
    ["SELECT 'x' INTO DUMPFILE '@made';", 'SELECT'],
    ["LOAD DATA LOCAL INFILE '@known' INTO TABLE `store`;", 'LOAD DATA'],
    ["SET GLOBAL general_log_file = '@made';", 'SET'],
    ['system touch @made', 'statement']
  ])('a server that writes %s into its dump is found out before anything is loaded', async (attack, kind) => {
    const line = attack.replace('@made', world.at('made')).replace('@known', world.at('known')).replaceAll('`', '\\`')
    const dump = `"$real" "$@" | sed "s#^-- Dump completed#${line}\\n;\\n&#"`
    world.server.prepare({ relationships: world.relationships(), programs: { 'mariadb-dump': dump } })
    for (const to of ['runner', 'both'] as const) {
      const error = await failureOf(
        world.backUp('ssh-dump', { to, rehearsal: 'require', directory: world.at(`hostile-${to}`) })
      )
      expect([error.code, error.message]).toEqual([
        'backup-unproven',
        expect.stringMatching(new RegExp(`statements: line \\d+: .*${kind}.*nothing of the dump was loaded`))
      ])
    }
    expect(existsSync(world.at('made'))).toBe(false)
    expect(world.remoteFolders()).toEqual([])
  })

  test('[F42] no row is printed where it cannot be loaded', async () => {
    const canary = 'ROWCANARY'
    const again = `INSERT INTO \`store\` VALUES (0,'${canary}',0,'x');`.replaceAll('`', '\\`')
    const twice = `"$real" "$@" | sed "s/^-- Dump completed/${again}\\n&/"`
    world.server.prepare({ relationships: world.relationships(), programs: { 'mariadb-dump': twice } })
    const error = await failureOf(world.backUp('ssh-dump', { ...stream, rehearsal: 'require' }))
    expect([error.code, error.message.includes(canary)]).toEqual(['backup-unproven', false])
    const { exitCode: plain, file } = await world.plainPipe()
    const { stderr } = await world.load(file)
    expect(stderr).toContain(canary)
    const flaw = 'loading it fails, and prints rows of customers'
    recordOutcome({
      id: 'F42',
      fault: 'the dump cannot be loaded',
      ours: only('ssh-dump to the runner', `${error.code} (21)`),
      plain,
      flaw
    })
  })

  test('[F43] a grant that is missing is named', async () => {
    const grants = "GRANT SELECT, SHOW VIEW, LOCK TABLES ON main.* TO 'limited'@'127.0.0.1'"
    await world.database.query(`CREATE USER 'limited'@'127.0.0.1' IDENTIFIED BY 'x'; ${grants}`)
    const limited = world.relationships('main', { username: 'limited', password: 'x' })
    world.server.prepare({ relationships: limited })
    const error = await failureOf(world.backUp('ssh-dump', stream))
    expect([error.code, error.message]).toEqual(['backup-failed', expect.stringMatching(/user lacks TRIGGER, EVENT/)])
    const { exitCode: plain } = await world.run(
      world.server.command(
        `mariadb-dump --no-defaults --host=127.0.0.1 --port=${world.database.port} --user=limited --password=x --no-tablespaces main | gzip >'${world.at('limited.gz')}'`
      )
    )
    expect((await world.load(world.at('limited.gz'))).exitCode).toBe(0)
    expect(await world.database.query('SHOW TRIGGERS', 'loaded')).toBe('')
    const flaw = 'the triggers are missing'
    recordOutcome({
      id: 'F43',
      fault: 'the database user lacks TRIGGER and EVENT',
      ours: only('ssh-dump to the runner', `${error.code} (20)`),
      plain,
      flaw
    })
  })
})

describe('a backup of an earlier run of the same upgrade', () => {
  const reuse = { baseCommit: 'a'.repeat(40), minutes: 60 }
  test.each(['runner', 'remote'] as const)('is read again and used, on the %s, where it fits', async (to) => {
    const asked = { to, reuse, directory: world.at(`reuse-${to}`) }
    const first = await world.backUp('ssh-dump', asked)
    expect(await world.backUp('ssh-dump', asked)).toEqual({ ...first, reused: true })
    for (const other of [{ baseCommit: 'b'.repeat(40), minutes: 60 }, { ...reuse, minutes: 0 }, null])
      expect((await world.backUp('ssh-dump', { ...asked, reuse: other })).reused).toBe(false)
    expect((await world.backUp('ssh-dump', { ...asked, level: 'proven' })).reused).toBe(false)
    writeFileSync(first.location ?? '', 'damaged')
    expect((await world.backUp('ssh-dump', asked)).manifest).not.toBe(first.manifest)
  })

  test('[B10] is brought from the server to a new runner, and made anew where the server lost it', async () => {
    const asked = { to: 'both', reuse } as const
    const first = await world.backUp('ssh-dump', { ...asked, directory: world.at('runner-1') })
    const second = await world.backUp('ssh-dump', { ...asked, directory: world.at('runner-2') })
    const { manifest, downloadedTo, ...rest } = second
    expect(rest).toEqual({ ...rest, reused: true, location: first.location, finishedAt: first.finishedAt })
    expect(sha256(downloadedTo ?? '')).toBe(first.sha256)
    expect(manifestOf(second).dumps).toEqual(manifestOf(first).dumps)
    expect(manifest).not.toBe(first.manifest)
    expect(await world.backUp('ssh-dump', { ...asked, directory: world.at('runner-2') })).toEqual(second)
    rmSync(first.location ?? '')
    expect((await world.backUp('ssh-dump', { ...asked, directory: world.at('runner-2') })).reused).toBe(false)
  })
})

describe('the load on the shop', () => {
  test('a dump that waits for a lock is ended before a queue forms behind it', async () => {
    const client = `${world.admin} main`
    const held = world.run(['sh', '-c', `${client} -e "LOCK TABLES customer_entity WRITE; SELECT SLEEP(40)"`])
    const holder = async (): Promise<string> =>
      world.database.query("SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'")
    while ((await holder()) === '') await new Promise((resolve) => setTimeout(resolve, 20))
    world.server.prepare({ relationships: world.relationships(), first: 'export lock_seconds=1' })
    const error = await failureOf(world.backUp('ssh-dump', stream))
    expect([error.code, error.message]).toEqual(['backup-failed', expect.stringMatching(/waited 1 s for a lock/)])
    await world.database.query(`KILL ${(await holder()).trim()}`)
    await held
  })

  test('a broken view can be left out, and that is said', async () => {
    await world.database.query(
      'CREATE TABLE main.gone (a INT); CREATE VIEW main.broken AS SELECT a FROM main.gone; DROP TABLE main.gone'
    )
    const backup = await world.backUp('ssh-dump', { ...stream, exclude: ['broken'], rehearsal: 'require' })
    await world.database.query('DROP VIEW main.broken')
    expect([backup.state, backup.problems.map(({ id }) => id)]).toEqual(['proven', ['backup-excluded']])
    expect(manifestOf(backup).promises.find(({ id }) => id === 'complete')).toMatchObject({ kept: false })
  })

  test('a schema change that is over soon spoils one dump, not the backup', async () => {
    const once = '[ -e "$bin/changed" ] || { touch "$bin/changed"; $ADMIN -e "TRUNCATE main.sales_order_item"; }'
    const first = `export ADMIN="${world.admin}"`
    world.server.prepare({ relationships: world.relationships(), first, ...midway(once) })
    const backup = await world.backUp('ssh-dump', { ...stream, attempts: 2 })
    expect(backup.state).toBe('proven-without-rehearsal')
  })

  test('orphans are found in the rehearsal', async () => {
    await world.database.query(
      `SET FOREIGN_KEY_CHECKS = 0; CREATE TABLE main.parent (id INT PRIMARY KEY) ENGINE=InnoDB;
       CREATE TABLE main.child (p INT, CONSTRAINT child_parent FOREIGN KEY (p) REFERENCES parent (id)) ENGINE=InnoDB;
       INSERT INTO main.child VALUES (7)`
    )
    const backup = await world.backUp('ssh-dump', { ...stream, rehearsal: 'require' })
    await world.database.query('DROP TABLE main.child; DROP TABLE main.parent')
    expect(backup.problems).toEqual([
      expect.objectContaining({ id: 'backup-orphans', message: expect.stringContaining('child_parent of child') })
    ])
  })
})
