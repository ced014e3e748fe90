import { afterAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { UpgradeError } from '../../../src/errors.js'
import { readCheckout } from '../../../src/tools/git/read-checkout.js'
import { files } from '../../../src/tools/files.js'
import { createGit } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { plainGit } from '../../helpers/actions-checkout.js'

const world = mkdtempSync(join(tmpdir(), 'read-checkout-'))
afterAll(() => {
  rmSync(world, { recursive: true })
})

/** What is said of a repository with these files. */
async function refusal(...paths: readonly string[]): Promise<Pick<UpgradeError, 'exitCode' | 'message' | 'next'>> {
  const folder = mkdtempSync(join(world, 'repository-'))
  plainGit(folder, 'init', '--quiet')
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  plainGit(folder, 'add', '--all', '--force')
  const environment = { PATH: process.env['PATH'] ?? '', HOME: world }
  const git = createGit(createRunCommand(), environment, folder)
  const read = readCheckout(files, folder, git)
  const error: unknown = await read.then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof UpgradeError)) throw new Error('it was read')
  return error
}

test('every missing file is named at once', async () => {
  const { exitCode, message, next } = await refusal('composer.json')
  expect([exitCode, message]).toEqual([12, 'The committed project lacks composer.lock and .magento.app.yaml.'])
  expect(next).toMatch(/^Set working-directory to the root/)
})

test.each([
  [
    'in folders of their own',
    ['shop/.magento.app.yaml', 'apps/pwa/.magento.app.yaml'],
    /^Set working-directory to the folder/
  ],
  [
    'together in one file',
    ['.magento/applications.yaml', '.magento/services.yaml'],
    /by hand.*backup, verify and diagnose work.*app: NAME/
  ]
])('where applications are described %s, that is said', async (_, paths, way) => {
  const { exitCode, message, next } = await refusal('composer.json', 'composer.lock', ...paths)
  expect(exitCode).toBe(12)
  const described = paths.filter((path) => !path.includes('services')).toSorted()
  expect(message).toBe(
    `The committed project lacks .magento.app.yaml; the applications of its repository are described in ${described.join(', ')}.`
  )
  expect(next).toMatch(way)
})

test('a project of many applications is named in short', async () => {
  const { message } = await refusal(...Array.from({ length: 8 }, (_, index) => `a${index}/.magento.app.yaml`))
  expect(message).toMatch(/a4\/\.magento\.app\.yaml and 3 more\.$/)
})
