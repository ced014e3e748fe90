import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { createScratchServers } from '../../../src/tools/mariadb/scratch-server.js'
import { createOrdinaryUser, type OrdinaryUser } from '../../helpers/as-ordinary-user.js'
import { serverAttacks } from '../../helpers/server-attacks.js'

let user: OrdinaryUser
beforeAll(() => {
  user = createOrdinaryUser()
  chmodSync(join(user.folder, 'open'), 0o777)
  writeFileSync(join(user.folder, 'canary'), 'CANARY\n', { mode: 0o666 })
  // As on a system that allows no namespaces, no bounds and no change of the user.
  mkdirSync(join(user.folder, 'refused'))
  for (const name of ['unshare', 'prlimit', 'setpriv'])
    writeFileSync(join(user.folder, 'refused', name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
})
afterAll(() => {
  rmSync(user.folder, { recursive: true })
})

const path = process.env['PATH'] ?? ''
const refusing = (): string => `${join(user.folder, 'refused')}:${path}`
const module = (attacks: ReturnType<typeof serverAttacks>): string => `
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { createRunCommand } from './src/tools/process/run-command.js'
import { createScratchServers } from './src/tools/mariadb/scratch-server.js'
const result = await createScratchServers(createRunCommand(), process.env)({ schema: 'rehearsal', outside: [], settings: {} }, async (database) => {
  const load = async (sql) => (await database.load((async function* () { yield Buffer.from(sql) })()))?.words ?? null
  const failures = []
  for (const [name, sql] of ${JSON.stringify(attacks)}) {
    const failure = await load(sql)
    if (!/ERROR|failed/.test(failure ?? '')) failures.push(name)
    await database.query('DROP DATABASE rehearsal; CREATE DATABASE rehearsal')
  }
  const loaded = await load('CREATE TABLE a (t int); INSERT INTO a VALUES (1),(2);')
  const settings = await database.query(
    "SELECT CONCAT_WS(' ', @@local_infile, @@event_scheduler, @@skip_networking, @@have_symlink, @@automatic_sp_privileges); SELECT @@secure_file_priv; SELECT @@plugin_dir; SELECT @@pid_file; SELECT COUNT(*) FROM rehearsal.a; SHOW GRANTS")
  const [flags, files, plugins, pidFile, rows, ...grants] = settings.trim().split('\\n')
  const pid = readFileSync(pidFile, 'utf8').trim()
  return {
    unheld: failures, loaded, flags, rows, grants,
    empty: [readdirSync(files), readdirSync(plugins)],
    uid: Number(/^Uid:\\t(\\d+)/m.exec(readFileSync('/proc/' + pid + '/status', 'utf8'))[1]),
    sameNetwork: readlinkSync('/proc/' + pid + '/ns/net') === readlinkSync('/proc/self/ns/net')
  }
})
process.stdout.write(JSON.stringify(result.value))
`

test.each([
  ['as the system allows it', () => path],
  ['without namespaces and bounds', refusing]
])('an ordinary user gets a server that is held by its options, %s', (_name, pathOf) => {
  const result = user.run(module(serverAttacks(user.folder)), pathOf())
  expect(result).toMatchObject({
    unheld: [],
    loaded: null,
    rows: '2',
    flags: 'OFF OFF ON DISABLED OFF',
    empty: [[], []],
    grants: [
      expect.stringMatching(/^GRANT USAGE ON \*\.\*/),
      expect.stringMatching(/^GRANT (?!.*(?:FILE|ALL|OPTION|UPDATE)).* ON `rehearsal`\.\*/)
    ]
  })
  expect([readdirSync(join(user.folder, 'open')), readFileSync(join(user.folder, 'canary'), 'utf8')]).toEqual([
    [],
    'CANARY\n'
  ])
  if (pathOf === refusing) expect(result).toMatchObject({ sameNetwork: true })
  if (process.getuid?.() === 0) expect(result).toMatchObject({ uid: 12345 })
})

test('root that cannot give up its rights gets no server', async () => {
  if (process.getuid?.() !== 0) return
  const open = createScratchServers(createRunCommand(), { PATH: refusing() })
  expect(await open({ schema: 'rehearsal', outside: [], settings: {} }, () => Promise.resolve('served'))).toEqual({
    why: expect.stringMatching(/setpriv/),
    attempted: false,
    lacksProgram: true
  })
})
