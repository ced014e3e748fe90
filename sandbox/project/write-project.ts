import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isolatedEnvironment } from '../services/isolated-environment.js'
import { moduleName } from '../packages/module-packages.js'
import { lineOf } from '../packages/product-versions.js'
import { projectFiles } from './project-files.js'
import type { PackageRepository } from '../packages/package-repository.js'
import { runProgram } from '../services/run-program.js'

/** The project to write. */
export interface WriteProjectOptions {
  /** Folder of the checkout: made if missing, must be empty. */
  readonly directory: string
  /** Folder for HOME, COMPOSER_HOME with the keys, and Composer's cache; outside `directory`. */
  readonly homeDirectory: string
  readonly repository: Pick<PackageRepository, 'url' | 'host' | 'username' | 'password'>
  /** Product version that composer.lock holds. Default `2.4.7-p3`. */
  readonly fromVersion?: string
  /** Default `allow-list`. In `deny-list` nearly all marshaled files are committed, in `allow-list` those below app/design. */
  readonly layout?: 'allow-list' | 'deny-list'
  /** Version of ece-tools in composer.lock. Default `2002.2.6`, or `2002.1.13` if the line runs PHP 7. */
  readonly eceTools?: string
  /** Whether the project requires the third-party extension acme/module-example. Default false. */
  readonly extension?: boolean
  /** Whether composer.json requires the product exactly, as the present guide has one do. Default true. */
  readonly productPin?: boolean
  /** Further root requirements, such as `{'acme/module-mapped': '^1.0'}`. */
  readonly require?: Readonly<Record<string, string>>
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
 * `fromVersion`, and commits everything to a new git repository.
 */
export async function writeProject(options: WriteProjectOptions): Promise<WrittenProject> {
  const { directory, repository, layout = 'allow-list', fromVersion = '2.4.7-p3' } = options
  const line = lineOf(fromVersion)
  const env = await isolatedEnvironment({ directory: options.homeDirectory, repository, php: line.template.php })
  const productPin = (options.productPin ?? true) ? fromVersion : null
  const common = {
    line,
    repositoryUrl: repository.url,
    layout,
    extension: options.extension ?? false,
    productPin,
    require: options.require ?? {}
  }
  await writeFiles(directory, projectFiles({ ...common, modules: [] }))

  const eceTools = options.eceTools ?? (line.template.php < '8' ? '2002.1.13' : '2002.2.6')
  await lockExactly(
    directory,
    { 'magento/product-enterprise-edition': fromVersion, 'magento/ece-tools': eceTools },
    env
  )
  const modules = await dropPlatformFromLock(join(directory, 'composer.lock'))
  await writeFiles(directory, projectFiles({ ...common, modules }))

  await marshal(directory, env)
  const commit = await commitAll(directory, options.branch ?? 'integration', env)
  return { directory, commit, env }
}

/** Locks the given versions without a trace in composer.json: the pins go before the lock's hash is renewed. */
async function lockExactly(
  directory: string,
  pins: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>
): Promise<void> {
  const file = join(directory, 'composer.json')
  const plain = await readFile(file, 'utf8')
  const manifest = JSON.parse(plain) as { require: Record<string, string> }
  await writeFile(file, JSON.stringify({ ...manifest, require: { ...manifest.require, ...pins } }))
  await runProgram(['composer', 'update', '--no-install', '--no-progress'], { cwd: directory, env })
  await writeFile(file, plain)
  await runProgram(['composer', 'update', '--lock', '--no-install', '--no-progress'], { cwd: directory, env })
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

const mapCarriers = ['magento/magento-composer-installer', 'magento/ece-tools']

/**
 * Has the plugin put the mapped files into the project, as on a developer's machine, where git then sees what .gitignore
 * lets through. Only the packages that carry a map are installed, so that this takes about a second for any project.
 */
async function marshal(directory: string, env: Readonly<Record<string, string>>): Promise<void> {
  const kept = ['composer.json', 'composer.lock', '.gitignore'].map((name) => join(directory, name))
  const originals = await Promise.all(kept.map((file) => readFile(file, 'utf8')))
  const [manifest, lock] = originals.slice(0, 2).map((text) => JSON.parse(text) as Record<string, unknown>)
  const { packages } = lock as { packages: { name: string; version: string; extra?: object }[] }
  const carriers = packages.filter(
    ({ name, extra }) => mapCarriers.includes(name) || (extra !== undefined && 'map' in extra)
  )
  const require = Object.fromEntries(carriers.map(({ name, version }) => [name, version]))
  await writeFile(kept[0] as string, JSON.stringify({ ...manifest, require }))
  await rm(kept[1] as string)
  await runProgram(['composer', 'update', '--no-progress'], { cwd: directory, env })
  await rm(join(directory, 'vendor'), { recursive: true })
  for (const [index, file] of kept.entries()) await writeFile(file, originals[index] as string)
}

async function commitAll(directory: string, branch: string, env: Readonly<Record<string, string>>): Promise<string> {
  const git = async (...argv: string[]): Promise<string> =>
    (await runProgram(['git', ...argv], { cwd: directory, env })).stdout.trim()
  await git('init', '-q', '-b', branch)
  await git('add', '-A')
  // Tracked in the template although its .gitignore does not list them; the first two come from the base package.
  await git('add', '-f', '.github', 'update', 'COPYING.txt', 'LICENSE.txt')
  await git('commit', '-q', '-m', 'The shop as it runs')
  await git('clean', '-fdXq')
  return git('rev-parse', 'HEAD')
}
