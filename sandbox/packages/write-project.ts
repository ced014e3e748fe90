import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isolatedEnvironment } from './isolated-environment.js'
import { moduleName } from './module-packages.js'
import { lineOf } from './product-versions.js'
import { projectFiles } from './project-files.js'
import { runProgram } from './run-program.js'

/** The project to write. */
export interface WriteProjectOptions {
  /** Folder of the checkout: made if missing, must hold nothing. */
  readonly directory: string
  /** Folder for HOME, COMPOSER_HOME with the keys, and Composer's cache; outside `directory`. */
  readonly homeDirectory: string
  readonly repository: {
    readonly url: string
    readonly host: string
    readonly username: string
    readonly password: string
  }
  /** Product version that composer.lock holds. Default `2.4.7-p3`. */
  readonly fromVersion?: string
  /** Default `allow-list`. In `deny-list` the marshaled files are installed and committed. */
  readonly layout?: 'allow-list' | 'deny-list'
  /** Version of ece-tools in composer.lock. Default `2002.2.6`. */
  readonly eceTools?: string
  /** Whether the project requires the third-party extension acme/module-example. Default false. */
  readonly extension?: boolean
  /** Branch of the first commit. Default `integration`. */
  readonly branch?: string
}

/** What was written. */
export interface WrittenProject {
  readonly directory: string
  readonly commit: string
  /** Environment in which Composer and git ran: isolated, with the keys in its COMPOSER_HOME. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Writes a project as the cloud template of the line has it, lets the real Composer make composer.lock for exactly
 * `fromVersion` (composer.json holds the plain range), and commits everything to a new git repository.
 */
export async function writeProject(options: WriteProjectOptions): Promise<WrittenProject> {
  const { directory, repository, layout = 'allow-list', fromVersion = '2.4.7-p3' } = options
  const line = lineOf(fromVersion)
  const env = await isolatedEnvironment({ directory: options.homeDirectory, repository, php: line.template.php })
  const common = { line, repositoryUrl: repository.url, layout, extension: options.extension ?? false }
  await writeFiles(directory, projectFiles({ ...common, modules: [] }))

  const temporary = [
    `magento/product-enterprise-edition:${fromVersion}`,
    `magento/ece-tools:${options.eceTools ?? '2002.2.6'}`
  ]
  const update = temporary.flatMap((constraint) => ['--with', constraint])
  await runProgram(['composer', 'update', '--no-install', '--no-progress', ...update], { cwd: directory, env })
  const modules = await dropPlatformFromLock(join(directory, 'composer.lock'))
  await writeFiles(directory, projectFiles({ ...common, modules }))

  if (layout === 'deny-list') await installAsDeveloper(directory, env)
  const commit = await commitAll(directory, options.branch ?? 'integration', env)
  return { directory, commit, env }
}

async function writeFiles(directory: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(directory, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** The PHP resolved for is the machine's on the platform, so its lock says nothing about it. Returns the modules' names. */
async function dropPlatformFromLock(path: string): Promise<string[]> {
  const lock = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown> & {
    packages: { name: string; type: string }[]
  }
  delete lock['platform-overrides']
  await writeFile(path, JSON.stringify(lock, null, 4) + '\n')
  return lock.packages.filter(({ type }) => type === 'magento2-module').map(({ name }) => moduleName(name))
}

async function installAsDeveloper(directory: string, env: Readonly<Record<string, string>>): Promise<void> {
  const own = await readFile(join(directory, '.gitignore'))
  // An install takes its platform from the lock alone, which rightly names none: the machine's PHP would be judged.
  await runProgram(['composer', 'install', '--no-progress', '--ignore-platform-reqs'], { cwd: directory, env })
  await writeFile(join(directory, '.gitignore'), own)
  await rm(join(directory, 'vendor'), { recursive: true })
}

async function commitAll(directory: string, branch: string, env: Readonly<Record<string, string>>): Promise<string> {
  const git = async (...argv: string[]): Promise<string> =>
    (await runProgram(['git', ...argv], { cwd: directory, env })).stdout.trim()
  await git('init', '-q', '-b', branch)
  await git('add', '-A')
  await git('add', '-f', '.github')
  await git('commit', '-q', '-m', 'The shop as it runs')
  return git('rev-parse', 'HEAD')
}
