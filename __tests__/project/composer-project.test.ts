import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UpgradeError } from '../../src/errors.js'
import { closure, readComposerProject, thirdPartyPackages } from '../../src/project/composer-project.js'
import { lockedPackages } from '../../src/project/composer-lock.js'
import { json, locked, lockText, templatePackages, templateProject, templateRoot } from '../helpers/template-project.js'

const { composerJson, composerLock } = templateProject()

function failure(jsonText: string, lock = composerLock): UpgradeError {
  try {
    readComposerProject(jsonText, lock)
  } catch (error) {
    if (error instanceof UpgradeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('readComposerProject', () => {
  test('tells the product from the metapackage', () => {
    expect(readComposerProject(composerJson, composerLock)).toMatchObject({
      product: { name: 'magento/product-enterprise-edition', version: '2.4.7-p3' },
      metapackage: { version: '2.4.7-p2', constraint: '>=2.4.7 <2.4.8' },
      eceTools: '2002.2.10',
      productPin: null,
      pluginApiVersion: '2.6.0',
      repositories: [{ host: 'repo.example.com' }],
      minimumStability: 'alpha'
    })
  })

  test('reads a pin, a repository with a port, config.lock and a lock without enterprise edition', () => {
    const root = templateRoot('2.4.7', '2.4.8')
    const text = json({
      ...root,
      require: { ...(root['require'] as object), 'magento/product-enterprise-edition': '2.4.7-p3' },
      repositories: [
        { type: 'composer', url: 'http://127.0.0.1:8080/packages' },
        { type: 'vcs', url: 'https://git.example.com/a.git' },
        { type: 'artifact', url: './artifacts' },
        { 'packagist.org': false }
      ],
      config: { lock: false },
      extra: [],
      scripts: []
    })
    const base = templatePackages('2.4.7-p3').filter(({ name }) => name !== 'magento/product-enterprise-edition')
    expect(readComposerProject(text, lockText(base))).toMatchObject({
      product: { name: 'magento/magento2-base' },
      productPin: '2.4.7-p3',
      repositories: [{ host: '127.0.0.1:8080', url: 'http://127.0.0.1:8080/packages' }],
      allowPlugins: null,
      extra: {}
    })
  })

  // F13
  test('names file and line of an unfinished merge and of broken JSON', () => {
    const merge = composerJson.replace('    "type"', '<<<<<<< HEAD\n    "type"')
    expect(failure(merge).message).toBe('composer.json contains the markers of an unfinished merge, line 4.')
    expect(failure(composerJson, composerLock.replace('"packages": [', '"packages": [,')).message).toMatch(
      /^composer\.lock is not valid JSON \(.*\), line 6\.$/
    )
    expect(failure('[]').message).toContain('unexpected shape')
  })

  test('says what a project lacks', () => {
    expect(failure(json({ require: { 'acme/shop': '*' } })).message).toBe(
      'composer.json does not require magento/magento-cloud-metapackage.'
    )
    expect(failure(json({ require: { 'magento/product-enterprise-edition': '2.0.4' } })).next).toContain('Replace')
    expect(failure(composerJson, '').message).toContain('composer.lock is missing')
    expect(failure(composerJson, lockText([])).message).toContain('does not contain magento/magento-cloud-metapackage')
  })

  test('answers any text with a project or with preflight-failed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => failure(text).code === 'preflight-failed'))
  })
})

test('finds the extensions outside the closure, through provide and replace', () => {
  const project = readComposerProject(composerJson, composerLock)
  expect(thirdPartyPackages(project).map(({ name }) => name)).toEqual(['acme/module-shipping', 'acme/suite'])
  const reached = closure(project.packages, 'magento/magento-cloud-metapackage')
  expect(reached.has('monolog/monolog') && reached.has('vertexinc/module')).toBe(true)
  expect(closure(project.packages, 'absent/package').size).toBe(0)
})

test('follows requirements that form a circle', () => {
  const lock = lockText([
    locked('a/a', '1.0', { require: { 'b/b': '*' } }),
    locked('b/b', 'v1.0', { require: { 'a/a': '*' } })
  ])
  expect([...closure(lockedPackages(lock), 'a/a')]).toEqual(['a/a', 'b/b'])
})
