import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPackageRepository } from '../sandbox/packages/package-repository.js'
import { runProgram } from '../sandbox/services/run-program.js'
import { writeProject } from '../sandbox/project/write-project.js'
import { upgrade } from '../src/commands/upgrade.js'
import { buildArchives } from './build-archives.js'
import { documentedCommands } from './documented-commands.js'
import { measure, table } from './measure.js'

/**
 * Assumed sizes of packages: files of the base packages, and size and files of the others. The base package's size is
 * that of the real one, 38 MB for 2.4.2-p1 by an error message of Composer in a public issue of July 2021, the only
 * weight that was found; compressed, as here.
 */
export const assumedWeight = { mappedFiles: 9000, packageKilobytes: 60, packageFiles: 40, baseKilobytes: 34_500 }

/** The update step, fast and full, against the documented commands in a fresh clone. */
export async function benchUpdate(packages: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-update-'))
  const repository = await startPackageRepository({ packages, ...assumedWeight })
  try {
    const { directory, env, commit } = await writeProject({
      directory: join(folder, 'project'),
      homeDirectory: join(folder, 'home'),
      repository
    })
    const { username, password } = repository
    await buildArchives({ directory, scratch: join(folder, 'scratch'), env, username, password })
    let upgraded = ''
    const ours = async (install: 'fast' | 'full'): Promise<string> => {
      const report = await upgrade(
        {
          workingDirectory: directory,
          composerUsername: username,
          composerPassword: password,
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
      // Otherwise a slow path would look like a slow machine.
      if (report.update?.mode !== install)
        throw new Error(`The update was ${report.update?.mode ?? 'not made'} instead of ${install}`)
      upgraded = report.commit ?? ''
      const tree = await runProgram(['git', 'rev-parse', `${upgraded}^{tree}`], { cwd: directory, env })
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
        async () => void trees.push(await documentedCommands({ folder, project: directory, env, upgraded }))
      )
    ]
    if (new Set(trees).size !== 1) throw new Error(`The git trees differ: ${trees.join(', ')}`)
    const { mappedFiles, packageKilobytes, packageFiles } = assumedWeight
    const assumed = `Assumed: ${mappedFiles} mapped files, ${packageFiles} files and ${packageKilobytes} kB in each other package; magento2-base has 38 MB, as the real one. All three download it, old and new.`
    return `${table(`Update of ${packages} packages, from a fresh clone to the commit`, rows)}\n${assumed} All three give the same git tree.\n`
  } finally {
    await repository.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
