import { expect, test } from '@jest/globals'
import { UpgradeError } from '../../src/errors.js'
import { readComposerProject } from '../../src/project/composer-project.js'
import { checkUpgradePath } from '../../src/steps/plan/upgrade-path.js'
import { json, locked } from '../helpers/template-project.js'

const metapackage = 'magento/magento-cloud-metapackage'
const product = 'magento/product-enterprise-edition'
const openSource = 'magento/product-community-edition'

function refusal(composerJson: string, packages: readonly object[]): string {
  try {
    readComposerProject(composerJson, json({ packages }))
  } catch (error) {
    if (error instanceof UpgradeError) return `${error.message} ${error.next}`
    throw error
  }
  return 'read'
}

test('product and ece-tools without the metapackage are told what to require, not that they are old', () => {
  const root = json({ require: { [product]: '2.4.5-p3', 'magento/ece-tools': '^2002.1' } })
  const told = refusal(root, [locked(product, '2.4.5-p3'), locked('magento/ece-tools', '2002.1.19')])
  expect(told).toContain('magento/ece-tools directly')
  expect(told).toContain(`composer require "${metapackage}:>=2.4.5 <2.4.6"`)
  expect(told).not.toContain('2.0.4')
  expect(refusal(json({ require: { [product]: '2.0.4' } }), [locked(product, '2.0.4')])).toContain('2.0.4 and older')
})

test('Magento Open Source is named as what it is', () => {
  const root = json({ require: { [openSource]: '2.4.7-p3', 'magento/ece-tools': '^2002.1' } })
  const told = refusal(root, [locked(openSource, '2.4.7-p3'), locked('magento/magento2-base', '2.4.7-p3')])
  expect(told).toMatch(/Magento Open Source, and only Adobe Commerce is supported/)
  expect(told).not.toContain('working-directory')
})

test.each([
  ['replace', '2002.1.17', '2002.1.17'],
  ['provide', '^2002.1.4', '2002.1.4'],
  ['replace', 'self.version', '2002.2.0']
])('a fork that %ss ece-tools %s stands in for %s', (section, constraint, version) => {
  const packages = [
    locked(metapackage, '2.4.7-p2'),
    locked(product, '2.4.7-p3'),
    locked('acme/ece-tools', '2002.2.0', { [section]: { 'magento/ece-tools': constraint } })
  ]
  const project = readComposerProject(json({ require: { [metapackage]: '>=2.4.7 <2.4.8' } }), json({ packages }))
  expect(project.eceTools).toBe(version)
})

test('a byte order mark is named', () => {
  expect(refusal(`\uFEFF${json({ require: {} })}`, [])).toContain('starts with a byte order mark')
})

test.each([
  ['2.4.3-p3', '2.4.5', 'error path-build-flavor'],
  ['2.4.5', '2.4.5-p3', 'warning build-flavor']
])('build.flavor: composer from %s to %s is %s', (from, to, expected) => {
  const project = { eceTools: '2002.1.19', packages: [], pluginApiVersion: '2.6.0' }
  const problems = checkUpgradePath({ from, to, project, appYamlText: 'type: php:8.1\nbuild:\n  flavor: composer\n' })
  expect(problems.map(({ id, severity }) => `${severity} ${id}`)).toEqual([expected])
})
