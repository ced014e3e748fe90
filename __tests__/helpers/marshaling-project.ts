import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach } from '@jest/globals'
import { toolingReleases } from '../../sandbox/packages/core-packages.js'
import { manifestOf, zipRelease, type PackageRelease } from '../../sandbox/packages/package-release.js'
import { runProgram } from '../../sandbox/services/run-program.js'

// MARSHALING_PLUGIN=FOLDER runs the same cases on a checkout of magento/magento-composer-installer.
const real = process.env['MARSHALING_PLUGIN']
const plugin =
  real === undefined
    ? toolingReleases().find(
        ({ name, version }) => name === 'magento/magento-composer-installer' && version === '0.4.0'
      )
    : realPlugin(real)
if (!plugin) throw new Error('The marshaling plugin is missing')

function realPlugin(root: string): PackageRelease {
  const manifest = JSON.parse(readFileSync(join(root, 'composer.json'), 'utf8')) as Omit<PackageRelease, 'version'>
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = names.map((entry) => join(entry.parentPath, entry.name))
  return {
    name: manifest.name,
    type: manifest.type,
    version: '0.4.0',
    require: { 'composer-plugin-api': '^1.1 || ^2.0' },
    ...(manifest.autoload && { autoload: manifest.autoload }),
    ...(manifest.extra && { extra: manifest.extra }),
    files: () => new Map(paths.map((path) => [path.slice(root.length + 1), readFileSync(path)]))
  }
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marshaling-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A path in the project of the running test. */
export const project = (...path: string[]): string => join(folder, 'project', ...path)
/** The text of a file of the project. */
export const read = (path: string): string => readFileSync(project(path), 'utf8')

/** Writes a file of the project. */
export function put(path: string, text = 'own'): void {
  mkdirSync(dirname(project(path)), { recursive: true })
  writeFileSync(project(path), text)
}

/** A release of magento/magento2-base whose files hold the version; `map` defaults to each file as it is. */
export function base(
  version: string,
  paths: readonly string[],
  map = paths.map((path) => [path, path])
): PackageRelease {
  const name = 'magento/magento2-base'
  const files = () => new Map(paths.map((path) => [path, `${path} ${version}`]))
  return {
    name,
    version,
    type: 'magento2-component',
    require: { 'magento/magento-composer-installer': '*' },
    extra: { map },
    files
  }
}

/** A release of an extension with a map of its own. */
export function extension(
  version: string,
  type: string,
  paths: readonly string[],
  map: readonly (readonly [string, string])[]
): PackageRelease {
  const files = () => new Map(paths.map((path) => [path, `${path} ${version}`]))
  return { name: 'acme/extension', version, type, extra: { map }, files }
}

/** What lies below a folder of the project, without folders. */
export function below(path: string): string[] {
  if (!existsSync(project(path))) return []
  const entries = readdirSync(project(path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(project(path).length + 1))
    .sort()
}

/** Runs `composer update` on a project that requires exactly the given releases. Returns what Composer printed. */
export async function update(
  releases: readonly PackageRelease[],
  options: { extra?: Record<string, unknown>; env?: Record<string, string> } = {}
): Promise<string> {
  const all = [plugin as PackageRelease, ...releases]
  // Without it the plugin cannot write vendor_path.php, and Composer ends with that error.
  mkdirSync(project('app/etc'), { recursive: true })
  const repositories = all.map((release) => {
    const archive = join(folder, `${release.name.replace('/', '-')}-${release.version}.zip`)
    writeFileSync(archive, zipRelease(release))
    return {
      type: 'package',
      package: { ...manifestOf(release), dist: { type: 'zip', url: pathToFileURL(archive).href } }
    }
  })
  const manifest = {
    name: 'acme/shop',
    repositories: [...repositories, { 'packagist.org': false }],
    require: Object.fromEntries(all.map(({ name, version }) => [name, version])),
    config: { 'allow-plugins': true },
    extra: { 'magento-force': true, 'magento-deploystrategy': 'copy', ...options.extra }
  }
  writeFileSync(project('composer.json'), JSON.stringify(manifest))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    COMPOSER_HOME: join(folder, 'composer'),
    COMPOSER_CACHE_DIR: '/dev/null',
    COMPOSER_ALLOW_SUPERUSER: '1',
    ...options.env
  }
  const { stdout, stderr } = await runProgram(['composer', 'update', '-n'], { cwd: project(), env })
  return stdout + stderr
}
