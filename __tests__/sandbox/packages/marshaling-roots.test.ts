import { describe, expect, test } from '@jest/globals'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageRelease } from '../../../sandbox/packages/package-release.js'
import { base, below, extension, project, put, update } from '../../helpers/marshaling-project.js'

test.each([
  ['magento2-module', 'app/code'],
  ['magento2-theme', 'app/design'],
  ['magento2-library', 'lib/internal'],
  ['magento2-language', 'app/i18n'],
  ['magento2-component', '.']
])('the map of a %s lands below %s', async (type, root) => {
  await update([base('2.4.7', ['index.php']), extension('1.0.0', type, ['a.php', 'etc/b.xml'], [['*', 'Acme/Shop']])])
  expect(below(join(root, 'Acme/Shop'))).toEqual(expect.arrayContaining(['a.php', 'etc/b.xml']))
})

test('a package of another type has no map', async () => {
  await update([base('2.4.7', ['index.php']), extension('1.0.0', 'library', ['a.php'], [['*', 'Acme/Shop']])])
  expect([below('Acme'), below('app/code')]).toEqual([[], []])
})

test('a glob takes no dot file, below its folders it does, and cleaning takes both', async () => {
  const shop = (version: string): PackageRelease =>
    extension(version, 'magento2-module', ['.editorconfig', 'a.php', 'etc/.keep'], [['*', 'Acme/Shop']])
  await update([base('2.4.7', ['index.php']), shop('1.0.0')])
  expect(below('app/code/Acme/Shop')).toEqual(expect.not.arrayContaining(['.editorconfig']))
  expect(below('app/code/Acme/Shop')).toEqual(expect.arrayContaining(['a.php', 'etc/.keep']))
  put('app/code/Acme/Shop/.editorconfig')
  await update([base('2.4.7', ['index.php']), { ...shop('1.1.0'), files: () => new Map([['c.php', '']]) }])
  expect(below('app/code/Acme/Shop')).toEqual(expect.arrayContaining(['c.php']))
  expect(below('app/code/Acme/Shop')).toEqual(expect.not.arrayContaining(['.editorconfig', 'a.php', 'etc/.keep']))
})

describe('a folder that is there already', () => {
  const files = ['registration.php', 'etc/module.xml']
  const install = async (type: string, map: readonly [string, string][]): Promise<string[]> => {
    put('app/code/Acme/Shop/etc/own.xml')
    put('Acme/Shop/etc/own.xml')
    await update([base('2.4.7', ['index.php']), extension('1.0.0', type, files, map)])
    return below(type === 'magento2-module' ? 'app/code/Acme/Shop' : 'Acme/Shop')
  }

  test('takes a folder of a glob once more inside itself, where the root has a leading slash', async () => {
    expect(await install('magento2-module', [['*', 'Acme/Shop']])).toEqual([
      'composer.json',
      'etc/etc/module.xml',
      'etc/own.xml',
      'registration.php'
    ])
  })

  test('is merged where it has none', async () => {
    expect(await install('magento2-component', [['*', 'Acme/Shop']])).toEqual([
      'composer.json',
      'etc/module.xml',
      'etc/own.xml',
      'registration.php'
    ])
  })

  test('is merged under the name of its source, and takes another name inside itself', async () => {
    expect(await install('magento2-module', [['etc', 'Acme/Shop/etc']])).toEqual(['etc/module.xml', 'etc/own.xml'])
    rmSync(project(), { recursive: true })
    expect(await install('magento2-module', [['etc', 'Acme/Shop']])).toEqual(['etc/module.xml', 'etc/own.xml'])
  })
})

test('a file goes into a folder that is there, or that a trailing slash names', async () => {
  put('docs/own.txt')
  const map: [string, string][] = [
    ['a.txt', 'docs'],
    ['a.txt', 'more/'],
    ['a.txt', 'b.txt']
  ]
  await update([base('2.4.7', ['index.php']), extension('1.0.0', 'magento2-component', ['a.txt'], map)])
  expect([below('docs'), below('more'), existsSync(project('b.txt'))]).toEqual([['a.txt', 'own.txt'], ['a.txt'], true])
})
