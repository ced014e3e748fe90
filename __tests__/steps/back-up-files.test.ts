import { afterAll, expect, test } from '@jest/globals'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUpFiles, type FilesBackup } from '../../src/steps/back-up-files.js'
import { localSsh } from '../local-ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-files-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
mkdirSync(join(folder, 'bin'))

/** A `php bin/magento` that answers as Magento does; `backup` is what its setup:backup runs. */
function backUp(backup: string, maintenance = false): Promise<FilesBackup> {
  rmSync(join(folder, 'maintenance'), { force: true })
  if (maintenance) writeFileSync(join(folder, 'maintenance'), '')
  const status =
    'if [ -e maintenance ]; then echo "Status: maintenance mode is active"; else echo "Status: maintenance mode is not active"; fi'
  const script = `#!/bin/sh\ncase $2 in maintenance:status) ${status} ;; setup:backup) ${backup} ;; esac\n`
  writeFileSync(join(folder, 'bin/php'), script)
  chmodSync(join(folder, 'bin/php'), 0o755)
  const ssh = localSsh({ node: folder }, `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`)
  return backUpFiles({ ssh }, { hosts: ['node'], code: true, media: true })
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
  expect((await backUp(done, true)).extras).toHaveLength(2)
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
