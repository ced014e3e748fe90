import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPackageRepository, type PackageRepository } from '../../sandbox/packages/package-repository.js'
import { runProgram } from '../../sandbox/services/run-program.js'
import { writeProject, type WriteProjectOptions } from '../../sandbox/project/write-project.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import type { RunContext } from '../../src/run/run-context.js'

/** A Cloud project with a remote and a package repository, but no platform. */
export interface LocalProject {
  readonly folder: string
  readonly checkout: string
  readonly repository: PackageRepository
  readonly options: GivenOptions
  readonly context: RunContext
  git(...args: string[]): Promise<string>
  stop(): Promise<void>
}

/** Starts one; `extensions` and the like are those of the sandbox's package catalog. */
export async function startLocalProject(
  given: Partial<WriteProjectOptions> & Parameters<typeof startPackageRepository>[0] = {}
): Promise<LocalProject> {
  const folder = mkdtempSync(join(tmpdir(), 'local-project-'))
  const repository = await startPackageRepository(given)
  const checkout = join(folder, 'checkout')
  await writeProject({ ...given, directory: checkout, homeDirectory: join(folder, 'home'), repository })
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1'
  }
  const git = async (...args: string[]): Promise<string> =>
    (await runProgram(['git', ...args], { cwd: checkout, env: environment })).stdout
  await git('init', '--quiet', '--bare', join(folder, 'origin.git'))
  await git('remote', 'add', 'origin', join(folder, 'origin.git'))
  await git('push', '--quiet', 'origin', 'integration')
  return {
    folder,
    checkout,
    repository,
    options: {
      workingDirectory: checkout,
      composerUsername: repository.username,
      composerPassword: repository.password,
      vulnerableComposer: 'warn',
      target: '2.4.8',
      backup: 'off',
      wait: false,
      verify: false
    },
    context: { environment },
    git,
    stop: async () => {
      await repository.stop()
      rmSync(folder, { recursive: true })
    }
  }
}
