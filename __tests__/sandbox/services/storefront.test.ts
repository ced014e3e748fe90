import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { assetPath } from '../../../sandbox/assets-directory.js'
import { runProgram } from '../../../sandbox/services/run-program.js'
import { startDatabase, type Database } from '../../../sandbox/services/database.js'
import { startStorefront, type Storefront } from '../../../sandbox/services/storefront.js'

let directory = ''
let appRoot = ''
let database: Database
let storefront: Storefront
const password = `p'a"ss\\word`

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'storefront-test-'))
  appRoot = join(directory, 'app')
  storefront = await startStorefront({ directory, appRoot })
  database = await startDatabase({ directory })
  const modules = [{ name: 'Magento_Catalog', version: '100.4.7' }]
  await database.createSchema({ name: 'main', user: 'shop', password, rows: 10, modules })
})

afterAll(async () => {
  await Promise.all([storefront.stop(), database.stop()])
  await rm(directory, { recursive: true, force: true })
})

async function deploy(version: string, moduleVersion: string): Promise<void> {
  const release = join(directory, `release-${version}`)
  const library = 'vendor/magento/magento2-base/sandbox'
  const copies = [
    ['bin/magento', 'bin/magento'],
    ['pub/index.php', 'pub/index.php'],
    ['sandbox/app.php', `${library}/app.php`]
  ] as const
  for (const [from, to] of copies) {
    await mkdir(dirname(join(release, to)), { recursive: true })
    await copyFile(assetPath('magento', from), join(release, to))
  }
  const product = { name: 'magento/product-enterprise-edition', version }
  const connection = { host: '127.0.0.1', port: database.port, dbname: 'main', username: 'shop', password }
  const env = Buffer.from(JSON.stringify({ db: { connection: { default: connection } } })).toString('base64')
  const files = {
    'var/.keep': '',
    'vendor/composer/installed.json': JSON.stringify({ packages: [product] }),
    'vendor/magento/module-catalog/etc/module.xml': `<config>\n  <module name="Magento_Catalog" setup_version="${moduleVersion}"/>\n</config>`,
    'app/etc/env.php': `<?php return json_decode(base64_decode('${env}'), true);`
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(release, path)), { recursive: true })
    await writeFile(join(release, path), text)
  }
  await symlink(release, `${appRoot}.next`)
  await rename(`${appRoot}.next`, appRoot)
}

const magento = (...args: string[]): Promise<{ stdout: string }> =>
  runProgram(['php', 'bin/magento', ...args], { cwd: appRoot, env: { PATH: process.env['PATH'] ?? '' } })

async function get(path = '/'): Promise<{ status: number; text: string }> {
  const response = await fetch(storefront.url + path)
  return { status: response.status, text: await response.text() }
}

test('follows the application root from nothing to a release, to a newer one and through maintenance', async () => {
  expect((await get()).status).toBe(503)
  await deploy('2.4.7-p3', '100.4.7')
  expect(await get()).toMatchObject({ status: 200, text: expect.stringContaining('content="2.4.7-p3"') })
  expect(JSON.parse((await get('/graphql')).text)).toHaveProperty('data.storeConfig.code', 'default')
  await magento('maintenance:enable')
  expect((await magento('maintenance:status')).stdout).toContain('Status: maintenance mode is active')
  expect((await get()).status).toBe(503)
  await magento('maintenance:disable')
  expect((await magento('setup:db:status')).stdout).toBe('All modules are up to date.\n')

  await deploy('2.4.8', '100.4.8')
  const { status, text } = await get()
  expect(status).toBe(500)
  const id = /Error log record number: <strong>(\w+)/.exec(text)?.[1] ?? ''
  const report = await readFile(join(appRoot, 'var/report', id.slice(0, 2), id), 'utf8')
  expect(report).toContain('Magento_Catalog schema: current version - 100.4.7, required version - 100.4.8')
  await expect(magento('setup:db:status')).rejects.toThrow('Declarative Schema is not up to date')
  await magento('setup:upgrade', '--keep-generated')
  expect(await get()).toMatchObject({ status: 200, text: expect.stringContaining('content="2.4.8"') })
  expect((await magento('--version', '--no-ansi')).stdout).toBe('Magento CLI 2.4.8\n')
})

test('backs up code only where the functionality is enabled', async () => {
  expect((await magento('setup:backup', '--code')).stdout).toContain('Backup functionality is currently disabled')
  await magento('config:set', 'system/backup/functionality_enabled', '1')
  await magento('setup:backup', '--code')
  const [file = ''] = await readdir(join(appRoot, 'var/backups'))
  expect(file).toMatch(/^\d+_filesystem\.tgz$/)
  const { stdout } = await runProgram(['tar', '-tzf', join(appRoot, 'var/backups', file)], { cwd: directory, env: {} })
  expect(stdout).toContain('./bin/magento')
  expect((await magento('maintenance:status')).stdout).toContain('not active')
})

test('refuses a command that it does not know', async () => {
  await expect(magento('setup:nothing')).rejects.toThrow('Command "setup:nothing" is not defined')
})
