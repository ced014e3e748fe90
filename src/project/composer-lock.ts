import { z } from 'zod'
import { readJson } from './read-json.js'
import { oncePerText } from './once-per-text.js'
import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import { UpgradeError } from '../errors.js'

/** PHP writes an empty map as `[]`, so both forms are read. */
export const links = z
  .union([z.record(z.string(), z.string()), z.tuple([]).transform((): Record<string, string> => ({}))])
  .default({})

const source = z.looseObject({ reference: z.string().nullish(), shasum: z.string().nullish() })

/** One entry of `packages` in composer.lock. */
export const lockedPackage = z.looseObject({
  name: z.string(),
  version: z.string().transform((version) => version.replace(/^v(?=[0-9])/, '')),
  type: z.string().default('library'),
  require: links,
  provide: links,
  replace: links,
  extra: z
    .union([z.record(z.string(), z.unknown()), z.tuple([]).transform((): Record<string, unknown> => ({}))])
    .default({}),
  source: source.nullish(),
  dist: source.nullish()
})

/** One entry of `packages` in composer.lock. */
export type LockedPackage = z.infer<typeof lockedPackage>

const composerLock = z.looseObject({
  packages: z.array(lockedPackage),
  'packages-dev': z.array(lockedPackage).nullish(),
  'plugin-api-version': z.string().optional()
})

/** The parts read of a composer.lock. */
type ComposerLock = z.infer<typeof composerLock>

/** Reads a composer.lock. Throws UpgradeError `preflight-failed` that names the line, as {@link readJson} does. */
export const readLock = oncePerText((text): ComposerLock => readJson('composer.lock', text, composerLock))

/** The packages of a composer.lock, without those for development. Throws as {@link readLock} does. */
export function lockedPackages(composerLockText: string): readonly LockedPackage[] {
  return readLock(composerLockText).packages
}

/**
 * Removes the top-level `platform-overrides` from a composer.lock, as if written on a machine that really has that PHP.
 * All other bytes stay, because Composer's formatting is not JSON.stringify's.
 */
export function stripPlatformOverrides(lockText: string): string {
  if (!lockText.includes('"platform-overrides"')) return lockText
  const property = asComposerWrites(lockText) ?? asParsed(lockText)
  if (!property) return lockText
  const { start, end } = property
  const following = /^\s*,/.exec(lockText.slice(end))
  if (following) {
    const rest = lockText.slice(end + following[0].length).replace(/^\s*/, '')
    return lockText.slice(0, start) + rest
  }
  return lockText.slice(0, start).replace(/,?\s*$/, '') + lockText.slice(end)
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The property in Composer's own layout, found without parsing a megabyte with positions. */
function asComposerWrites(lockText: string): Span | null {
  const head = '\n    "platform-overrides": {'
  const at = lockText.lastIndexOf(head)
  const close = at === -1 ? -1 : lockText.indexOf('\n    }', at)
  // The parser handles an empty one, or another layout.
  if (close === -1 || lockText[at + head.length] === '}') return null
  return { start: at + 5, end: close + 6 }
}

function asParsed(lockText: string): Span | null {
  const tree = parseTree(lockText)
  const property = tree && findNodeAtLocation(tree, ['platform-overrides'])?.parent
  return property ? { start: property.offset, end: property.offset + property.length } : null
}

/**
 * A composer.lock with only these packages, without their requirements, to fetch their files. Metapackages (no files)
 * and packages from path repositories (stored elsewhere) are left out.
 */
export function reducedLock(lockText: string, names: ReadonlySet<string>): string {
  const known = readLock(lockText).packages
  const whole = JSON.parse(lockText.replace(/^\uFEFF/, '')) as { readonly packages: readonly object[] }
  const packages = known.flatMap(({ name, type, dist, source }, index) => {
    const here = dist?.['type'] === 'path' || (dist == null && source == null)
    return names.has(name) && type !== 'metapackage' && !here ? [{ ...whole.packages[index], require: {} }] : []
  })
  const emptied = {
    'platform-overrides': undefined,
    'packages-dev': [],
    aliases: [],
    'stability-flags': {},
    platform: {},
    'platform-dev': {}
  }
  return `${JSON.stringify({ ...whole, packages, ...emptied }, null, 4)}\n`
}

/** The package whose version is that of the product; the second one in projects without the first. */
export const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base']

/**
 * The product version in a composer.lock, which `bin/magento --version` must print. Throws UpgradeError
 * `preflight-failed` for a lock without the product.
 */
export function lockedProductVersion(composerLockText: string): string {
  const packages = lockedPackages(composerLockText)
  const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean)
  if (found) return found.version
  throw new UpgradeError('preflight-failed', {
    message: `composer.lock does not contain ${productNames[0] ?? ''}.`,
    next: 'Check out the deployed commit, or set expected-version.'
  })
}
