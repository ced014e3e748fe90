import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { planMigrations } from '../../../src/steps/plan/composer-migrations.js'
import { templateLines } from '../../../src/steps/plan/template-lines.js'
import { checkUpgradePath } from '../../../src/steps/plan/upgrade-path.js'
import { checkRequirements } from '../../../src/project/requirements.js'
import { templateDifferences } from '../../../src/project/template-history.js'
import { readTemplateSettings, type TemplateFiles } from '../../../src/project/template-settings.js'
import history from '../../../src/data/template-history.json' with { type: 'json' }
import { compareVersions } from '../../../src/project/product-version.js'
import { templateFilesOf } from '../../helpers/template-files.js'

const lines = [...new Set(history.settings.flatMap(({ values }) => Object.keys(values)))].sort(compareVersions)
const pairs = lines.slice(1).map((to, index) => [lines[index] ?? '', to] as const)

/** All that a plan says when the project is the template itself. */
function told(from: string, to: string, files: TemplateFiles) {
  const appYamlText = files['.magento.app.yaml'] ?? ''
  const project = { eceTools: '2002.2.10', packages: [], pluginApiVersion: '2.6.0' }
  const path = checkUpgradePath({ from, to, project, appYamlText })
  const servicesYamlText = files['.magento/services.yaml']
  const known = [...path, ...checkRequirements({ target: to, appYamlText, servicesYamlText, composerVersion: null })]
  return [...known, ...templateLines({ from, to, files, told: new Set(known.map(({ id }) => id)) })]
}

test.each(pairs)('%s to %s: each difference of the template is written by the upgrade or is a line', (from, to) => {
  const before = templateFilesOf(from)
  const files = { ...before, 'composer.json': planMigrations(before['composer.json'] ?? '', { from, to }).text }
  const problems = told(from, to, files)
  const own = readTemplateSettings(files)
  const unsaid = templateDifferences(from, to).flatMap(({ file, path, items, after, told: id }) => {
    if (problems.some((problem) => problem.id === id)) return []
    const text = problems
      .filter(({ message }) => message.startsWith(`${file} `))
      .map(({ message }) => message)
      .join(' ')
    const toAllowList = file === '.gitignore' && text.includes('with *')
    if (toAllowList) return []
    if (items) return items.filter((item) => own.hasItem(file, path, item) !== Boolean(after) && !text.includes(item))
    return own.valueAt(file, path) === after || text.includes(path.at(-1) ?? '') ? [] : [path.join('.')]
  })
  expect(unsaid).toEqual([])
  expect(
    problems.every(({ severity, level, fix }) => (severity === 'error' || level !== undefined) && fix !== '')
  ).toBe(true)
})

test.each([
  ['2.4.5', '2.4.6', 'template-php-ini', 'look', 'realpath_cache_size 10M (here 32k)'],
  ['2.3.7-p4', '2.4.8', 'template-php-ini', 'look', 'opcache.max_accelerated_files 16229 (here none)'],
  ['2.3.1', '2.3.2', 'template-app', 'before', 'runtime.extensions with sodium'],
  ['2.3.5-p2', '2.4.0', 'template-app', 'information', 'runtime.extensions without redis'],
  ['2.4.1', '2.4.2', 'template-app', 'information', 'disk 5120 (here 2048)'],
  ['2.4.1', '2.4.2', 'template-services', 'information', 'mysql.disk 5120 (here 2048)'],
  ['2.4.2', '2.4.3', 'template-app', 'look', 'no mounts.pub/static (here shared:files/static)'],
  ['2.4.3', '2.4.4', 'template-app', 'look', 'mounts.pub/static shared:files/static (here none)'],
  ['2.4.1', '2.4.2', 'template-gitignore', 'look', 'with !/op-exclude.txt'],
  ['2.3.3', '2.3.4', 'template-gitignore', 'information', 'with !/.github, !/.github/*'],
  ['2.0.18', '2.1.18', 'template-gitignore', 'look', 'with *'],
  ['2.2.11', '2.3.0', 'template-composer', 'information', 'conflict.gene/bluefoot * (here none)']
])('%s to %s: %s, %s: %s', (from, to, id, level, words) => {
  const found = told(from, to, templateFilesOf(from)).filter((problem) => problem.id === id && problem.level === level)
  expect(found).toHaveLength(1)
  expect(found[0]?.message).toContain(words)
})

const none: TemplateFiles = {
  'composer.json': '{}',
  '.gitignore': null,
  '.magento.app.yaml': 'type: php:8.3\n',
  '.magento/services.yaml': null,
  'php.ini': null
}
const say = (from: string, to: string, files: Partial<TemplateFiles>) =>
  templateLines({ from, to, files: { ...none, ...files }, told: new Set() }).filter(({ id }) => id !== 'template-app')

test('what a project has decided for itself, or has already, is left to it', () => {
  expect(say('2.4.5', '2.4.6', { 'php.ini': 'realpath_cache_size = 64k\n' })).toEqual([])
  expect(say('2.4.5', '2.4.6', { 'php.ini': 'realpath_cache_size="10M" ; more\r\n' })).toEqual([])
  expect(say('2.4.5', '2.4.6', { 'php.ini': '; realpath_cache_size = 32k\n' })).toEqual([])
  expect(say('2.4.7', '2.4.8', { '.gitignore': '/vendor\n' })).toEqual([])
  const renamed = stringify({
    db: { type: 'mysql:10.11' },
    keys: { type: 'valkey:8.0' },
    find: { type: 'opensearch:2' }
  })
  expect(say('2.4.7', '2.4.8', { '.magento/services.yaml': renamed })).toEqual([])
})

test('a project that stayed on an older value than its line is told as well', () => {
  const app = stringify({ type: 'php:8.1', disk: 2048, relationships: { cache: 'redis:redis' } })
  const [line] = templateLines({
    from: '2.4.7',
    to: '2.4.8',
    files: { ...none, '.magento.app.yaml': app },
    told: new Set()
  })
  expect(line?.message).toContain('type php:8.4 (here php:8.1)')
  expect(line?.message).not.toContain('disk')
})

test('files that are odd end in no line, not in an error', () => {
  const odd = {
    'composer.json': '{',
    '.gitignore': '',
    '.magento.app.yaml': 'type: [',
    '.magento/services.yaml': '[]',
    'php.ini': '=\n"'
  }
  expect(() => templateLines({ from: '2.0.0', to: '2.4.9', files: odd, told: new Set() })).not.toThrow()
})
