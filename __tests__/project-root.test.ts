import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planUpgrade } from '../src/plan.js'
import { rootOf, workingDirectory } from '../src/project-root.js'
import { createGit } from '../src/tools/git.js'
import { createRunCommand } from '../src/tools/run-command.js'
import { plainGit } from './actions-checkout.js'

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
const root = (folder: string): Promise<string> => rootOf(createGit(createRunCommand(), environment, folder))

test('a project in a folder of its repository is refused for what it is', async () => {
  const { error } = await planUpgrade({ workingDirectory: shop, target: '2.4.8' }, { environment })
  expect(error).toMatchObject({
    exitCode: 12,
    message: `The working directory ${shop} is a folder of the repository ${repository}, and not its root.`,
    unchanged: 'Nothing was changed.',
    next: expect.stringMatching(/working-directory to the root of the repository.*not supported/) as unknown
  })
})

test('the root is taken, by whatever way it is named', async () => {
  expect(await root(repository)).toBe(repository)
  expect(await root(join(world, 'link'))).toBe(repository)
})

test.each([
  ['in no repository', world],
  ['in the git folder itself', join(repository, '.git')]
])('a folder %s is refused', async (_, folder) => {
  await expect(root(folder)).rejects.toMatchObject({
    exitCode: 12,
    message: `The folder ${folder} is in no git repository.`
  })
})

test('a folder that is not there is a wrong option', async () => {
  await expect(workingDirectory(join(world, 'none'))).rejects.toMatchObject({ exitCode: 10 })
})
