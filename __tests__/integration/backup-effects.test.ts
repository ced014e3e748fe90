import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { UpgradeError } from '../../src/errors.js'
import { backUpDatabase } from '../../src/steps/backup/back-up-database.js'
import type { BackupInput, BackupTools } from '../../src/steps/backup/backup-request.js'
import { checkBackup } from '../../src/steps/backup/manifest/check-backup.js'
import { removeOldBackups } from '../../src/steps/backup/manifest/remove-old-backups.js'
import { restoreBackup } from '../../src/steps/backup/restore/restore-backup.js'
import { setupBackup } from '../../src/steps/backup/setup-backup.js'
import { dumpFiles } from '../../src/tools/dump/dump-file.js'
import { createDumpStore } from '../../src/tools/dump/dump-store.js'
import { files } from '../../src/tools/files.js'
import type { MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import { createScratchServers } from '../../src/tools/mariadb/scratch-server.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import { failingFiles } from '../helpers/failing-files.js'
import { failings, failingServer, type FailingServer, type ServerFailing } from '../helpers/failing-server.js'
import { judgeEffects, type Place, type Seen } from '../helpers/judge-effects.js'
import { startRestoreWorld, type RestoreWorld } from '../helpers/restore-world.js'

// Backups and restores, with one program of the server or one change of a file that fails in them: what is said of their
// effects is what really differs.

// By default one failure in the commands that leave most behind; with MASS so many in each, and the run after each of them.
const mass = Number(process.env['MASS'] ?? 0)
let shop: RestoreWorld
let server: FailingServer
const here = failingFiles(files)
beforeAll(async () => {
  shop = await startRestoreWorld()
  const folder = shop.world.at('failing')
  server = failingServer(folder, { php: php(shop.world.at('client.cnf')) })
})
afterAll(() => shop.world.stop())
const at = (name: string): string => shop.world.at(`failing/${name}`)

/** What `php` does on the server, its programs those of the server: as `bin/magento` and `ece-tools` of a real shop. */
const php = (login: string): string => `
  case "$1 $2" in
    "bin/magento maintenance:status") [ -e "$state/closed" ] && echo "Status: maintenance mode is active" || echo "Status: maintenance mode is not active" ;;
    "bin/magento config:show") cat "$state/enabled" 2>/dev/null ;;
    "bin/magento config:set") echo "$4" >"$state/enabled" ;;
    "bin/magento setup:backup")
      [ "$(<"$state/enabled")" = 1 ] || { echo "Backup functionality is currently disabled."; exit 1; }
      : >"$state/closed"
      copy="$state/app/var/backups/$$_filesystem_code.tgz"
      echo half >"$copy"
      cat "$state/enabled" >>"$copy"; status=$?
      rm -f "$state/closed"
      [ "$status" != 0 ] || echo "$copy"
      return "$status" ;;
    "./vendor/bin/ece-tools db-dump")
      file="$state/app/var/dump-main-1.sql.gz"
      : >"$state/closed"
      cat "$state/cron-off" >"$state/app/etc/env.php"
      ( set -o pipefail; mariadb-dump --defaults-extra-file='${login}' --single-transaction --quick shop | gzip >"$file" ); status=$?
      cat "$state/cron-on" >"$state/app/etc/env.php"
      rm -f "$state/closed"
      [ "$status" = 0 ] || { rm -f "$file"; return 1; }
      echo "[2026-01-01] INFO: Finished DB dump for main database, it can be found here: $file" ;;
    *) "$real" "$@" ;;
  esac`

/** Everything that one of them may change. */
async function seen(): Promise<Seen> {
  const below = (folder: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted() : []
  const backups = below(shop.world.at('backups'))
  const isNote = (name: string): boolean => name.startsWith('unfinished-restore-')
  const dumps = server.folders().flatMap((folder) => below(folder).filter((name) => !name.endsWith('.txt')))
  return {
    dumps: [...dumps, ...below(at('app/var')).filter((name) => name.startsWith('dump-'))].join(' '),
    copies: below(at('app/var/backups')).join(' '),
    site: String(existsSync(at('closed'))),
    cron: readFileSync(at('app/etc/env.php'), 'utf8'),
    setting: readFileSync(at('enabled'), 'utf8'),
    backups: backups.filter((name) => !isNote(name)).join(' '),
    notes: backups.filter(isNote).join(' '),
    database: await shop.contents()
  }
}
const places: Readonly<Record<string, ReturnType<Place>>> = {
  dumps: { kinds: ['server-file'], words: 'a dump of' },
  copies: { kinds: ['server-file'], words: 'copies of' },
  site: { kinds: ['maintenance'], words: '' },
  cron: { kinds: ['cron'], words: '' },
  setting: { kinds: ['setting'], words: '' },
  backups: { kinds: ['backup', 'removed-backup'], words: '' },
  notes: { kinds: ['note'], words: '' },
  database: { kinds: ['database'], words: '' }
}

/** Everything as it was at the beginning, and something in the database that the backup does not contain. */
async function reset(programs: Readonly<Record<string, string>>): Promise<void> {
  await server.idle()
  await shop.reset()
  for (const folder of server.folders()) rmSync(folder, { recursive: true })
  rmSync(at('app'), { recursive: true, force: true })
  mkdirSync(at('app/var/backups'), { recursive: true })
  mkdirSync(at('app/etc'))
  rmSync(at('closed'), { force: true })
  writeFileSync(at('cron-off'), "<?php return ['cron' => ['enabled' => 0]];")
  writeFileSync(at('cron-on'), '<?php return [];')
  writeFileSync(at('app/etc/env.php'), '<?php return [];')
  writeFileSync(at('enabled'), '0\n')
  addOlder()
  prepare(programs)
}
function prepare(programs: Readonly<Record<string, string>>): void {
  const { first } = server
  shop.world.server.prepare({
    relationships: shop.world.relationships('shop'),
    programs: { ...server.programs, ...programs },
    first: `${first}; cd '${at('app')}'`
  })
}

const target = { project: 'abcdefghijklm', environment: 'staging', application: null }
const asked = {
  ...target,
  recipients: [],
  exclude: [],
  media: false,
  attempts: 3,
  reuse: null,
  rehearsal: 'off'
} as const
const input = (given: Pick<BackupInput, 'strategy' | 'to'>): BackupInput => ({
  ...asked,
  ...given,
  level: 'proven-without-rehearsal',
  hosts: [shop.world.server.host],
  directory: shop.world.at('backups')
})
type Tools = BackupTools & { readonly stop: AbortController }
const backingUp = (strategy: BackupInput['strategy'], to: BackupInput['to']) => (tools: Tools) =>
  backUpDatabase(tools, input({ strategy, to }))
async function restoring({ stop, ...tools }: Tools): Promise<void> {
  const backup = await checkBackup(tools, shop.folder, null)
  const { ledger, files: own } = tools
  const restore = { ...shop.world.restoring(), ssh: tools.ssh, ledger, files: own, signal: stop.signal }
  await restoreBackup({ ...restore, backUp: (wanted) => backUpDatabase(tools, wanted) }, backup, shop.world.target())
}
/** An older backup, which is to go. */
function addOlder(): void {
  const older = `${shop.folder}-older`
  cpSync(shop.folder, older, { recursive: true })
  const manifest = join(older, 'manifest.json')
  const text = readFileSync(manifest, 'utf8').replace(/("finishedAt": ?)"[^"]*"/, '$1"2020-01-01T00:00:00.000Z"')
  writeFileSync(manifest, text)
}
async function pruning(tools: Tools): Promise<void> {
  const retention = { keep: 1, days: null }
  await removeOldBackups(tools, shop.world.at('backups'), { retention, now: new Date(), dryRun: false })
}
const hosts = (): readonly string[] => [shop.world.server.host]
const commands: readonly (readonly [string, (tools: Tools) => Promise<unknown>, Readonly<Record<string, string>>?])[] =
  [
    ['a backup that is streamed', backingUp('ssh-dump', 'runner')],
    ['a backup on both sides', backingUp('ssh-dump', 'both')],
    ['a backup on the server', backingUp('ssh-dump', 'remote')],
    ['a backup by magento-cloud', backingUp('cloud-dump', 'runner')],
    ['a backup by ece-tools', backingUp('ece-dump', 'both')],
    [
      'a copy of code and media',
      (tools) => setupBackup(tools, { hosts: hosts(), code: true, media: true, enable: true })
    ],
    ['a restore beside', restoring],
    ['a restore that drops first', restoring, { df: 'exit 1' }],
    ['prune', pruning],
    ['verify', (tools) => checkBackup(tools, shop.folder, null)]
  ]

/** Runs one of them, and stops it if that is armed. Returns everything untrue in what it reports. */
async function judged(run: (tools: Tools) => Promise<unknown>, how: string): Promise<readonly string[]> {
  // A restore of what is there already would change nothing.
  await shop.sql('CREATE TABLE IF NOT EXISTS newer (a INT)')
  const before = await seen()
  const stop = new AbortController()
  const command = createRunCommand(stop.signal)
  const watch = setInterval(() => {
    if (server.isStopping()) stop.abort('SIGTERM')
  }, 20)
  const given = shop.world.restoring({ signal: stop.signal, run: command })
  const env = { PATH: shop.world.server.path(), HOME: shop.world.folder }
  const cloud = {
    environment: () => Promise.resolve({ dedicated: false }),
    dumpDatabase: (file: string, _: string, { timeoutSeconds }: { readonly timeoutSeconds: number }) =>
      command(shop.world.dumpCommand('shop'), { env, timeoutSeconds, stdoutTo: { file, through: ['gzip', '-6'] } })
  } as unknown as MagentoCloud
  const tools = { ...given, cloud, stop, files: here.files, dumpFiles, dumpStore: createDumpStore(command) }
  const withScratchDatabase = createScratchServers(command, process.env)
  const error: unknown = await run({ ...tools, withScratchDatabase }).then(
    () => null,
    (reason: unknown) => reason
  )
  clearInterval(watch)
  await server.idle()
  const { effects } = given.ledger
  const known = error === null || error instanceof UpgradeError || how === 'stopped'
  const full = error instanceof Error && error.message.startsWith('ENOSPC')
  return [
    ...judgeEffects(effects, before, await seen(), (name) => places[name] ?? { kinds: [], words: '' }),
    ...(known || full ? [] : [`no error of ours: ${error instanceof Error ? error.message : 'not an Error'}`])
  ]
}

/** Numbers below 1 that are the same in each run of this test. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state / 2_147_483_648
  }
}

const inShort = /both sides|ece-tools|code and media|beside|prune/
test.each(mass > 0 ? commands : commands.filter(([name]) => inShort.test(name)))(
  '%s says what it changed, whatever fails in it',
  async (name, run, programs = {}) => {
    const arm = (call: number, how: ServerFailing, file = 0): void => {
      server.arm(call, how)
      here.arm(file, how === 'lost' ? 'after' : 'before')
    }
    await reset(programs)
    arm(0, 'refused')
    expect(await judged(run, '')).toEqual([])
    const calls = [server.calls(), here.calls()] as const
    const next = numbers(name.length)
    const lies: string[] = []
    for (let index = 0; index < Math.max(mass, 1); index += 1) {
      await reset(programs)
      const call = 1 + Math.floor(next.next().value * (calls[0] + calls[1]))
      const how = failings[Math.floor(next.next().value * failings.length)] ?? 'lost'
      if (call > calls[0]) arm(0, how, call - calls[0])
      else arm(call, how)
      const wrong = await judged(run, how)
      const what = `${how}, ${call} of ${calls.join('+')}: ${server.failed()}${here.failed()}`
      arm(0, 'refused')
      const after = mass === 0 ? [] : (await judged(run, '')).map((lie) => `then: ${lie}`)
      lies.push(...[...wrong, ...after].map((lie) => `${what}: ${lie}`))
    }
    expect(lies).toEqual([])
  },
  3_600_000
)
