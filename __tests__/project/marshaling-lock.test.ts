import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { filterLockForMarshaling, mapEntries } from '../../src/project/marshaling-lock.js'
import { json, lockText, templatePackages, templateProject } from '../helpers/template-project.js'

const { composerJson, composerLock } = templateProject()

interface Filtered {
  readonly packages: readonly { readonly name: string; readonly require: object }[]
}
const filtered = (...alsoKeep: string[]): Filtered =>
  JSON.parse(filterLockForMarshaling(composerLock, { alsoKeep })) as Filtered

test('keeps the plugin and the packages with a map, without requirements', () => {
  expect(filtered().packages.map(({ name, require }) => [name, require])).toEqual([
    ['magento/magento-composer-installer', { 'composer-plugin-api': '^2.0' }],
    ['magento/magento2-base', {}]
  ])
})

test('keeps what else is asked for, with what it requires of each other', () => {
  const { packages } = filtered('magento/ece-tools', 'monolog/monolog', 'magento/product-enterprise-edition')
  expect(packages.map(({ name, require }) => [name, require])).toEqual([
    ['magento/ece-tools', {}],
    ['magento/magento-composer-installer', { 'composer-plugin-api': '^2.0' }],
    ['magento/magento2-base', {}],
    ['magento/product-enterprise-edition', {}],
    ['monolog/monolog', {}]
  ])
  const circle = lockText([
    { name: 'a/a', version: '1', require: { 'b/b': '*', php: '>=8', 'c/c': '*' } },
    { name: 'b/b', version: '1' }
  ])
  expect(JSON.parse(filterLockForMarshaling(circle, { alsoKeep: ['a/a', 'b/b'] }))).toMatchObject({
    packages: [{ require: { 'b/b': '*' } }, { require: {} }]
  })
})

test('gives a lock that Composer accepts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fast-lock-'))
  try {
    writeFileSync(join(folder, 'composer.json'), json({ repositories: [{ 'packagist.org': false }] }))
    writeFileSync(join(folder, 'composer.lock'), filterLockForMarshaling(composerLock))
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      COMPOSER_HOME: join(folder, 'home'),
      COMPOSER_ALLOW_SUPERUSER: '1',
      COLUMNS: '10000'
    }
    const args = ['install', '--dry-run', '--no-plugins', '--no-interaction', '--no-ansi', '--working-dir', folder]
    const { status, stderr } = spawnSync('composer', args, { env, encoding: 'utf8' })
    expect(stderr).toContain('2 installs, 0 updates, 0 removals')
    expect(status).toBe(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('lists what is mapped, without what the project ignores', () => {
  expect(mapEntries(composerLock, composerJson)).toEqual([
    {
      package: 'magento/magento2-base',
      version: '2.4.7-p3',
      entries: [
        ['bin/magento', 'bin/magento'],
        ['app/design/frontend/Magento/', 'app/design/frontend/Magento/']
      ]
    }
  ])
})

test.each([
  [{ '*': ['/bin/magento-docker'] }, ['.gitignore', 'app/design']],
  [{ '*': ['/app/design'] }, ['bin/magento', '.gitignore', 'app/design']],
  [{ 'magento/magento2-base': ['/.gitignore'] }, ['bin/magento', 'app/design']],
  [{ 'acme/other': ['/.gitignore'] }, ['bin/magento', '.gitignore', 'app/design']],
  [[], ['bin/magento', '.gitignore', 'app/design']]
])('reads magento-deploy-ignore %j as the plugin does', (ignore, expected) => {
  const root = json({ extra: { 'magento-deploy-ignore': ignore } })
  const [base] = mapEntries(lockText(templatePackages('2.4.7')), root)
  expect(base?.entries.map(([source]) => source.replace(/^\//, '').replace(/\/frontend.*/, ''))).toEqual(expected)
})
