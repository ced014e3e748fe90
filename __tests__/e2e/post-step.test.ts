import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentHost } from '../../src/tools/host.js'
import { ownedFolderName, userFolder } from '../../src/tools/files/private-folder.js'
import { runAction } from '../helpers/runner-harness.js'

test('the post step removes what a killed step has left, and is small', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'cleanup-'))
  const child = spawn('true')
  await new Promise((resolve) => child.once('close', resolve))
  const machine = currentHost().process?.machine ?? ''
  const folder = await userFolder(temporary)
  const left = join(folder, `${ownedFolderName('run', { machine, pid: child.pid ?? 0, began: '1' })}-abcdef`)
  mkdirSync(join(left, 'platform-abcdef'), { recursive: true, mode: 0o700 })
  writeFileSync(join(left, 'platform-abcdef', 'ssh-key'), 'key')
  const main = 'dist/cleanup/index.js'
  const ended = await runAction({
    main,
    inputs: {},
    workspace: temporary,
    env: { PATH: process.env['PATH'] ?? '', RUNNER_TEMP: temporary }
  })
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  expect(readdirSync(folder)).toEqual([])
  const loaded = [main, 'dist/bundle/index.js', 'dist/bundle/cleanup.js'].map((file) => statSync(file).size)
  expect(loaded.reduce((sum, size) => sum + size)).toBeLessThan(30_000)
  rmSync(temporary, { recursive: true })
})
