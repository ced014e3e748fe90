import { expect, test } from '@jest/globals'
import { unallowedPlugins, type ComposerTexts } from '../../src/project/unallowed-plugins.js'

function texts(
  allow: unknown,
  plugins: readonly string[],
  development: readonly string[] = [],
  extra = {}
): ComposerTexts {
  const locked = (name: string): object => ({ name, version: '1.0.0', type: 'composer-plugin', extra })
  return {
    composerJson: JSON.stringify({ config: allow === undefined ? {} : { 'allow-plugins': allow } }),
    composerLock: JSON.stringify({
      packages: [{ name: 'acme/library', version: '1.0.0' }, ...plugins.map(locked)],
      'packages-dev': development.map(locked)
    })
  }
}

const said = (before: ComposerTexts, after: ComposerTexts): readonly string[] =>
  unallowedPlugins(before, after).map(({ severity, message }) => `${severity} ${message.split(' ', 1)[0] ?? ''}`)

test.each([
  ['a new plugin', { 'magento/*': true }, ['magento/installer', 'acme/new'], ['error acme/new']],
  ['two new plugins', { 'magento/*': true }, ['acme/new', 'acme/other'], ['error acme/new', 'error acme/other']],
  ['a plugin that was not allowed before either', { 'magento/*': true }, ['acme/old'], ['warning acme/old']],
  ['a plugin allowed by pattern', { 'acme/*': true }, ['acme/new', 'acme/old'], []],
  ['a pattern inside a name', { 'acme/n*': true }, ['acme/new'], []],
  ['another case of letters', { 'Acme/New': true }, ['acme/new'], []],
  ['a plugin that is refused by name', { 'acme/new': false }, ['acme/new'], []],
  ['everything allowed', true, ['acme/new'], []],
  ['nothing allowed', false, ['acme/new'], []],
  ['an empty section', {}, ['acme/new'], ['error acme/new']],
  ['no section', undefined, ['acme/new'], ['error acme/new']]
])('%s', (_name, allow, plugins, expected) => {
  expect(said(texts(allow, ['acme/old']), texts(allow, plugins))).toEqual(expected)
})

test('a plugin that ran while there was no section', () => {
  expect(said(texts(undefined, ['acme/old']), texts({ 'magento/*': true }, ['acme/old']))).toEqual(['error acme/old'])
})

test('a plugin for development is a warning', () => {
  expect(said(texts({}, []), texts({}, [], ['acme/new']))).toEqual(['warning acme/new'])
})

test('a plugin that calls itself optional is passed over by Composer', () => {
  expect(said(texts({}, []), texts({}, ['acme/new'], [], { 'plugin-optional': true }))).toEqual([])
})

// F48
test('says what to type', () => {
  const [problem] = unallowedPlugins(texts({}, []), texts({}, ['acme/new']))
  expect(problem?.fix).toContain('composer config --no-plugins allow-plugins.acme/new true')
})
