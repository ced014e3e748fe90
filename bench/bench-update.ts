import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPackageRepository } from '../sandbox/packages/package-repository.js'
import { runProgram } from '../sandbox/packages/run-program.js'
import { writeProject } from '../sandbox/packages/write-project.js'
import { upgrade } from '../src/upgrade.js'
import { measure, table } from './measure.js'

/** The update step, fast and full, against the documented commands in a fresh clone. */
export async function benchUpdate(packages: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-update-'))
  const repository = await startPackageRepository({ packages, mappedFiles: 9000, packageKilobytes: 60 })
  try {
    const { directory, env, commit } = await writeProject({
      directory: join(folder, 'project'),
      homeDirectory: join(folder, 'home'),
      repository
    })
    const ours = async (install: 'fast' | 'full'): Promise<string> => {
      const report = await upgrade(
        {
          workingDirectory: directory,
          composerUsername: repository.username,
          composerPassword: repository.password,
          vulnerableComposer: 'warn',
          target: '2.4.8',
          backup: 'off',
          push: false,
          wait: false,
          verify: false,
          install
        },
        { environment: env }
      )
      if (report.error) throw new Error(report.error.message)
      const tree = await runProgram(['git', 'rev-parse', `${report.commit ?? ''}^{tree}`], { cwd: directory, env })
      await runProgram(['git', 'reset', '--quiet', '--hard', commit], { cwd: directory, env })
      return tree.stdout.trim()
    }
    const trees: string[] = []
    const served = (): number => repository.bytesServed()
    const rows = [
      await measure('this tool, install: fast', served, async () => void trees.push(await ours('fast'))),
      await measure('this tool, install: full', served, async () => void trees.push(await ours('full'))),
      await measure(
        'documented commands',
        served,
        async () => void trees.push(await documented(folder, directory, env))
      )
    ]
    const same =
      new Set(trees).size === 1 ? 'All three give the same git tree.' : `The git trees differ: ${trees.join(', ')}`
    return `${table(`Update of ${packages} packages, from a fresh clone to the commit`, rows)}\n${same}\n`
  } finally {
    await repository.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function documented(folder: string, project: string, env: Readonly<Record<string, string>>): Promise<string> {
  const clone = join(folder, 'clone')
  const run = (...argv: [string, ...string[]]): Promise<{ stdout: string }> =>
    runProgram(argv, { cwd: clone, env: { ...env, COMPOSER_CACHE_DIR: join(folder, 'fresh-cache') } })
  await runProgram(['git', 'clone', '--quiet', project, clone], { cwd: folder, env })
  await run('composer', 'install', '--no-progress', '--ignore-platform-reqs')
  await run('composer', 'require', 'magento/magento-cloud-metapackage:>=2.4.8 <2.4.9', '--no-update')
  await run('composer', 'update', '--no-progress')
  await run('git', 'add', '-A')
  await run('git', 'commit', '--quiet', '-m', 'Upgrade')
  return (await run('git', 'rev-parse', 'HEAD^{tree}')).stdout.trim()
}
