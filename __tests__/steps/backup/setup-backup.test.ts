import { afterAll, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEffects } from '../../../src/describe-effects.js'
import { createLedger } from '../../../src/ledger.js'
import { setupBackup, type FilesBackup } from '../../../src/steps/backup/setup-backup.js'
import { localSsh } from '../../helpers/local-ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-files-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
mkdirSync(join(folder, 'bin'))

/** A `php bin/magento` that answers as Magento does; `backup` is what its setup:backup runs. */
let ledger = createLedger()
function backUp(backup: string, { maintenance = false, enable = false } = {}): Promise<FilesBackup> {
  rmSync(join(folder, 'maintenance'), { force: true })
  if (maintenance) writeFileSync(join(folder, 'maintenance'), '')
  const status =
    'if [ -e maintenance ]; then echo "Status: maintenance mode is active"; else echo "Status: maintenance mode is not active"; fi'
  const script = `#!/bin/sh\ncase $2 in maintenance:status) ${status} ;; setup:backup) ${backup} ;; config:show) cat enabled ;; config:set) echo $4 >enabled; echo $4 >>set ;; esac\n`
  writeFileSync(join(folder, 'bin/php'), script)
  chmodSync(join(folder, 'bin/php'), 0o755)
  const ssh = localSsh({ node: folder }, `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`)
  ledger = createLedger()
  return setupBackup({ ssh, ledger }, { hosts: ['node'], code: true, media: true, enable })
}

const done =
  'echo "[SUCCESS]: Code backup path: /app/var/backups/1600000000_filesystem_code.tgz"; echo "/app/var/backups/1600000000_filesystem_media.tgz"'

const states = (): readonly string[] => ledger.effects.map(({ kind, state }) => `${kind} ${state}`)

test('tells where the archives lie', async () => {
  const { extras, problems } = await backUp(done)
  expect(extras.map(({ kind }) => kind)).toEqual(['code', 'media'])
  expect(problems).toEqual([])
})

test('blames setup:backup for a maintenance mode that it left on', async () => {
  await expect(backUp(`${done}; touch maintenance`)).rejects.toMatchObject({
    code: 'backup-failed',
    message: 'setup:backup left the site in maintenance mode on node.',
    next: expect.stringContaining('maintenance:disable')
  })
  // The environment is not as it was, and nothing is said of the dump of the database, which was made before.
  expect(describeEffects(ledger.effects)).toEqual({
    changed: 'The site on node was left in maintenance mode; copies of code or media were left on node.',
    unknown: '',
    unchanged: 'The checkout, the branch, the database and earlier backups were not changed.'
  })
})

test('does not blame it for one that was on before', async () => {
  expect((await backUp(done, { maintenance: true })).extras).toHaveLength(2)
  expect(states()).toEqual(['maintenance undone', 'server-file done'])
})

test('a failure is one', async () => {
  await expect(backUp('exit 1')).rejects.toMatchObject({
    code: 'backup-failed',
    message: 'Code and media could not be backed up: setup:backup ended with exit code 1.'
  })
  // It may have left a part of a copy.
  expect(states()).toEqual(['maintenance undone', 'server-file unknown'])
})

test('without an answer it is not known whether the site is open', async () => {
  const ssh = localSsh({}, '')
  ledger = createLedger()
  const input = { hosts: ['node'], code: true, media: false, enable: true }
  await expect(setupBackup({ ssh, ledger }, input)).rejects.toMatchObject({ code: 'backup-failed' })
  expect(states()).toEqual(['maintenance unknown', 'server-file unknown', 'setting unknown'])
})

test('what is not told any more, because PHP ends as well, is not known', async () => {
  await expect(backUp('echo "exit 255" >bin/php; exit 1', { enable: true })).rejects.toMatchObject({
    code: 'backup-failed'
  })
  expect(states()).toEqual(['maintenance unknown', 'server-file unknown', 'setting unknown'])
  for (const name of ['enabled', 'set']) rmSync(join(folder, name))
})

test('where it is disabled that is a warning', async () => {
  const { problems } = await backUp('echo "Backup functionality is currently disabled."; exit 1')
  expect(problems).toMatchObject([{ id: 'setup-backup-disabled', severity: 'warning' }])
})

test('it is enabled for the run where that is wanted, and as it was afterwards, whatever happens', async () => {
  const only = `[ "$(cat enabled 2>/dev/null)" = 1 ] || { echo "Backup functionality is currently disabled."; exit 1; }; ${done}`
  expect((await backUp(only, { enable: true })).extras).toHaveLength(2)
  expect([readFileSync(join(folder, 'enabled'), 'utf8'), readFileSync(join(folder, 'set'), 'utf8')]).toEqual([
    '0\n',
    '1\n0\n'
  ])
  await expect(backUp('exit 1', { enable: true })).rejects.toMatchObject({ code: 'backup-failed' })
  expect(readFileSync(join(folder, 'enabled'), 'utf8')).toBe('0\n')
})
