import { expect, test } from '@jest/globals'
import { pathSubmodules } from '../../src/project/path-submodules.js'
import { json } from '../helpers/template-project.js'
import { processorSeconds } from '../helpers/processor-time.js'

const commit = 'a'.repeat(40)
const lock = (...urls: string[]): string =>
  json({ packages: urls.map((url) => ({ name: 'acme/x', version: '1.0.0', dist: { type: 'path', url } })) })

test.each([
  ['modules/x', 'modules/x', true],
  ['./modules/x/', 'modules/x', true],
  ['modules/x/src/core', 'modules/x', true],
  ['modules/*', 'modules/x', false],
  ['*/{x,y}/src', 'modules/x', false],
  ['modules/{x,y}/src', 'modules/x', true],
  ['modules/{a,x*}', 'modules/x', false],
  ['modules', 'modules/x', false],
  ['modules/y', 'modules/x', null],
  ['*', 'modules/.hidden', false],
  ['*/*', 'modules/.hidden', null],
  ['modules/?', 'modules/x', false],
  ['modules/[w-z]', 'modules/x', false],
  ['modules/[!x]', 'modules/x', null],
  ['/modules/x', 'modules/x', null],
  ['../modules/x', 'modules/x', null]
])('a repository at %s with a submodule at %s', (url, path, named) => {
  const found = pathSubmodules(json({ repositories: [{ type: 'path', url }, false] }), lock(), [{ path, commit }])
  expect(found).toEqual(named === null ? [] : [{ path, commit, named }])
})

test('a package of the lock names the submodule that it lies in, and no other kind of repository does', () => {
  const links = ['modules/x', 'modules/y'].map((path) => ({ path, commit }))
  const root = json({ repositories: { a: { type: 'path', url: 'modules/*' }, b: { type: 'vcs', url: 'modules/z' } } })
  expect(pathSubmodules(root, lock('modules/y/core'), links).map(({ named }) => named)).toEqual([false, true])
  expect(pathSubmodules(json({ repositories: [{ type: 'vcs', url: 'modules/x' }] }), lock(), links)).toEqual([])
})

test.each([
  [`${'*a'.repeat(2000)}b`, 'a'.repeat(250)],
  ['{a,a}'.repeat(800), 'modules/x'],
  [`{${','.repeat(4000)}}`, 'modules/x'],
  ['{'.repeat(4000), 'modules/x'],
  ['x'.repeat(100_000), 'modules/x'],
  ['[z-a]', 'z'],
  ['[[]', '{}']
])('a hostile address ends at once, and finds nothing: %#', async (url, path) => {
  const root = json({ repositories: [{ type: 'path', url }] })
  const read = (): void => {
    expect(pathSubmodules(root, lock(), [{ path, commit }])).toEqual([])
  }
  // Without a bound it would be more than the age of the world.
  expect(await processorSeconds(read)).toBeLessThan(20)
})
