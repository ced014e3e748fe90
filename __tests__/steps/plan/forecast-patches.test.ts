import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'
import { forecastPatches } from '../../../src/steps/plan/forecast-patches.js'
import type { Composer } from '../../../src/tools/composer/composer.js'
import { files } from '../../../src/tools/files.js'
import { createGit } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

const world = mkdtempSync(join(tmpdir(), 'forecast-'))
afterAll(() => {
  rmSync(world, { recursive: true })
})

const environment = { PATH: process.env['PATH'] ?? '', HOME: world, GIT_CONFIG_NOSYSTEM: '1' }
let shop: string
beforeEach(() => {
  shop = mkdtempSync(join(world, 'shop-'))
})

function write(folder: string, contents: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The patch that git makes of one file's change. */
function patch(path: string, before: string, after: string): string {
  const folder = mkdtempSync(join(world, 'diff-'))
  execFileSync('git', ['init', '--quiet'], { cwd: folder, env: environment })
  write(folder, { [path]: before })
  execFileSync('git', ['add', '.'], { cwd: folder, env: environment })
  write(folder, { [path]: after })
  return execFileSync('git', ['diff'], { cwd: folder, env: environment, encoding: 'utf8' })
}

const lines = (...texts: readonly string[]): string =>
  `${['<?php', 'a', 'b', 'c', ...texts, 'x', 'y', 'z'].join('\n')}\n`
const catalogue = 'vendor/magento/module-catalog/Model.php'

/** Packages of the target by name, with their files. In the sandbox of this test Composer is a copy of them. */
const packages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'magento/module-catalog': { 'Model.php': lines('new') },
  'magento/magento2-base': { 'lib/web/shop.js': lines('base') },
  'magento/quality-patches': {
    'support-patches.json': JSON.stringify({
      'ACSD-1': {
        packages: { 'magento/magento2-base': { '>=2.4.7 <2.4.9': { file: 'os/ACSD-1.patch', require: ['ACSD-2'] } } }
      },
      'ACSD-2': { packages: { 'magento/magento2-base': { '2.4.0 - 2.4.8-p9': { file: 'os/ACSD-2.patch' } } } },
      'ACSD-3': { packages: { 'magento/magento2-base': { '<2.4.8': { file: 'os/ACSD-3.patch' } } } },
      'ACSD-4': {
        packages: { 'magento/magento2-base': { '~2.4.8': { file: 'os/ACSD-2.patch', 'replaced-with': 'ACSD-9' } } }
      }
    }),
    'community-patches.json': '{}',
    'patches/os/ACSD-1.patch': patch(catalogue, lines('new', 'two'), lines('new', 'two', 'one')),
    'patches/os/ACSD-2.patch': patch(catalogue, lines('new'), lines('new', 'two'))
  },
  'magento/magento-cloud-patches': {
    'patches.json': JSON.stringify({
      'magento/magento2-base': { A: { '>=2.4.8': 'MCLOUD-1__x__2.4.8.patch' }, B: { '<2.4.8': 'missing.patch' } }
    }),
    'patches/MCLOUD-1__x__2.4.8.patch': patch('lib/web/shop.js', lines('base'), lines('base', 'cloud'))
  }
}

const locked = (name: string) => ({
  name,
  version: name.endsWith('-base') ? '2.4.8-p4' : '1.0.0',
  type: 'magento2-module',
  dist:
    name === 'acme/local' ? { type: 'path', url: 'packages/local' } : { type: 'zip', url: 'https://example.com/x.zip' },
  ...(name === 'magento/magento2-base' && { type: 'magento2-component', extra: { map: [['lib/web', 'lib/web']] } })
})
const target = {
  composerJson: '{}',
  composerLock: JSON.stringify({ packages: [...Object.keys(packages), 'acme/local'].map(locked) })
}

const composer = {
  run: (folder: string) => {
    const lock = JSON.parse(readFileSync(join(folder, 'composer.lock'), 'utf8')) as { packages: { name: string }[] }
    for (const { name } of lock.packages) write(join(folder, 'vendor', name), packages[name] ?? {})
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', timedOut: false })
  }
} as unknown as Composer

async function forecast(contents: Readonly<Record<string, string>>): Promise<(string | undefined)[][]> {
  write(shop, contents)
  const git = createGit(createRunCommand(), environment, shop)
  const problems = await forecastPatches({ git, composer, files }, target, '2.4.8-p4')
  return problems.map(({ id, severity, message }) => [id, severity, message])
}

const stops = 'the build of the platform would stop (error 12)'

test('F54: a hotfix that no longer applies is an error that names it, one that is contained is not', async () => {
  const found = await forecast({
    'm2-hotfixes/1-fits.patch': patch(catalogue, lines('new'), lines('new', 'mine')),
    'm2-hotfixes/2-on-top.patch': patch(catalogue, lines('new', 'mine'), lines('new', 'mine', 'more')),
    'm2-hotfixes/3-contained.patch': patch(catalogue, lines('old'), lines('new', 'mine', 'more')),
    'm2-hotfixes/4-broken.patch': patch(catalogue, lines('old'), lines('other')),
    'm2-hotfixes/5-gone.patch': patch('vendor/magento/module-gone/A.php', 'a\n', 'b\n'),
    'm2-hotfixes/ignored.diff': 'no patch',
    'm2-hotfixes/README.md': 'no patch'
  })
  expect(found).toEqual([
    ['patch-contained', 'warning', 'm2-hotfixes/3-contained.patch is already part of 2.4.8-p4.'],
    [
      'patch-conflict',
      'error',
      `m2-hotfixes/4-broken.patch no longer applies to 2.4.8-p4, and ${stops}: patch failed: ${catalogue}:2.`
    ],
    [
      'patch-conflict',
      'error',
      `m2-hotfixes/5-gone.patch no longer applies to 2.4.8-p4, and ${stops}: vendor/magento/module-gone/A.php: No such file or directory.`
    ]
  ])
})

test('what packages map into the project is patched after the patches of the platform itself', async () => {
  const found = await forecast({
    'm2-hotfixes/a.patch': patch('lib/web/shop.js', lines('base', 'cloud'), lines('base', 'cloud', 'mine')),
    'm2-hotfixes/b.patch': patch('app/code/Acme/A.php', lines('own'), lines('own', 'mine')),
    'app/code/Acme/A.php': lines('own')
  })
  expect(found).toEqual([])
})

test('F54: ids that are not offered for the target are errors, and those that are offered are applied with what they require', async () => {
  const found = await forecast({
    '.magento.env.yaml':
      'stage:\n  build:\n    QUALITY_PATCHES:\n      - ACSD-1\n      - ACSD-3\n      - ACSD-77\n      - acsd-2\n',
    // Only on top of both.
    'm2-hotfixes/a.patch': patch(catalogue, lines('new', 'two', 'one'), lines('new', 'two', 'one', 'mine'))
  })
  const says = (id: string, why: string) => [
    'quality-patch-gone',
    'error',
    `QUALITY_PATCHES in .magento.env.yaml names ${id}, which is ${why}: ${stops}.`
  ]
  expect(found).toEqual([
    says('ACSD-3', 'not offered for 2.4.8-p4'),
    says('ACSD-77', 'not known to the magento/quality-patches of the target'),
    says('acsd-2', 'not in capital letters')
  ])
})

test('an id that another one replaces is told', async () => {
  const found = await forecast({ '.magento.env.yaml': 'stage: {build: {QUALITY_PATCHES: [ACSD-4]}}' })
  expect(found).toEqual([
    ['quality-patch-deprecated', 'warning', 'The quality patch ACSD-4 is deprecated: ACSD-9 replaces it.']
  ])
})

test('what cannot be known is not told as a conflict', async () => {
  const local = patch('vendor/acme/local/A.php', 'a\n', 'b\n')
  const found = await forecast({ 'm2-hotfixes/local.patch': local })
  expect(found.map(([id, severity]) => [id, severity])).toEqual([['patch-unknown', 'warning']])
})

test('a path that leads out of the tree is written nowhere', async () => {
  const escape =
    'diff --git a/../../../escaped b/../../../escaped\n--- a/../../../escaped\n+++ b/../../../escaped\n@@ -1 +1 @@\n-a\n+b\n'
  write(shop, { '../escaped': 'a\n' })
  const found = await forecast({ 'm2-hotfixes/escape.patch': escape })
  expect(found.map(([id]) => id)).toEqual(['patch-conflict'])
})

test('projects without patches cost no call of Composer', async () => {
  const none = { run: () => Promise.reject(new Error('called')) } as unknown as Composer
  const git = createGit(createRunCommand(), environment, shop)
  expect(await forecastPatches({ git, composer: none, files }, target, '2.4.8')).toEqual([])
})
