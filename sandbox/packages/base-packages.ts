import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'
import { baseMap, enterpriseMap, type MapEntry } from './base-map.js'
import type { PackageFiles, PackageRelease } from './package-release.js'
import { hash, revisionOf } from './revision.js'

const executables = ['bin/magento']

/** magento/magento2-base of one product version: `mappedFiles` is the number of files below its mapped folders. */
export function basePackage(version: string, php: string, mappedFiles: number): PackageRelease {
  const map = baseMap(version)
  return {
    name: 'magento/magento2-base',
    version,
    type: 'magento2-component',
    description: 'Magento 2 Base',
    require: { php, 'ext-intl': '*', 'ext-soap': '*', 'magento/magento-composer-installer': '*' },
    extra: { chmod: executables.map((path) => ({ mask: '0755', path })), map: map.map(({ path }) => [path, path]) },
    bin: executables,
    files: () => new Map([...mappedContents(map, version, mappedFiles), ...ownedContents()])
  }
}

/** magento/magento2-ee-base of one product version. */
export function enterpriseBasePackage(version: string, php: string, mappedFiles: number): PackageRelease {
  const map = enterpriseMap()
  return {
    name: 'magento/magento2-ee-base',
    version,
    type: 'magento2-component',
    description: 'Magento Commerce Base',
    require: { php, 'magento/magento-composer-installer': '*' },
    extra: { map: map.map(({ path }) => [path, path]) },
    files: () => mappedContents(map, version, mappedFiles)
  }
}

/** Contents of the files that another part of the sandbox makes functional, such as `bin/magento`. */
function ownedContents(): PackageFiles {
  const root = assetPath('magento')
  const found = readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  return new Map(
    paths.filter((path) => !path.startsWith('ece-tools')).map((path) => [path, readFileSync(join(root, path))])
  )
}

function mappedContents(map: readonly MapEntry[], version: string, mappedFiles: number): PackageFiles {
  const files = new Map<string, string>()
  const directories = map.filter(({ directory }) => directory).map(({ path }) => path)
  for (const { path, directory } of map) if (!directory) files.set(path, content(path, version))
  for (let index = 0; index < mappedFiles; index += 1) {
    const folder = directories[index % directories.length] as string
    const path = `${folder}/${fileName(Math.floor(index / directories.length))}`
    if (exists(path, version)) files.set(path, content(path, version))
  }
  // The folders that the template's .gitignore lets through always show all three kinds of change between lines.
  for (const path of directories.filter((directory) => directory.startsWith('app/design/'))) {
    files.set(`${path}/theme/theme.xml`, content(`line:${path}/theme/theme.xml`, version))
    files.set(`${path}/theme/since-${version.split('-')[0] ?? version}.xml`, content(path, version))
  }
  return files
}

function fileName(index: number): string {
  return index % 3 === 0 ? `file-${index}.php` : `part-${index % 7}/nested folder/file-${index}.js`
}

/** A few files come and go with the lines. */
function exists(path: string, version: string): boolean {
  const line = version.split('-')[0] ?? version
  return hash(`${path}#${line}`) % 50 !== 0
}

function content(path: string, version: string): string {
  const revision = revisionOf(path, version)
  const comment = `${path.replace(/^line:/, '')} as of ${revision}`
  const filling = hash(`${path}@${revision}`).toString(16).repeat(4)
  // Some lines stay from release to release, as in most files, so that own changes next to them can be merged.
  if (path.endsWith('.php')) return `<?php\n\n// ${comment}\n// ${filling}\n\n// One\n// Two\n// Three\n// Four\n`
  if (path.endsWith('.xml')) return `<?xml version="1.0"?>\n<!-- ${comment} ${filling} -->\n<config/>\n`
  return `# ${comment}\n# ${filling}\n\n# One\n# Two\n# Three\n# Four\n`
}
