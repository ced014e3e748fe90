import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'
import type { PackageFiles, PackageRelease } from './package-release.js'
import { releaseLines } from './product-versions.js'

/** Releases of ece-tools; before 2002.0.16 the platform could not tell an administrator's address by itself. */
export const eceToolsVersions = ['2002.0.14', '2002.0.23', '2002.1.13', '2002.1.19', '2002.2.6', '2002.2.10'] as const

/** Packages that do not move with the product: platform tooling, the marshaling plugin, libraries. */
export function toolingReleases(): PackageRelease[] {
  return [
    ...metapackages(),
    ...eceToolsVersions.map(eceTools),
    ...['1.0.20', '1.0.27', '1.1.9', '1.1.13'].map((version) =>
      library('magento/magento-cloud-patches', version, { php: '>=7.4' })
    ),
    ...['1.1.24', '1.1.48', '1.1.65', '1.1.77'].map((version) =>
      library('magento/quality-patches', version, { php: '>=7.4' })
    ),
    ...['1.3.6', '1.4.3'].map(cloudDocker),
    ...['1.2.220', '1.2.228'].map((version) => library('fastly/magento2', version, { php: '>=7.4' })),
    library('aem/rum', '1.0.0', { php: '>=8.0' }),
    ...['0.3.0', '0.4.0'].map(composerInstaller),
    ...['1.1.0', '2.0.4', '2.0.6'].map(rootUpdatePlugin),
    library('psr/log', '3.0.2', { php: '>=7.4' }),
    library('symfony/intl', '7.4.1', { php: '>=7.4' }),
    // Only a resolver that works for the declared PHP picks the right one of these two.
    library('symfony/intl', '8.0.1', { php: '>=8.4' }),
    library('monolog/monolog', '2.10.0', { php: '>=7.4', 'psr/log': '^3.0' }),
    library('monolog/monolog', '3.9.0', { php: '>=8.1', 'psr/log': '^3.0', 'ext-mbstring': '*' })
  ]
}

function metapackages(): PackageRelease[] {
  return releaseLines.flatMap(({ line, next, metapackages: versions }) =>
    versions.map((version) => ({
      name: 'magento/magento-cloud-metapackage',
      version,
      type: 'metapackage',
      require: {
        // The plain version also takes the older ece-tools, which no real metapackage of these lines does.
        'magento/ece-tools': version.includes('-') ? '^2002.2.0' : '^2002.0.8 || ^2002.1.0',
        'magento/product-enterprise-edition': `>=${line} <${next}`,
        'fastly/magento2': '^1.2.34',
        ...(version.endsWith('-p2') ? { 'aem/rum': '^1.0' } : {})
      }
    }))
  )
}

function eceTools(version: string): PackageRelease {
  return {
    name: 'magento/ece-tools',
    version,
    type: 'library',
    description: 'Provides tools to build and deploy on cloud infrastructure',
    require: {
      php: version.startsWith('2002.2.') ? '^8.0' : '^7.0 || ^8.0',
      'ext-json': '*',
      'magento/magento-cloud-patches': '^1.0.0',
      'magento/quality-patches': '^1.0.0',
      'magento/magento-cloud-docker': '^1.0.0'
    },
    bin: ['bin/ece-tools'],
    files: eceToolsFiles
  }
}

function eceToolsFiles(): PackageFiles {
  const asset = assetPath('magento', 'ece-tools')
  if (statSync(asset).isFile()) return new Map([['bin/ece-tools', readFileSync(asset)]])
  return filesBelow(asset)
}

function composerInstaller(version: string): PackageRelease {
  return {
    name: 'magento/magento-composer-installer',
    version,
    type: 'composer-plugin',
    description: 'Composer installer for Magento modules',
    require: { php: '>=7.4', 'composer-plugin-api': '^2.0' },
    autoload: { 'psr-4': { 'Sandbox\\Marshaling\\': 'src/' } },
    extra: { class: 'Sandbox\\Marshaling\\Plugin' },
    files: () => filesBelow(assetPath('composer-installer'))
  }
}

function rootUpdatePlugin(version: string): PackageRelease {
  const type = 'composer-plugin'
  const extra = { class: 'Sandbox\\RootUpdate\\Plugin' }
  const autoload = { 'psr-4': { 'Sandbox\\RootUpdate\\': 'src/' } }
  const require = { php: '>=7.4', 'composer-plugin-api': '^2.0' }
  const files = () => filesBelow(assetPath('root-update-plugin'))
  return { name: 'magento/composer-root-update-plugin', version, type, require, autoload, extra, files }
}

/** The third carrier of a map; its destinations are written with a leading slash. */
function cloudDocker(version: string): PackageRelease {
  const names = [
    'bin/magento-docker',
    'docker-compose.override.yml.dist',
    '.docker/config.env.dist',
    '.docker/mysql/.keep'
  ]
  return {
    name: 'magento/magento-cloud-docker',
    version,
    type: 'magento2-component',
    require: { php: '>=7.4' },
    bin: ['bin/ece-docker'],
    extra: {
      chmod: [{ mask: '0755', path: 'bin/magento-docker' }],
      map: names.map((name) => [`dist/${name}`, `/${name}`])
    },
    files: () =>
      new Map([
        ['bin/ece-docker', `#!/usr/bin/env php\n<?php\n\necho 'ece-docker ${version}', PHP_EOL;\n`],
        ...names.map((name): [string, string] => [`dist/${name}`, `# ${name} of ${version}\n`])
      ])
  }
}

function library(name: string, version: string, require: Record<string, string>): PackageRelease {
  return { name, version, type: 'library', require, files: () => new Map([['README.md', `# ${name} ${version}\n`]]) }
}

function filesBelow(root: string): PackageFiles {
  const found = readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  const paths = found.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path.slice(root.length + 1), readFileSync(path)]))
}
