import { lineOf, productVersions, releaseLines } from './product-versions.js'
import type { PackageRelease } from './package-release.js'
import { revisionOf } from './revision.js'

const subjects =
  `catalog sales checkout customer inventory quote payment shipping tax bundle downloadable wishlist review search
  newsletter cms theme store backend user security integration webapi indexer cron cache-invalidate page-cache translation ui email
  contact captcha reports rule sales-rule catalog-rule catalog-search url-rewrite media-gallery import-export rma reward gift-card
  gift-registry customer-balance target-rule visual-merchandiser staging versions-cms banner`.split(/\s+/)
const aspects = [
  '',
  '-graph-ql',
  '-admin-ui',
  '-api',
  '-sample',
  '-analytics',
  '-import',
  '-staging',
  '-cache',
  '-admin-gws',
  '-queue',
  '-layout'
]
const vendors = ['laminas', 'symfony', 'league', 'guzzlehttp', 'aws', 'doctrine', 'web-token', 'spomky-labs']

/** Name of the n-th module or, for `library`, of the n-th package of another vendor. */
export function packageName(kind: 'module' | 'library', index: number): string {
  const subject = subjects[index % subjects.length] as string
  const round = Math.floor(index / subjects.length)
  if (kind === 'module')
    return `magento/module-${subject}${aspects[round % aspects.length] as string}${overflow(round, aspects.length)}`
  const vendor = vendors[round % vendors.length] as string
  return `${vendor}/${vendor}-${subject}${overflow(round, vendors.length)}`
}

function overflow(round: number, length: number): string {
  return round < length ? '' : `-${Math.floor(round / length) + 1}`
}

/** Version of a module or library that belongs to a product version: it moves with each line and with some patches. */
export function moduleVersion(name: string, productVersion: string): string {
  const line = lineOf(productVersion)
  const revision = revisionOf(`line:${name}`, productVersion)
  const suffix = line.versions.includes(revision) && revision.includes('-') ? revision.slice(revision.indexOf('-')) : ''
  const [, minor, patch] = line.line.split('.')
  return name.startsWith('magento/')
    ? `100.${minor ?? '0'}.${patch ?? '0'}${suffix}`
    : `3.${patch ?? '0'}.${suffix.replace(/\D/g, '') || '0'}`
}

/** Version of magento/framework of a product version. */
export function frameworkVersion(productVersion: string): string {
  return productVersion.replace(/^2\.4\./, '103.0.')
}

/** Every release of one module or library over all product versions. */
export function moduleReleases(name: string): PackageRelease[] {
  const versions = new Map<string, string>()
  for (const product of productVersions) {
    const version = moduleVersion(name, product)
    if (!versions.has(version)) versions.set(version, product)
  }
  return [...versions].map(([version, product]) => moduleRelease(name, version, product))
}

function moduleRelease(name: string, version: string, product: string): PackageRelease {
  const { php, line } = lineOf(product)
  if (!name.startsWith('magento/')) {
    const files = () => new Map([['src/Library.php', `<?php\n\n// ${name} ${version}\n`]])
    return { name, version, type: 'library', require: { php: '>=7.4' }, files }
  }
  return {
    name,
    version,
    type: 'magento2-module',
    require: { php, 'magento/framework': `~${frameworkVersion(line)}.0` },
    autoload: { files: ['registration.php'], 'psr-4': { [`${moduleName(name).replace('_', '\\')}\\`]: '' } },
    files: () => moduleFiles(moduleName(name), version)
  }
}

/** `Vendor_Module` name of a module package. */
export function moduleName(packageName: string): string {
  const [vendor = '', name = ''] = packageName.split('/')
  const camel = (text: string): string => text.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
  return `${camel(vendor)}_${camel(name.replace(/^module-/, ''))}`
}

/** What every module holds: its registration and its declaration. */
export function moduleFiles(name: string, version: string): Map<string, string> {
  const registration = [
    '<?php',
    '',
    'use Magento\\Framework\\Component\\ComponentRegistrar;',
    '',
    `ComponentRegistrar::register(ComponentRegistrar::MODULE, '${name}', __DIR__);`,
    ''
  ]
  const declaration = `<?xml version="1.0"?>\n<config>\n    <module name="${name}" setup_version="${version.split('-')[0] ?? version}"/>\n</config>\n`
  return new Map([
    ['registration.php', registration.join('\n')],
    ['etc/module.xml', declaration],
    ['README.md', `# ${name}\n\nRelease ${version}.\n`]
  ])
}

/** An extension whose map puts all of it below app/code, as a glob, for every version of the product. */
export function mappedExtension(): PackageRelease[] {
  return productVersions.map((product, index) => {
    const version = `1.${index}.0`
    const contents = moduleFiles('Acme_Mapped', version)
    return {
      name: 'acme/module-mapped',
      version,
      type: 'magento2-module',
      require: { 'magento/framework': frameworkVersion(product) },
      extra: { map: [['*', 'Acme/Mapped']] },
      files: () =>
        new Map([...contents, ['.editorconfig', `# ${version}\n`], [`etc/since-${product}.xml`, '<config/>\n']])
    }
  })
}

/** The lines that a third-party extension supports. */
export function extensionReleases(upTo: string | undefined): PackageRelease[] {
  const lines = releaseLines.filter(({ line }) => upTo === undefined || line <= lineOf(upTo).line)
  return lines.map(({ line, php }, index) => ({
    name: 'acme/module-example',
    version: `1.${index}.0`,
    type: 'magento2-module',
    require: { php, 'magento/framework': `~${frameworkVersion(line)}.0` },
    autoload: { files: ['registration.php'], 'psr-4': { 'Acme\\Example\\': '' } },
    files: () => moduleFiles('Acme_Example', `1.${index}.0`)
  }))
}
