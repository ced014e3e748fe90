import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentedCommands } from '../../bench/documented-commands.js'
import { startPackageRepository, type PackageRepository } from '../../sandbox/packages/package-repository.js'
import { runProgram } from '../../sandbox/services/run-program.js'
import { writeProject, type WrittenProject } from '../../sandbox/project/write-project.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { gitignoreShapes, type GitignoreShape } from '../helpers/gitignore-shapes.js'

const folder = mkdtempSync(join(tmpdir(), 'gitignore-shapes-'))
let repository: PackageRepository
let project: WrittenProject
beforeAll(async () => {
  repository = await startPackageRepository({ packages: 20, mappedFiles: 150 })
  const directory = join(folder, 'installed')
  project = await writeProject({
    directory,
    homeDirectory: join(folder, 'home'),
    repository,
    require: { 'acme/module-mapped': '^1.0' }
  })
  // The old version, as it lies on a developer's machine: each shape decides what of it was committed.
  await runProgram(['composer', 'install', '--no-progress', '--ignore-platform-reqs'], {
    cwd: directory,
    env: project.env
  })
  rmSync(join(directory, '.git'), { recursive: true })
})
afterAll(async () => {
  await repository.stop()
  rmSync(folder, { recursive: true })
})

// Each shape takes three upgrades; MASS is the number of shapes.
const shapes = gitignoreShapes.slice(0, Number(process.env['MASS'] ?? 2))

test.each(shapes.map((shape) => [shape.name, shape] as const))(
  'fast, full and the documented commands give one tree: %s',
  async (_, shape) => {
    const shop = await commitAs(shape)
    const git = async (...args: string[]): Promise<string> =>
      (await runProgram(['git', ...args], { cwd: shop, env: project.env })).stdout.trim()
    const start = await git('rev-parse', 'HEAD')
    const trees: Record<string, string> = {}
    let commit = ''
    for (const install of ['full', 'fast'] as const) {
      const report = await upgrade(
        {
          workingDirectory: shop,
          composerUsername: repository.username,
          composerPassword: repository.password,
          vulnerableComposer: 'warn',
          target: '2.4.8',
          backup: 'off',
          push: false,
          install
        },
        { environment: project.env }
      )
      expect(report).toMatchObject({ error: null, update: { mode: install } })
      commit = report.commit ?? ''
      trees[install] = await git('ls-tree', '-r', commit)
      await git('reset', '--quiet', '--hard', start)
    }
    await git('config', 'gc.auto', '0')
    const documented = await documentedCommands({
      folder: join(shop, '..'),
      project: shop,
      env: project.env,
      upgraded: commit
    })
    trees['documented'] = await git('ls-tree', '-r', documented)
    expect(trees['fast']).toBe(trees['full'])
    expect(trees['fast']).toBe(trees['documented'])
  }
)

async function commitAs({ lines, forced = [], eol = '\n' }: GitignoreShape): Promise<string> {
  const shop = join(mkdtempSync(join(folder, 'shop-')), 'checkout')
  cpSync(project.directory, shop, { recursive: true })
  writeFileSync(join(shop, '.gitignore'), lines.map((line) => line + eol).join(''))
  const git = (...args: string[]): Promise<unknown> => runProgram(['git', ...args], { cwd: shop, env: project.env })
  await git('init', '--quiet', '-b', 'integration')
  await git('add', '--all')
  if (forced.length > 0) await git('add', '--force', ...forced)
  await git('commit', '--quiet', '-m', 'The shop')
  await git('clean', '-fdXq')
  return shop
}
