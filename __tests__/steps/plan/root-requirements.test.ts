import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeAt } from '../../../src/project/json-edit.js'
import { editRequirements, type RequirementEdits } from '../../../src/steps/plan/root-requirements.js'
import { json } from '../../helpers/template-project.js'

const metapackage = 'magento/magento-cloud-metapackage'
const product = 'magento/product-enterprise-edition'
const own = { [metapackage]: '>=2.4.7 <2.4.8', 'magento/composer-root-update-plugin': '^2.0.3' }
const mixed = { 'zeta/b10': '*', 'zeta/b9': '*', 'ext-soap': '*', php: '>=8.2', ...own, [product]: '2.4.7-p3' }
const sort = { 'sort-packages': true }

function byComposer(text: string, edits: RequirementEdits): string {
  const folder = mkdtempSync(join(tmpdir(), 'root-requirements-'))
  try {
    const file = join(folder, 'composer.json')
    writeFileSync(file, text)
    const env = { PATH: process.env['PATH'], HOME: folder, COMPOSER_HOME: folder, COMPOSER_ALLOW_SUPERUSER: '1' }
    for (const [name, constraint] of Object.entries(edits)) {
      const words = constraint === null ? ['remove', name] : ['require', `${name}:${constraint}`]
      const args = [...words, '--no-update', '--no-interaction', '--no-plugins']
      expect(spawnSync('composer', args, { cwd: folder, env, encoding: 'utf8' })).toMatchObject({ status: 0 })
    }
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each<[string, string, RequirementEdits]>([
  ['moves the range', json({ name: 'a/b', require: own }), { [metapackage]: '>=2.4.8 <2.4.9' }],
  ['sorts where the root asks for it', json({ require: mixed, config: sort }), { [metapackage]: '>=2.4.8 <2.4.9' }],
  ['adds a pin', json({ require: own, config: sort }), { [product]: '2.4.8-p3' }],
  ['removes the last, with tabs', json({ require: mixed }).replaceAll('    ', '\t'), { [product]: null }],
  ['removes the first', json({ require: { [product]: '2.4.7', ...own }, config: sort }), { [product]: null }]
])('%s as Composer does', (_, text, edits) => {
  expect(editRequirements(text, edits)).toBe(byComposer(text, edits))
})

test('leaves to Composer what it cannot tell', () => {
  const edits = { [metapackage]: '*' }
  expect(editRequirements('{ "require": {', edits)).toBeNull()
  expect(editRequirements(json({ require: { ...own, 'Magento/Magento-Cloud-Metapackage': '*' } }), edits)).toBeNull()
  expect(editRequirements(json({ require: own, 'require-dev': { [metapackage]: '*' } }), edits)).toBeNull()
})

test('the only property goes without a trace', () => {
  expect(removeAt('{"a": {"b": 1}, "c": 2}', ['a', 'b'])).toBe('{"a": {}, "c": 2}')
  expect(removeAt('{"a": 1}', ['b'])).toBe('{"a": 1}')
})
