import { expect, test } from '@jest/globals'
import { findCaseClashes } from '../../../src/steps/preflight/case-clashes.js'

test('names that differ in case alone are paired, folders before what is in them', () => {
  expect(findCaseClashes(['Foo/a.php', 'foo/a.php', 'foo/b.php', 'other/c.php'])).toEqual([
    ['foo', 'Foo'],
    ['foo/a.php', 'Foo/a.php']
  ])
})

test('[F64] a folder that Magento marshals into is known by its own spelling', () => {
  expect(findCaseClashes(['App/Etc/config.php'])).toEqual([
    ['App', 'app'],
    ['App/Etc', 'app/etc']
  ])
  expect(findCaseClashes(['app/etc/config.php', '/', 'a//b'])).toEqual([])
})
