import { afterAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { visibleDestinations } from '../../../src/steps/update/visible-destinations.js'
import { createGit, type Git } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function repository(ignore: string, tracked: readonly string[] = []): Git {
  const folder = mkdtempSync(join(tmpdir(), 'visible-'))
  folders.push(folder)
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const git = (...argv: string[]): unknown => execFileSync('git', argv, { cwd: folder, env })
  git('init', '-q')
  writeFileSync(join(folder, '.gitignore'), ignore)
  for (const path of ['.gitignore', ...tracked]) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    if (path !== '.gitignore') writeFileSync(join(folder, path), 'content')
    git('add', '-f', path)
  }
  return createGit(createRunCommand(), env, folder)
}

async function seen(git: Git, ...destinations: string[]): Promise<string[]> {
  const visible = await visibleDestinations(git, destinations)
  return destinations.filter((destination) => visible(destination))
}

test('an allow-list shows what it lets through, in every spelling of a destination', async () => {
  const git = repository('*\n!app/\n!app/design/\n!app/design/**\n!.gitignore\n')
  const design = ['app/design/frontend/Magento/blank', '/app/design/adminhtml/', './app/design']
  const rest = ['lib/web/mage', '/dev/tests/unit/', 'setup/src', 'index.php', 'pub/errors/', './generated/.htaccess']
  expect(await seen(git, ...design, ...rest, '.gitignore', 'app')).toEqual([...design, '.gitignore', 'app'])
})

test('what is tracked stays visible, whatever is ignored', async () => {
  const git = repository('*\n', ['lib/web/own/file.js', 'index.php'])
  expect(await seen(git, 'lib/web', 'lib/web/own/file.js', 'lib/internal', 'index.php', 'pub/index.php')).toEqual([
    'lib/web',
    'lib/web/own/file.js',
    'index.php'
  ])
})

test('a deny-list hides only what it names, and a pattern for folders alone hides no file', async () => {
  const git = repository('/lib/web/\n/dev/tests/*\nsetup\n!setup/src\n')
  const all = ['lib/web/mage', 'lib/web', 'lib/internal', 'dev/tests', 'dev/tests/unit', 'setup', 'pub']
  expect(await seen(git, ...all)).toEqual(['lib/web', 'lib/internal', 'dev/tests', 'pub'])
})

test('what marshaling itself needs is always wanted', async () => {
  const git = repository('*\n')
  expect(await seen(git, 'app/etc/di.xml', 'app/etc', 'app', 'bin/magento', 'app/functions.php', 'binary')).toEqual([
    'app/etc/di.xml',
    'app/etc',
    'app',
    'bin/magento'
  ])
})

test('where git gives no answer, everything is wanted', async () => {
  const git = repository('*\n')
  symlinkSync('/', join(git.folder, 'lib'))
  expect(await seen(git, 'lib/web/mage', 'pub')).toEqual(['lib/web/mage', 'pub'])
})
