import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { isolatedEnvironment } from '../../../sandbox/services/isolated-environment.js'
import { baseMap, enterpriseMap } from '../../../sandbox/packages/base-map.js'
import { createCatalog } from '../../../sandbox/packages/package-catalog.js'
import { zipRelease } from '../../../sandbox/packages/package-release.js'
import { startPackageRepository, type PackageRepository } from '../../../sandbox/packages/package-repository.js'
import { runProgram } from '../../../sandbox/services/run-program.js'

const folder = mkdtempSync(join(tmpdir(), 'package-repository-'))
let repository: PackageRepository
let count = 0

beforeAll(async () => {
  repository = await startPackageRepository({ extensionUpTo: '2.4.7-p3' })
})
afterEach(() => {
  repository.setMode('open')
})
afterAll(async () => {
  await repository.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function status(path: string, password = repository.password): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${repository.username}:${password}`).toString('base64')}`
  const response = await fetch(repository.url + path, { headers: { authorization } })
  await response.arrayBuffer()
  return response.status
}

/** Resolves with the real Composer for a PHP version. Returns the locked versions by name. */
async function resolve(require: Record<string, string>, php: string): Promise<Record<string, string>> {
  count += 1
  const directory = join(folder, `shop-${count}`)
  mkdirSync(directory)
  const repositories = { repo: { type: 'composer', url: repository.url }, 'packagist.org': false }
  const config = { 'secure-http': false, 'allow-plugins': true }
  const manifest = { repositories, require, config, 'minimum-stability': 'alpha', 'prefer-stable': true }
  writeFileSync(join(directory, 'composer.json'), JSON.stringify(manifest))
  const env = await isolatedEnvironment({ directory: join(folder, `home-${count}`), repository, php })
  await runProgram(['composer', 'update', '--no-install'], { cwd: directory, env })
  const lock = JSON.parse(readFileSync(join(directory, 'composer.lock'), 'utf8')) as {
    packages: { name: string; version: string }[]
  }
  return Object.fromEntries(lock.packages.map(({ name, version }) => [name, version]))
}

const cloud = (range: string): Record<string, string> => ({ 'magento/magento-cloud-metapackage': range })

describe('keys', () => {
  test('the right ones open the index and the archives', async () => {
    expect(await status('/packages.json')).toBe(200)
    expect(await status('/archives/magento/magento2-base/2.4.7-p3.zip')).toBe(200)
    expect(await status('/archives/magento/magento2-base/9.9.9.zip')).toBe(404)
  })

  test('none, and wrong ones, are refused', async () => {
    expect((await fetch(`${repository.url}/packages.json`)).status).toBe(401)
    expect(await status('/packages.json', 'wrong')).toBe(401)
  })

  test.each([
    ['unauthorized', 401],
    ['forbidden', 403],
    ['not-found', 404]
  ] as const)('the mode %s answers %i to the right ones', async (mode, expected) => {
    repository.setMode(mode)
    expect(await status('/packages.json')).toBe(expected)
    expect(await status('/archives/magento/magento2-base/2.4.7-p3.zip')).toBe(expected)
    await expect(resolve(cloud('>=2.4.7 <2.4.8'), '8.3')).rejects.toThrow(
      expected === 404 ? /404/ : /40[13]|credentials/
    )
  })

  test('without entitlement the index is good and holds no magento package', async () => {
    repository.setMode('no-entitlement')
    expect(await status('/packages.json')).toBe(200)
    expect(await status('/archives/magento/magento2-base/2.4.7-p3.zip')).toBe(404)
    await expect(resolve(cloud('>=2.4.7 <2.4.8'), '8.3')).rejects.toThrow('magento/magento-cloud-metapackage')
  })
})

describe('resolution', () => {
  test('the metapackage range gives the newest product of the line, not the metapackage version', async () => {
    const lock = await resolve(cloud('>=2.4.7 <2.4.8'), '8.3')
    expect(lock['magento/magento-cloud-metapackage']).toBe('2.4.7-p2')
    expect(lock['magento/product-enterprise-edition']).toBe('2.4.7-p10')
    expect(lock['magento/magento2-base']).toBe('2.4.7-p10')
  })

  test('an exact product is pinned beside the range', async () => {
    const lock = await resolve({ ...cloud('>=2.4.7 <2.4.8'), 'magento/product-enterprise-edition': '2.4.7-p3' }, '8.2')
    expect(lock['magento/product-enterprise-edition']).toBe('2.4.7-p3')
  })

  test('the PHP that is resolved for decides', async () => {
    expect((await resolve(cloud('>=2.4.8 <2.4.9'), '8.3'))['symfony/intl']).toBe('7.4.1')
    expect((await resolve(cloud('>=2.4.8 <2.4.9'), '8.4'))['symfony/intl']).toBe('8.0.1')
    await expect(resolve(cloud('>=2.4.8 <2.4.9'), '8.2')).rejects.toThrow('php')
  })

  test('a line without a stable product gives its beta', async () => {
    expect((await resolve(cloud('>=2.4.9 <2.4.10'), '8.5'))['magento/product-enterprise-edition']).toBe('2.4.9-beta1')
  })

  test('the extension stops at the line that it was capped at', async () => {
    const require = (range: string): Record<string, string> => ({ ...cloud(range), 'acme/module-example': '^1.0' })
    expect(await resolve(require('>=2.4.7 <2.4.8'), '8.3')).toHaveProperty('acme/module-example')
    await expect(resolve(require('>=2.4.8 <2.4.9'), '8.4')).rejects.toThrow('acme/module-example')
  })
})

describe('catalog', () => {
  test('has base packages of real size whose maps differ between lines', () => {
    const paths = (version: string): string[] => baseMap(version).map(({ path }) => path)
    expect(paths('2.4.7').length).toBeGreaterThanOrEqual(120)
    expect(enterpriseMap().length).toBeGreaterThanOrEqual(15)
    expect(new Set(paths('2.4.7')).size).toBe(paths('2.4.7').length)
    expect([paths('2.4.7').includes('lib/web/extjs'), paths('2.4.8').includes('lib/web/extjs')]).toEqual([true, false])
    expect([paths('2.4.5-p1').includes('.gitignore'), paths('2.4.6').includes('.gitignore')]).toEqual([true, false])
  })

  test('gives the same bytes every time, and other contents to other versions', () => {
    const zip = (version: string): Buffer => {
      const release = createCatalog()
        .get('magento/magento2-base')
        ?.find((candidate) => candidate.version === version)
      if (!release) throw new Error(`no ${version}`)
      return Buffer.from(zipRelease(release))
    }
    expect(zip('2.4.7-p3').equals(zip('2.4.7-p3'))).toBe(true)
    expect(zip('2.4.7-p3').equals(zip('2.4.8'))).toBe(false)
  })
})
