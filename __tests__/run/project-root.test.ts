import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plan } from '../../src/commands/plan.js'
import { placeOf, workingDirectory, type ProjectPlace } from '../../src/run/project-root.js'
import { createGit } from '../../src/tools/git/git.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'
import { plainGit } from '../helpers/actions-checkout.js'

const world = realpathSync(mkdtempSync(join(tmpdir(), 'project-root-')))
const repository = join(world, 'repository')
const shop = join(repository, 'shop')
const environment = {
  PATH: process.env['PATH'] ?? '',
  HOME: world,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1'
}
beforeAll(() => {
  mkdirSync(shop, { recursive: true })
  plainGit(repository, 'init', '--quiet')
  symlinkSync(repository, join(world, 'link'))
})
afterAll(() => {
  rmSync(world, { recursive: true })
})
const place = (folder: string): Promise<ProjectPlace> => placeOf(createGit(createRunCommand(), environment, folder))

test('a project may lie in a folder of its repository', async () => {
  expect(await place(shop)).toEqual({ root: repository, prefix: 'shop/' })
  expect(await place(join(world, 'link', 'shop'))).toEqual({ root: repository, prefix: 'shop/' })
})

test('what is missing there is told with its names, not by the root', async () => {
  writeFileSync(join(shop, 'composer.json'), '{}')
  plainGit(repository, 'add', '.')
  plainGit(repository, 'commit', '--quiet', '--message', 'Start')
  const { error } = await plan({ workingDirectory: shop, target: '2.4.8', vulnerableComposer: 'warn' }, { environment })
  expect(error).toMatchObject({
    exitCode: 12,
    message: 'The committed project lacks composer.lock and .magento.app.yaml.'
  })
})

test('the root is taken, by whatever way it is named', async () => {
  expect(await place(repository)).toEqual({ root: repository, prefix: '' })
  expect(await place(join(world, 'link'))).toEqual({ root: repository, prefix: '' })
})

test.each([
  ['in no repository', world],
  ['in the git folder itself', join(repository, '.git')]
])('a folder %s is refused', async (_, folder) => {
  await expect(place(folder)).rejects.toMatchObject({
    exitCode: 12,
    message: `The folder ${folder} is not in a git repository.`
  })
})

test('a folder that is not there is a wrong option', async () => {
  await expect(workingDirectory(join(world, 'none'))).rejects.toMatchObject({ exitCode: 10 })
})
