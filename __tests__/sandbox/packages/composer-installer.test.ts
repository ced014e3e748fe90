import { describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import type { PackageRelease } from '../../../sandbox/packages/package-release.js'
import { base, below, project, put, read, update } from '../../helpers/marshaling-project.js'

test('copies files and folders, merging folders with what is there, and makes parents', async () => {
  put('lib/web/own.js')
  await update([
    base(
      '2.4.7',
      ['index.php', 'lib/web/mage/a.js', 'pub/errors/x.php'],
      [
        ['index.php', 'index.php'],
        ['lib/web', 'lib/web'],
        ['pub/errors', 'pub/errors']
      ]
    )
  ])
  expect([read('index.php'), read('lib/web/own.js'), read('lib/web/mage/a.js')]).toEqual([
    'index.php 2.4.7',
    'own',
    'lib/web/mage/a.js 2.4.7'
  ])
  expect(existsSync(project('pub/errors/x.php'))).toBe(true)
})

test('takes globs as sources', async () => {
  await update([base('2.4.7', ['dist/a.txt', 'dist/b.txt', 'dist/c.php'], [['dist/*.txt', 'docs']])])
  expect(readdirSync(project('docs'))).toEqual(['a.txt', 'b.txt'])
})

test('writes the vendor path and asks for regeneration', async () => {
  put('var/keep')
  await update([base('2.4.7', ['app/etc/di.xml'])])
  expect(read('app/etc/vendor_path.php')).toContain("return './vendor';")
  expect(existsSync(project('var/.regenerate'))).toBe(true)
})

test('sets the modes of all installed packages and names a file that is not there', async () => {
  const release = base('2.4.7', ['bin/magento', 'index.php'], [['index.php', 'index.php']])
  const output = await update([
    { ...release, extra: { ...release.extra, chmod: [{ mask: '0755', path: 'bin/magento' }] } }
  ])
  expect(output).toContain("File doesn't exist: bin/magento")
  expect(output).toContain('Check "chmod" section')
})

test('an update removes what the new map no longer has, and leaves the own files beside it', async () => {
  await update([base('2.4.7', ['lib/web/extjs/old.js', 'lib/web/extjs/sub/older.js', 'index.php'])])
  put('lib/web/extjs/own.js')
  await update([base('2.4.8', ['index.php'])])
  expect(below('lib/web/extjs')).toEqual(['own.js'])
  expect(read('index.php')).toBe('index.php 2.4.8')
})

test('without the old package in vendor, files that went upstream stay', async () => {
  await update([base('2.4.7', ['lib/web/old.js', 'index.php'])])
  rmSync(project('vendor'), { recursive: true })
  await update([base('2.4.8', ['index.php'])])
  expect(existsSync(project('lib/web/old.js'))).toBe(true)
})

describe('on the platform (MAGENTO_CLOUD_PROJECT)', () => {
  const env = { MAGENTO_CLOUD_PROJECT: 'abcdef1234567' }

  test('nothing is copied, but the old files are cleaned', async () => {
    const extra = { 'magento-deploystrategy': undefined }
    await update([base('2.4.7', ['bin/magento', '.gitignore'])], { extra })
    expect(existsSync(project('bin/magento'))).toBe(true)
    await update([base('2.4.8', ['bin/magento', '.gitignore'])], { extra, env })
    expect([existsSync(project('bin/magento')), existsSync(project('.gitignore'))]).toEqual([false, false])
  })

  test('the strategy of the project wins', async () => {
    await update([base('2.4.7', ['bin/magento'])], { env })
    expect(existsSync(project('bin/magento'))).toBe(true)
  })
})

test('an ignored path also keeps away every path that it begins with', async () => {
  const paths = [
    'bin/magento',
    'bin/magento-docker',
    'bin/magento-docker-compose',
    '.gitignore',
    'app/design/frontend/Magento/x.xml'
  ]
  put('.gitignore')
  const extra = {
    'magento-deploy-ignore': { '*': ['/.gitignore', '/app/design'], 'magento/magento2-base': ['/bin/magento-docker'] }
  }
  await update([base('2.4.7', paths)], { extra })
  expect(paths.filter((path) => existsSync(project(path)))).toEqual([
    'bin/magento-docker-compose',
    '.gitignore',
    'app/design/frontend/Magento/x.xml'
  ])
  expect(read('.gitignore')).toBe('own')
  await update([base('2.4.8', ['index.php'])], { extra })
  expect(read('.gitignore')).toBe('own')
})

test('upgrading away from a base that maps .gitignore deletes it', async () => {
  put('.gitignore')
  await update([base('2.4.5', ['.gitignore', 'index.php'])])
  expect(read('.gitignore')).toBe('.gitignore 2.4.5')
  await update([base('2.4.6', ['index.php'])])
  expect(existsSync(project('.gitignore'))).toBe(false)
})

test('a missing source ends the rest of that package without a word', async () => {
  const map = [
    ['index.php', 'index.php'],
    ['missing.php', 'missing.php'],
    ['last.php', 'last.php']
  ]
  const output = await update([base('2.4.7', ['index.php', 'last.php'], map)])
  expect([existsSync(project('index.php')), existsSync(project('last.php'))]).toEqual([true, false])
  expect(output).not.toContain('missing.php')
})

test('an existing target without magento-force ends the rest of that package', async () => {
  put('index.php')
  await update([base('2.4.7', ['index.php', 'last.php'])], { extra: { 'magento-force': false } })
  expect([read('index.php'), existsSync(project('last.php'))]).toEqual(['own', false])
})

test('magento2-base is copied first, so another carrier overwrites it', async () => {
  const other: PackageRelease = { ...base('1.0.0', ['index.php']), name: 'acme/component-a' }
  await update([other, base('2.4.7', ['index.php'])])
  expect(read('index.php')).toBe('index.php 1.0.0')
})

test('removing any package deletes the folders that carry its name', async () => {
  const module: PackageRelease = {
    name: 'acme/module-foo-bar',
    version: '1.0.0',
    type: 'library',
    files: () => new Map([['a.php', '']])
  }
  await update([base('2.4.7', ['index.php']), module])
  put('app/code/Acme/FooBar/registration.php')
  put('lib/internal/Acme/FooBar/x.php')
  put('app/code/Acme/Other/registration.php')
  const output = await update([base('2.4.7', ['index.php'])])
  expect(output).toContain('Removing Acme/FooBar')
  expect([existsSync(project('app/code/Acme/FooBar')), existsSync(project('lib/internal/Acme/FooBar'))]).toEqual([
    false,
    false
  ])
  expect(existsSync(project('app/code/Acme/Other/registration.php'))).toBe(true)
})

test('a second run with nothing new does not restore deleted files', async () => {
  const release = base('2.4.7', ['index.php'])
  await update([release])
  rmSync(project('index.php'))
  await update([release])
  expect(existsSync(project('index.php'))).toBe(false)
})
