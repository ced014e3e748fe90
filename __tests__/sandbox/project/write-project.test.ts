import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startPackageRepository, type PackageRepository } from '../../../sandbox/packages/package-repository.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { writeProject, type WriteProjectOptions, type WrittenProject } from '../../../sandbox/project/write-project.js'

interface Lock {
  packages: { name: string; version: string }[]
  'platform-overrides'?: unknown
}

let repository: PackageRepository
const folder = mkdtempSync(join(tmpdir(), 'write-project-'))
let count = 0

async function write(
  options: Partial<WriteProjectOptions> = {}
): Promise<WrittenProject & { lock: Lock; tracked: string[] }> {
  count += 1
  const directory = join(folder, `project-${count}`)
  const project = await writeProject({
    directory,
    homeDirectory: join(folder, `home-${count}`),
    repository,
    ...options
  })
  const lock = JSON.parse(readFileSync(join(directory, 'composer.lock'), 'utf8')) as Lock
  const tracked = execFileSync('git', ['ls-files'], { cwd: directory, env: project.env, encoding: 'utf8' })
    .trim()
    .split('\n')
  return { ...project, lock, tracked }
}

const version = (lock: Lock, name: string): string | undefined =>
  lock.packages.find((entry) => entry.name === name)?.version

beforeAll(async () => {
  repository = await startPackageRepository()
})
afterAll(async () => {
  await repository.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a project of the current template', () => {
  test('holds the wanted versions by range and pin, and only its own files', async () => {
    const { directory, lock, tracked, env } = await write()
    expect(version(lock, 'magento/product-enterprise-edition')).toBe('2.4.7-p3')
    expect(version(lock, 'magento/ece-tools')).toBe('2002.2.6')
    expect(version(lock, 'symfony/intl')).toBe('7.4.1')
    expect(lock.packages).toHaveLength(60)
    expect(lock['platform-overrides']).toBeUndefined()
    const manifest = JSON.parse(readFileSync(join(directory, 'composer.json'), 'utf8')) as {
      require: Record<string, string>
    }
    expect(manifest.require).toEqual({
      'magento/composer-root-update-plugin': '^2.0.3',
      'magento/magento-cloud-metapackage': '>=2.4.7 <2.4.8',
      'magento/product-enterprise-edition': '2.4.7-p3'
    })
    expect(tracked).toEqual(expect.arrayContaining(['.github/workflows/ci.yml', 'COPYING.txt', 'update/README.md']))
    expect(tracked.filter((path) => path.startsWith('app/design/frontend/Magento/')).length).toBeGreaterThan(1)
    expect(existsSync(join(directory, 'vendor'))).toBe(false)
    expect(tracked.filter((path) => path.startsWith('vendor/') || path === 'bin/magento')).toEqual([])
    await runProgram(['composer', 'validate', '--no-check-all', '--no-check-publish'], { cwd: directory, env })
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: directory, env, encoding: 'utf8' })).toBe('')
  })

  test('is brought to life by a real composer install', async () => {
    const { directory, env } = await write()
    await runProgram(['composer', 'install', '--ignore-platform-reqs'], { cwd: directory, env })
    expect(statSync(join(directory, 'bin/magento')).mode & 0o111).toBe(0o111)
    expect(execFileSync('php', ['bin/magento', '--version'], { cwd: directory, env, encoding: 'utf8' })).toContain(
      '2.4.7-p3'
    )
    for (const path of [
      'pub/index.php',
      'app/etc/di.xml',
      'app/etc/vendor_path.php',
      '.magento.env.md',
      'lib/web/extjs'
    ]) {
      expect([path, existsSync(join(directory, path))]).toEqual([path, true])
    }
  })
})

test('the older layout tracks the marshaled files', async () => {
  const { tracked, lock } = await write({
    layout: 'deny-list',
    fromVersion: '2.4.6-p2',
    eceTools: '2002.1.19',
    branch: 'staging'
  })
  expect(version(lock, 'magento/product-enterprise-edition')).toBe('2.4.6-p2')
  expect(tracked).toEqual(expect.arrayContaining(['bin/magento', 'pub/index.php', 'app/etc/di.xml', '.magento.env.md']))
  expect(tracked.filter((path) => path.startsWith('vendor/'))).toEqual([])
})

test.each([
  ['2.4.3-p3', undefined, '2002.1.13'],
  ['2.4.7-p3', '2002.0.14', '2002.0.14'],
  ['2.4.8', undefined, '2002.2.6']
])('%s with ece-tools %s', async (fromVersion, eceTools, expected) => {
  const { lock } = await write({ fromVersion, extension: true, ...(eceTools === undefined ? {} : { eceTools }) })
  expect(version(lock, 'magento/product-enterprise-edition')).toBe(fromVersion)
  expect(version(lock, 'magento/ece-tools')).toBe(expected)
  expect(version(lock, 'acme/module-example')).toBeDefined()
})

test('the smallest set of packages is as small as asked for', async () => {
  const small = await startPackageRepository({ packages: 20 })
  try {
    expect((await write({ repository: small })).lock.packages).toHaveLength(20)
  } finally {
    await small.stop()
  }
})
