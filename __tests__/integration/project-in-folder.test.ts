import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, renameSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import { plan as planCommand } from '../../src/commands/plan.js'
import { readProjectFacts } from '../../src/run/read-project-facts.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
let shop: string
beforeAll(async () => {
  // The deny-list commits the marshaled files, so that there is much to lose.
  project = await startLocalProject({ layout: 'deny-list', mappedFiles: 150 })
  shop = join(project.checkout, 'apps/shop')
  mkdirSync(shop, { recursive: true })
  const moved = readdirSync(project.checkout).filter((name) => !['.git', '.magento', 'apps'].includes(name))
  for (const name of moved) renameSync(join(project.checkout, name), join(shop, name))
  const other = join(project.checkout, 'apps/storefront')
  mkdirSync(join(other, 'bin'), { recursive: true })
  for (const name of ['composer.json', 'composer.lock', 'bin/magento'])
    writeFileSync(join(other, name), 'another application\n')
  await project.git('add', '-A', '-f')
  await commit('Two applications in one repository')
  await project.git('push', '--quiet', 'origin', 'integration')
})
afterAll(() => project.stop())
beforeEach(async () => {
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
})

const commit = (message: string): Promise<string> =>
  project.git(
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--all',
    '--message',
    message
  )
const options = (given: GivenOptions = {}): GivenOptions => ({ ...project.options, workingDirectory: shop, ...given })
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')

test('a plan reads the services where the platform does: at the root of the repository', async () => {
  const { workingDirectory, target, composerUsername, composerPassword, vulnerableComposer } = options()
  const given = { workingDirectory, target, composerUsername, composerPassword, vulnerableComposer } as GivenOptions
  const { plan, error } = await planCommand(given, project.context)
  expect(error).toBeNull()
  expect(plan?.toVersion).toMatch(/^2\.4\.8/)
  expect(plan?.notes.map(({ message }) => message).join()).toContain('.magento/services.yaml has')
  expect((await readProjectFacts(shop)).services).toContainEqual(expect.stringContaining('mysql:'))
})

test('the commit holds that folder alone, and is pushed', async () => {
  const start = (await project.git('rev-parse', 'HEAD')).trim()
  const report = await upgrade(options(), project.context)
  expect(report.error).toBeNull()
  expect(report.verdict).toBe('pushed')
  const changed = lines(await project.git('diff', '--name-only', start, 'HEAD'))
  expect(changed).toEqual(expect.arrayContaining(['apps/shop/composer.json', 'apps/shop/composer.lock']))
  expect(changed.length).toBeGreaterThan(2)
  expect(changed.filter((path) => !path.startsWith('apps/shop/'))).toEqual([])
  expect(await project.git('ls-remote', 'origin', 'refs/heads/integration')).toContain(report.commit ?? 'none')
  expect(JSON.parse(readFileSync(join(shop, 'composer.json'), 'utf8'))).toMatchObject({
    require: { 'magento/magento-cloud-metapackage': '>=2.4.8 <2.4.9' }
  })
  // Nothing is left of the scratch tree, and nothing to do.
  expect(await project.git('status', '--porcelain')).toBe('')
  expect((await upgrade(options(), project.context)).verdict).toBe('up-to-date')
  await project.git('push', '--quiet', '--force', 'origin', `${start}:refs/heads/integration`)
  await project.git('fetch', '--quiet', 'origin')
})

test('what a script writes outside of the folder is committed by nobody', async () => {
  const json = JSON.parse(readFileSync(join(shop, 'composer.json'), 'utf8')) as object
  const scripts = { 'post-update-cmd': ['php -r "file_put_contents(\'../storefront/composer.lock\', 1);"'] }
  writeFileSync(join(shop, 'composer.json'), JSON.stringify({ ...json, scripts }, null, 4))
  await commit('A script of its own')
  const report = await upgrade(options({ install: 'full' }), project.context)
  expect(report.error).toMatchObject({
    exitCode: 40,
    message: expect.stringContaining('apps/storefront/composer.lock') as unknown
  })
  expect(await project.git('status', '--porcelain')).toBe('')
})
