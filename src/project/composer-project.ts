import { z } from 'zod'
import { httpRepositories, repositoriesSection, type ComposerRepository } from './composer-repositories.js'
import { links, readLock, type LockedPackage, productNames } from './composer-lock.js'
import { noMetapackage } from './no-metapackage.js'
import { readJson, unusable } from './read-json.js'

const record = z.record(z.string(), z.unknown())
const emptyable = z.union([record, z.tuple([]).transform((): Record<string, unknown> => ({}))]).default({})

const rootSchema = z.looseObject({
  require: links,
  config: emptyable,
  extra: emptyable,
  scripts: emptyable,
  repositories: repositoriesSection,
  'minimum-stability': z.string().default('stable')
})

const metapackageName = 'magento/magento-cloud-metapackage'
const rootUpdatePlugin = 'magento/composer-root-update-plugin'

/** The facts of a Cloud project from composer.json and composer.lock. */
export interface ComposerProject {
  /** The product; `bin/magento --version` prints its version. */
  readonly product: { readonly name: string; readonly version: string }
  readonly metapackage: { readonly name: string; readonly version: string; readonly constraint: string }
  /** Version of ece-tools, or null before 2.2. */
  readonly eceTools: string | null
  /** Constraint of a root requirement on the product, or null. */
  readonly productPin: string | null
  /** Root requirements, name to constraint. */
  readonly require: Readonly<Record<string, string>>
  /** All locked packages, without those for development. */
  readonly packages: readonly LockedPackage[]
  readonly pluginApiVersion: string | null
  readonly repositories: readonly ComposerRepository[]
  readonly scripts: Readonly<Record<string, unknown>>
  readonly extra: Readonly<Record<string, unknown>>
  /** The `config` section. */
  readonly config: Readonly<Record<string, unknown>>
  /** `config.allow-plugins`; null if it is missing. */
  readonly allowPlugins: Readonly<Record<string, unknown>> | boolean | null
  readonly minimumStability: string
}

/**
 * Reads the two Composer files of a Cloud project; an absent lock is an empty text. Throws UpgradeError
 * `preflight-failed` for unfinished merges, broken JSON (with the line) and projects without the cloud metapackage.
 */
export function readComposerProject(composerJsonText: string, composerLockText: string): ComposerProject {
  const root = readJson('composer.json', composerJsonText, rootSchema)
  const constraint = root.require[metapackageName]
  if (constraint === undefined) throw noMetapackage(root.require, composerLockText)
  if (composerLockText.trim() === '')
    throw unusable('composer.lock is missing or empty.', 'Run composer update --no-install and commit composer.lock.')
  const lock = readLock(composerLockText)
  const find = (name: string): LockedPackage | undefined => lock.packages.find((locked) => locked.name === name)
  const product = productNames.map(find).find((locked) => locked !== undefined)
  const metapackage = find(metapackageName)
  if (!product || !metapackage)
    throw unusable(
      `composer.lock does not contain ${metapackage ? (productNames[0] ?? '') : metapackageName}.`,
      'Run composer update --no-install in the deployed state, and commit composer.lock.'
    )
  return {
    product: { name: product.name, version: product.version },
    metapackage: { name: metapackageName, version: metapackage.version, constraint },
    eceTools: eceToolsOf(lock.packages),
    productPin: root.require['magento/product-enterprise-edition'] ?? null,
    require: root.require,
    packages: lock.packages,
    pluginApiVersion: lock['plugin-api-version'] ?? null,
    repositories: httpRepositories(root.repositories),
    scripts: root.scripts,
    extra: root.extra,
    config: root.config,
    allowPlugins: allowPluginsOf(root.config['allow-plugins']),
    minimumStability: root['minimum-stability']
  }
}

/** Names of all packages that `rootName` requires, including itself, resolved through `provide` and `replace`. */
export function closure(packages: readonly LockedPackage[], rootName: string): ReadonlySet<string> {
  const suppliers = new Map<string, LockedPackage[]>()
  for (const locked of packages) {
    for (const name of [locked.name, ...Object.keys(locked.provide), ...Object.keys(locked.replace)]) {
      const known = suppliers.get(name.toLowerCase())
      if (known) known.push(locked)
      else suppliers.set(name.toLowerCase(), [locked])
    }
  }
  const reached = new Set<string>()
  const open = [rootName]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const locked of suppliers.get(name.toLowerCase()) ?? []) {
      if (reached.has(locked.name)) continue
      reached.add(locked.name)
      open.push(...Object.keys(locked.require))
    }
  }
  return reached
}

/** The extensions of a project: Magento packages and metapackages that are not part of the cloud metapackage. */
export function thirdPartyPackages(project: Pick<ComposerProject, 'packages'>): readonly LockedPackage[] {
  const own = closure(project.packages, metapackageName)
  return project.packages.filter(
    ({ name, type }) =>
      (type.startsWith('magento2-') || type === 'metapackage') && !own.has(name) && name !== rootUpdatePlugin
  )
}

function allowPluginsOf(value: unknown): Readonly<Record<string, unknown>> | boolean | null {
  if (typeof value === 'boolean') return value
  const result = record.safeParse(value)
  return result.success ? result.data : null
}

const eceTools = 'magento/ece-tools'

/** The version of ece-tools; for a fork that replaces it, the version that the fork declares to replace, if any. */
function eceToolsOf(packages: readonly LockedPackage[]): string | null {
  const own = packages.find(({ name }) => name === eceTools)
  const fork = packages.find(({ replace, provide }) => eceTools in replace || eceTools in provide)
  const standsFor = fork?.replace[eceTools] ?? fork?.provide[eceTools] ?? ''
  const [said] = /\d+\.\d+\.\d+/.exec(standsFor) ?? []
  return own?.version ?? said ?? fork?.version ?? null
}
