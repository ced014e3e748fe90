import { basePackage, enterpriseBasePackage } from './base-packages.js'
import { toolingReleases } from './core-packages.js'
import {
  extensionReleases,
  frameworkVersion,
  mappedExtension,
  moduleReleases,
  moduleVersion,
  packageName
} from './module-packages.js'
import type { PackageRelease } from './package-release.js'
import { hash } from './revision.js'
import { lineOf, productVersions } from './product-versions.js'

/** Size and shape of the set of packages. */
export interface CatalogOptions {
  /** Number of packages in a project's lock, 20 to 750. Default 60. */
  readonly packages?: number
  /** Number of files below the mapped folders of magento2-base. Default 400. */
  readonly mappedFiles?: number
  /** Incompressible kB in each module and library besides its code. Default 0. */
  readonly packageKilobytes?: number
  /** Incompressible kB in magento2-base besides its mapped files. Default 0. */
  readonly baseKilobytes?: number
  /** Number of further source files in each module and library. Default 0. */
  readonly packageFiles?: number
  /** Third-party extension: releases for every line, or none above the line of this product version. */
  readonly extensionUpTo?: string
}

/** All releases by package name. Contents are made when asked for, not here. */
export function createCatalog(options: CatalogOptions = {}): ReadonlyMap<string, readonly PackageRelease[]> {
  const fillers = fillerNames(options.packages ?? 60)
  const mappedFiles = options.mappedFiles ?? 400
  const releases = [
    ...toolingReleases(),
    ...productVersions
      .flatMap((version) => productReleases(version, fillers, mappedFiles))
      .map((release) =>
        release.name === base ? withBallast(release, { packageKilobytes: options.baseKilobytes ?? 0 }) : release
      ),
    ...[...fillers, comingModule, goingModule].flatMap(moduleReleases).map((release) => withBallast(release, options)),
    ...extensionReleases(options.extensionUpTo),
    ...mappedExtension()
  ]
  const catalog = new Map<string, PackageRelease[]>()
  for (const release of releases) {
    const known = catalog.get(release.name)
    if (known) known.push(release)
    else catalog.set(release.name, [release])
  }
  return catalog
}

/** Gives a release the weight of a real one. */
function withBallast(
  release: PackageRelease,
  { packageKilobytes = 0, packageFiles = 0 }: Pick<CatalogOptions, 'packageKilobytes' | 'packageFiles'>
): PackageRelease {
  const { files, name, version } = release
  if (packageKilobytes + packageFiles === 0 || !files) return release
  const sources = Array.from({ length: packageFiles }, (_, index): [string, string] => [
    `Model/Part${index % 7}/Source${index}.php`,
    `<?php\n\n// ${name} ${version}\n`
  ])
  const weight: [string, Uint8Array][] =
    packageKilobytes > 0 ? [['view/base/web/ballast.bin', ballast(release, packageKilobytes)]] : []
  return { ...release, files: () => new Map<string, string | Uint8Array>([...files(), ...sources, ...weight]) }
}

function ballast({ name, version }: PackageRelease, kilobytes: number): Uint8Array {
  const bytes = new Uint32Array(kilobytes * 256)
  let state = hash(`${name}@${version}`) || 1
  for (let index = 0; index < bytes.length; index += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    bytes[index] = state
  }
  return new Uint8Array(bytes.buffer)
}

const base = 'magento/magento2-base'

/** Packages of the lock that are not modules or libraries made to fill it up. */
const fixedPackages = 18
const goingModule = 'magento/module-legacy-editor'
const comingModule = 'magento/module-modern-editor'

function fillerNames(packages: number): string[] {
  const count = Math.max(0, Math.min(packages, 750) - fixedPackages)
  const libraries = Math.floor(count / 4)
  return Array.from({ length: count }, (_, index) =>
    index < count - libraries ? packageName('module', index) : packageName('library', index - (count - libraries))
  )
}

function productReleases(version: string, fillers: readonly string[], mappedFiles: number): PackageRelease[] {
  const { php, line } = lineOf(version)
  const exact = Object.fromEntries(fillers.map((name) => [name, moduleVersion(name, version)]))
  const editor = line < '2.4.8' ? goingModule : comingModule
  const names = Object.keys(exact)
  const enterprise = names.filter((_, index) => index % 5 === 4)
  const pick = (wanted: (name: string) => boolean): Record<string, string> =>
    Object.fromEntries(Object.entries(exact).filter(([name]) => wanted(name)))
  return [
    {
      name: 'magento/product-enterprise-edition',
      version,
      type: 'metapackage',
      require: {
        'magento/product-community-edition': version,
        'magento/magento2-ee-base': version,
        ...pick((name) => enterprise.includes(name))
      }
    },
    {
      name: 'magento/product-community-edition',
      version,
      type: 'metapackage',
      require: {
        php,
        ...Object.fromEntries(requiredExtensions.map((name) => [`ext-${name}`, '*'])),
        'magento/magento2-base': version,
        'magento/framework': frameworkVersion(version),
        'symfony/intl': '^7.4 || ^8.0',
        'monolog/monolog': line < '2.4.8' ? '^2.7' : '^3.0',
        [editor]: moduleVersion(editor, version),
        ...pick((name) => !enterprise.includes(name))
      }
    },
    framework(version, php),
    basePackage(version, php, mappedFiles),
    enterpriseBasePackage(version, php, Math.floor(mappedFiles / 10))
  ]
}

const requiredExtensions = [
  'bcmath',
  'ctype',
  'curl',
  'dom',
  'gd',
  'iconv',
  'intl',
  'mbstring',
  'openssl',
  'pdo_mysql',
  'soap',
  'xsl',
  'zip'
]

function framework(product: string, php: string): PackageRelease {
  const registrar = `<?php

namespace Magento\\Framework\\Component;

class ComponentRegistrar
{
    public const MODULE = 'module';

    public static function register(string $type, string $name, string $path): void
    {
    }
}
`
  return {
    name: 'magento/framework',
    version: frameworkVersion(product),
    type: 'magento2-library',
    require: { php, 'ext-openssl': '*', 'psr/log': '^1 || ^2 || ^3' },
    autoload: { 'psr-4': { 'Magento\\Framework\\': '' } },
    files: () => new Map([['Component/ComponentRegistrar.php', registrar]])
  }
}
