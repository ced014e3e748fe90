import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderSummary } from '../../src/report/render-summary.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { makePrivateFolder, removePrivateFolder } from '../../src/tools/files/private-folder.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
let found: string
let holder: ChildProcess
let keys: string

/** PHP of the branch that looks for whatever it may read, and says what it found where everybody may write. */
const spy = (): string => `<?php
$seen = '';
foreach (glob('/proc/[0-9]*/environ') as $file) $seen .= (string) @file_get_contents($file);
$folders = array_merge(glob('${tmpdir()}/magento-cloud-upgrade-*/*/*'), [${JSON.stringify(keys)}]);
foreach ($folders as $folder) foreach (array_filter(glob($folder . '/*') ?: [], 'is_file') as $file) $seen .= (string) @file_get_contents($file);
@file_put_contents(${JSON.stringify(join(project.checkout, '.git', 'config'))}, "[evil]\\n", FILE_APPEND);
file_put_contents(${JSON.stringify(found)}, $seen . 'ran', FILE_APPEND);
`

beforeAll(async () => {
  found = join(mkdtempSync(join(tmpdir(), 'spy-')), 'found')
  holder = spawn('sleep', ['300'], {
    env: { 'INPUT_CLOUD-TOKEN': 'PLUGIN-CANARY-of-environ', PATH: process.env['PATH'] }
  })
  keys = await makePrivateFolder('platform')
  writeFileSync(join(keys, 'ssh-key'), 'PLUGIN-CANARY-of-folder', { mode: 0o600 })
  project = await startLocalProject()
  writeFileSync(join(project.checkout, 'spy.php'), spy())
  const path = join(project.checkout, 'composer.json')
  const composer = JSON.parse(readFileSync(path, 'utf8')) as { scripts?: Record<string, unknown> }
  composer.scripts = { ...composer.scripts, 'post-install-cmd': ['php spy.php'], 'post-update-cmd': ['php spy.php'] }
  writeFileSync(path, `${JSON.stringify(composer, null, 4)}\n`)
  await project.git('add', '-f', 'spy.php', 'composer.json')
  await project.git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'Add a spy')
})
afterAll(async () => {
  holder.kill('SIGKILL')
  await removePrivateFolder(keys)
  await project.stop()
  rmSync(join(found, '..'), { recursive: true, force: true })
})

async function run(path = ''): Promise<{ readonly report: UpgradeReport; readonly seen: string }> {
  rmSync(found, { force: true })
  const environment = { ...project.context.environment }
  environment['PATH'] = `${path}${environment['PATH'] ?? ''}`
  const base = (await project.git('rev-parse', 'HEAD')).trim()
  const report = await upgrade(
    { ...project.options, install: 'full', push: false },
    { ...project.context, environment }
  )
  await project.git('reset', '--quiet', '--hard', base)
  expect(report.error).toBeNull()
  return { report, seen: readFileSync(found, 'utf8') }
}

test('[T2] a script of the branch finds no token of another process, no key of ours, and changes nothing of git', async () => {
  const { report, seen } = await run()
  expect(seen).toContain('ran')
  expect(seen).not.toContain('PLUGIN-CANARY')
  expect(readFileSync(join(project.checkout, '.git', 'config'), 'utf8')).not.toContain('evil')
  expect(report.warnings.map(({ id }) => id)).not.toContain('plugins-not-isolated')
})

test('where the machine does not allow it, the log, the report and the summary say so', async () => {
  const without = mkdtempSync(join(tmpdir(), 'no-namespaces-'))
  for (const name of ['unshare', 'sudo']) writeFileSync(join(without, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const { report, seen } = await run(`${without}:`)
  expect(seen).toContain('PLUGIN-CANARY-of-environ')
  expect(seen).toContain('PLUGIN-CANARY-of-folder')
  expect(report.warnings.filter(({ id }) => id === 'plugins-not-isolated')).toHaveLength(1)
  expect(renderSummary(report)).toContain('plugins and scripts ran with access to everything that this user may read')
  rmSync(without, { recursive: true })
})
