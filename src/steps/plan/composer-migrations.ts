import type { MigrationId } from '../../ids.js'
import { removeAt, setAt, valueAt } from '../../project/json-edit.js'
import { compareVersions, releaseLine } from '../../project/product-version.js'

/** One change that composer.json needs for the target. */
interface Migration {
  readonly id: MigrationId
  readonly file: 'composer.json'
  readonly description: string
}

/** Product versions before and after; a release line counts as its first release. */
interface VersionStep {
  readonly from: string
  readonly to: string
}

interface Rule extends Omit<Migration, 'file'> {
  /** The text with the change, or the same text if nothing needs to change. */
  readonly apply: (text: string, step: VersionStep) => string
}

const rootUpdatePlugin = 'magento/composer-root-update-plugin'
const laminas = 'laminas/laminas-di'
const generatedPath = ['autoload', 'psr-0', '']
const ignorePath = ['extra', 'magento-deploy-ignore', '*']

const rules: readonly Rule[] = [
  {
    id: 'root-version',
    description: 'version matches the line of the target',
    apply: (text, { to }) => (valueAt(text, ['version']) === undefined ? text : put(text, ['version'], releaseLine(to)))
  },
  { id: 'allow-plugins', description: "config.allow-plugins lists the template's plugins", apply: allowPlugins },
  {
    id: 'root-update-plugin',
    description: `version 2 of ${rootUpdatePlugin} is required`,
    apply: (text, { to }) => (isFrom(to, '2.4.4') ? requireRootUpdatePlugin(text, to) : text)
  },
  {
    id: 'laminas-di',
    description: `${laminas} is required as in the template of 2.4.4, and in no other line`,
    apply: laminasDi
  },
  {
    id: 'psr-0-list',
    description: 'autoload.psr-0 finds generated code in generated/code',
    apply: (text, { to }) =>
      isFrom(to, '2.2.6') && valueAt(text, generatedPath) === 'app/code/'
        ? setAt(text, generatedPath, ['app/code/', 'generated/code/'])
        : text
  },
  {
    id: 'framework-autoload',
    description: 'autoload.psr-4 leaves the framework to its own package, because config.use-include-path is gone',
    apply: (text, { from, to }) =>
      isFrom(to, '2.3.0') && !isFrom(from, '2.3.0')
        ? removeAt(removeAt(text, ['autoload', 'psr-4', 'Magento\\Framework\\']), ['config', 'use-include-path'])
        : text
  },
  {
    id: 'tinymce-path',
    description: 'extra.component_paths names the folder of TinyMCE 5',
    apply: (text, { to }) =>
      within(to, '2.4.4', '2.4.8')
        ? put(text, ['extra', 'component_paths', 'tinymce/tinymce'], 'lib/web/tiny_mce_5')
        : text
  },
  {
    id: 'deploy-ignore',
    description: "extra.magento-deploy-ignore protects the project's .gitignore",
    apply: (text) => ignorePathOf(text, '/.gitignore')
  },
  {
    id: 'deploy-ignore-github',
    description: "extra.magento-deploy-ignore protects the project's .github folder",
    // Base packages of 2.2.4 to 2.4.0-p1 map .github.
    apply: (text, { from, to }) =>
      [from, to].some((version) => within(version, '2.2.4', '2.4.1')) ? ignorePathOf(text, '/.github') : text
  },
  {
    id: 'zend-autoload',
    description: 'autoload.psr-4 has the controller namespace that ece-tools asks for',
    apply: (text, { to }) => (within(to, '2.3.0', '2.4.3') ? zendAutoload(text) : text)
  },
  {
    id: 'magento-force',
    description: 'extra.magento-force lets marshaling overwrite files',
    apply: (text) => putMissing(text, ['extra', 'magento-force'], true)
  },
  {
    id: 'deploy-strategy',
    description: 'extra.magento-deploystrategy keeps marshaling enabled if MAGENTO_CLOUD_PROJECT is set',
    apply: (text) => putMissing(text, ['extra', 'magento-deploystrategy'], 'copy')
  }
]

/**
 * composer.json with everything that the target needs besides the versions, and the list of changes. A second run on
 * its result changes nothing; everything not listed keeps its bytes.
 */
export function planMigrations(
  composerJsonText: string,
  step: VersionStep
): { readonly text: string; readonly migrations: readonly Migration[] } {
  let text = composerJsonText
  const migrations: Migration[] = []
  for (const { id, description, apply } of rules) {
    const changed = apply(text, step)
    if (changed !== text) migrations.push({ id, file: 'composer.json', description })
    text = changed
  }
  return { text, migrations }
}

/** The root requirement that a migration is about, or null. */
export function migratedRequirement(id: Migration['id']): string | null {
  return id === 'root-update-plugin' ? rootUpdatePlugin : id === 'laminas-di' ? laminas : null
}

// The ~1.1 of the template of 2.4.3 keeps the project from every newer metapackage that has release 2 in its lock.
function requireRootUpdatePlugin(text: string, to: string): string {
  const path = ['require', rootUpdatePlugin]
  const present = valueAt(text, path)
  const old = present === undefined || (typeof present === 'string' && /^[~^=]?\s*v?[01](?:\.|$)/.test(present.trim()))
  return old ? setAt(text, path, isFrom(to, '2.4.6') ? '^2.0.3' : '^2.0.2') : text
}

// Only the template's own requirement: any other is the project's decision, and Composer says if it blocks.
function laminasDi(text: string, { from, to }: VersionStep): string {
  const path = ['require', 'laminas/laminas-di']
  const present = valueAt(text, path)
  if (isFrom(to, '2.4.5')) return present === '~3.3.0' ? removeAt(text, path) : text
  return isFrom(to, '2.4.4') && !isFrom(from, '2.4.4') ? putMissing(text, path, '~3.3.0') : text
}

function allowPlugins(text: string): string {
  const path = ['config', 'allow-plugins']
  const present = valueAt(text, path)
  // true allows everything, and false is the project's own decision.
  if (typeof present === 'boolean') return text
  const patterns = Object.keys(present ?? {}).map(
    (pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i')
  )
  return [
    'dealerdirect/phpcodesniffer-composer-installer',
    'laminas/laminas-dependency-plugin',
    'magento/*',
    'php-http/discovery'
  ]
    .filter((plugin) => !patterns.some((pattern) => pattern.test(plugin)))
    .reduce((result, plugin) => put(result, [...path, plugin], true), text)
}

function zendAutoload(text: string): string {
  const path = ['autoload', 'psr-4']
  const namespaces = Object.keys(valueAt(text, path) ?? {})
  if (namespaces.some((namespace) => /^(Zend|Laminas)\\Mvc\\Controller\\$/.test(namespace))) return text
  return put(text, [...path, 'Zend\\Mvc\\Controller\\'], 'setup/src/Zend/Mvc/Controller/')
}

function ignorePathOf(text: string, path: string): string {
  const listed = valueAt(text, ignorePath)
  const list = Array.isArray(listed) ? (listed as unknown[]) : []
  if (list.includes(path)) return text
  return list.length === 0 ? put(text, ignorePath, [path]) : put(text, [...ignorePath, list.length], path)
}

function put(text: string, path: (string | number)[], value: unknown): string {
  return valueAt(text, path) === value ? text : setAt(text, path, value)
}

function putMissing(text: string, path: string[], value: unknown): string {
  return valueAt(text, path) === undefined ? setAt(text, path, value) : text
}

function isFrom(version: string, first: string): boolean {
  return compareVersions(releaseLine(version), first) >= 0
}

function within(version: string, first: string, end: string): boolean {
  return isFrom(version, first) && compareVersions(releaseLine(version), end) < 0
}
