import { afterAll, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setupBackup, type FilesBackup } from '../../../src/steps/backup/setup-backup.js'
import { localSsh } from '../../helpers/local-ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-files-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
mkdirSync(join(folder, 'bin'))

/** A `php bin/magento` that answers as Magento does; `backup` is what its setup:backup runs. */
function backUp(backup: string, { maintenance = false, enable = false } = {}): Promise<FilesBackup> {
  rmSync(join(folder, 'maintenance'), { force: true })
  if (maintenance) writeFileSync(join(folder, 'maintenance'), '')
  const status =
    'if [ -e maintenance ]; then echo "Status: maintenance mode is active"; else echo "Status: maintenance mode is not active"; fi'
  const script = `#!/bin/sh\ncase $2 in maintenance:status) ${status} ;; setup:backup) ${backup} ;; config:show) cat enabled ;; config:set) echo $4 >enabled; echo $4 >>set ;; esac\n`
  writeFileSync(join(folder, 'bin/php'), script)
  chmodSync(join(folder, 'bin/php'), 0o755)
  const ssh = localSsh({ node: folder }, `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`)
  return setupBackup({ ssh }, { hosts: ['node'], code: true, media: true, enable })
}

const done =
  'echo "[SUCCESS]: Code backup path: /app/var/backups/1600000000_filesystem_code.tgz"; echo "/app/var/backups/1600000000_filesystem_media.tgz"'

test('tells where the archives lie', async () => {
  const { extras, problems } = await backUp(done)
  expect(extras.map(({ kind }) => kind)).toEqual(['code', 'media'])
  expect(problems).toEqual([])
})

test('blames setup:backup for a maintenance mode that it left on', async () => {
  await expect(backUp(`${done}; touch maintenance`)).rejects.toMatchObject({
    code: 'backup-failed',
    message: expect.stringContaining('maintenance:disable')
  })
})

test('does not blame it for one that was on before', async () => {
  expect((await backUp(done, { maintenance: true })).extras).toHaveLength(2)
})

test('a failure is one', async () => {
  await expect(backUp('exit 1')).rejects.toMatchObject({
    code: 'backup-failed',
    message: expect.stringContaining('exit code 1')
  })
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
