import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { planMigrations } from '../../../src/steps/plan/composer-migrations.js'
import { json, templateRoot } from '../../helpers/template-project.js'

const root = templateRoot('2.4.7', '2.4.8')
const plan = (value: unknown, from = '2.4.7-p3', to = '2.4.8') => planMigrations(json(value), { from, to })
const idsOf = ({ migrations }: ReturnType<typeof planMigrations>) => migrations.map(({ id }) => id)
const read = (text: string) => JSON.parse(text) as typeof root

test('bumps the root version of a current template project and nothing else', () => {
  const { text, migrations } = plan(root)
  expect(text).toBe(json({ ...root, version: '2.4.8' }))
  expect(migrations).toEqual([{ id: 'root-version', file: 'composer.json', description: expect.any(String) }])
})

test('brings a bare project to what 2.4.7 needs', () => {
  const bare = { require: { 'magento/magento-cloud-metapackage': '>=2.4.3 <2.4.4' }, extra: [], config: {} }
  const result = plan(bare, '2.4.3', '2.4.7')
  expect(idsOf(result)).toEqual([
    'allow-plugins',
    'root-update-plugin',
    'tinymce-path',
    'deploy-ignore',
    'magento-force',
    'deploy-strategy'
  ])
  expect(read(result.text)).toMatchObject({
    require: { 'magento/composer-root-update-plugin': '^2.0.3' },
    config: { 'allow-plugins': { 'magento/*': true, 'php-http/discovery': true } },
    extra: {
      component_paths: { 'tinymce/tinymce': 'lib/web/tiny_mce_5' },
      'magento-deploy-ignore': { '*': ['/.gitignore'] },
      'magento-force': true,
      'magento-deploystrategy': 'copy'
    }
  })
})

test.each([
  ['2.3.7', '2.4.2', ['/keep', '/.gitignore', '/.github'], true],
  ['2.4.0-p1', '2.4.5', ['/keep', '/.gitignore', '/.github'], false],
  ['2.4.1', '2.4.3', ['/keep', '/.gitignore'], false]
])('protects files and autoloads from %s to %s', (from, to, ignored, zend) => {
  const old = { autoload: {}, extra: { 'magento-deploy-ignore': { '*': ['/keep'] } } }
  const result = read(plan(old, from, to).text) as { autoload: object; extra: Record<string, unknown> }
  expect(result.extra['magento-deploy-ignore']).toEqual({ '*': ignored })
  expect('psr-4' in result.autoload).toBe(zend)
})

test("respects what the project decided: wildcards, refusals, Laminas' namespace", () => {
  const config = { 'allow-plugins': { '*': true } }
  expect(idsOf(plan({ ...root, config }))).toEqual(['root-version'])
  expect(idsOf(plan({ ...root, config: { 'allow-plugins': true } }))).toEqual(['root-version'])
  const refused = { 'allow-plugins': { 'php-http/*': false, 'magento/*': true } }
  const { text } = plan({ ...root, config: refused })
  expect(read(text)['config']).toMatchObject({ 'allow-plugins': { 'php-http/*': false } })
  const laminas = { ...root, autoload: { 'psr-4': { 'Laminas\\Mvc\\Controller\\': 'x/' } } }
  expect(idsOf(plan(laminas, '2.4.1', '2.4.2'))).not.toContain('zend-autoload')
  expect(read(plan(root, '2.4.3', '2.4.5').text)['require']).toMatchObject({
    'magento/composer-root-update-plugin': '^2.0.3'
  })
})

test('keeps tabs, line ends and every line that it has no reason to change', () => {
  const text =
    '{\r\n\t"name": "a/b",   \r\n\t"require": { "x/y":"1" },\r\n\t"extra": {\r\n\t\t"z": [ 1,2 ]\r\n\t}\r\n}\r\n'
  const lines = planMigrations(text, { from: '2.4.7', to: '2.4.8' }).text.split('\r\n')
  expect(lines.slice(0, 2)).toEqual(['{', '\t"name": "a/b",   '])
  expect(lines).toContain('\t\t"z": [ 1,2 ],')
  expect(lines).toContain('\t\t"magento-force": true,')
  expect(lines.every((line) => !line.includes('\n'))).toBe(true)
})

test.each<[string, string, string, unknown, unknown]>([
  ['a string becomes the list of the template', '2.2.4', '2.2.6', 'app/code/', ['app/code/', 'generated/code/']],
  ['a string of an older target stays', '2.2.1', '2.2.5', 'app/code/', 'app/code/'],
  ['a list of its own stays', '2.2.4', '2.4.8', ['src/'], ['src/']],
  ['a folder of its own stays', '2.2.4', '2.4.8', 'lib/', 'lib/']
])('autoload.psr-0: %s', (_, from, to, before, after) => {
  const result = plan({ autoload: { 'psr-0': { '': before } } }, from, to)
  expect(read(result.text)['autoload']).toMatchObject({ 'psr-0': { '': after } })
  expect(idsOf(result).includes('psr-0-list')).toBe(String(before) !== String(after))
})

test.each([
  ['2.2.11', '2.3.0', true],
  ['2.1.18', '2.4.8', true],
  ['2.3.0', '2.4.8', false],
  ['2.2.4', '2.2.11', false]
])('from %s to %s the framework is left to its own package: %s', (from, to, moves) => {
  const psr4 = { 'Acme\\': 'src/', 'Magento\\Framework\\': 'lib/internal/Magento/Framework/' }
  const result = plan(
    { config: { 'use-include-path': true, 'sort-packages': true }, autoload: { 'psr-4': psr4 } },
    from,
    to
  )
  const { autoload, config } = read(result.text) as { autoload: { 'psr-4': object }; config: object }
  expect('Magento\\Framework\\' in autoload['psr-4']).toBe(!moves)
  expect('use-include-path' in config).toBe(!moves)
  expect([autoload['psr-4'], config]).toMatchObject([{ 'Acme\\': 'src/' }, { 'sort-packages': true }])
  expect(idsOf(result).includes('framework-autoload')).toBe(moves)
})

test('changes nothing in a second run, whatever it started from', () => {
  const version = fc.constantFrom(
    '2.1.18',
    '2.2.4',
    '2.3.0',
    '2.3.7-p4',
    '2.4.0-p1',
    '2.4.2',
    '2.4.4',
    '2.4.6-p15',
    '2.4.7',
    '2.4.9-beta1'
  )
  const part = (values: unknown[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const project = fc.record({
    version: part(['2.4.3']),
    require: part([{}, { 'magento/composer-root-update-plugin': '^1.0' }]),
    config: part([
      {},
      [],
      { 'allow-plugins': [] },
      { 'allow-plugins': { 'laminas/*': true } },
      { 'allow-plugins': false }
    ]),
    extra: part([
      {},
      [],
      { 'magento-deploy-ignore': [] },
      { 'magento-deploy-ignore': { '*': ['/a'], 'b/c': ['/d'] } },
      { component_paths: [] }
    ]),
    autoload: part([{}, [], { 'psr-4': [] }, { 'psr-4': { 'A\\': 'a/' } }])
  })
  fc.assert(
    fc.property(project, version, version, fc.constantFrom(2, 4, '\t'), (value, from, to, indent) => {
      const first = planMigrations(JSON.stringify({ ...value, last: [1] }, null, indent), { from, to })
      expect(JSON.parse(first.text)).toMatchObject({ last: [1] })
      expect(planMigrations(first.text, { from, to })).toEqual({ text: first.text, migrations: [] })
    })
  )
})
