import { z } from 'zod'
import { readLock, type LockedPackage } from './composer-lock.js'
import { readJson } from './read-json.js'

const plugin = 'magento/magento-composer-installer'
const mapSchema = z.array(z.tuple([z.string(), z.string()])).catch([])
const lists = z.record(z.string(), z.array(z.string())).catch({}).optional()
const maps = z.record(z.string(), mapSchema).catch({}).optional()
const ignoreSchema = z.looseObject({
  extra: z.looseObject({ 'magento-deploy-ignore': lists, 'magento-map-overwrite': maps }).catch({}).optional()
})

/**
 * The base folder of each package type's destinations; other types are not marshaled. From
 * magento/magento-composer-installer, `PackageTypes.php`, read and run in November 2026.
 */
const typeRoots: Readonly<Record<string, string>> = {
  'magento2-module': '/app/code/',
  'magento2-theme': '/app/design/',
  'magento2-library': '/lib/internal/',
  'magento2-language': '/app/i18n/',
  'magento2-component': './'
}

/** One `[source, destination]` of a package's map: the source in the package, the destination in the project. */
type MapEntry = readonly [source: string, destination: string]

/** The map of one package into the project. */
interface PackageMap {
  readonly package: string
  readonly version: string
  readonly entries: readonly MapEntry[]
}

/** How a lock is filtered. */
interface MarshalingFilter {
  /** Packages to keep besides the plugin and those with maps, with the requirements among them. */
  readonly alsoKeep?: readonly string[]
  /** Which destinations of the maps to keep; all if omitted. */
  readonly wanted?: (destination: string) => boolean
}

/**
 * A composer.lock for `composer install` with only what marshaling needs: the plugin and the packages with `extra.map`
 * or `extra.chmod`, without requirements and unwanted destinations. Throws UpgradeError `preflight-failed` for a broken
 * lock.
 */
export function filterLockForMarshaling(
  lockText: string,
  { alsoKeep = [], wanted = () => true }: MarshalingFilter = {}
): string {
  const known = readLock(lockText).packages
  // The entries themselves stay unchanged.
  const whole = JSON.parse(lockText.replace(/^\uFEFF/, '')) as { readonly packages: readonly object[] }
  const alsoKept = new Set(alsoKeep)
  const packages = known.flatMap((locked, index) => {
    const map = wantedMap(locked, wanted)
    const extra = map === null ? locked.extra : { ...locked.extra, map }
    if (!alsoKept.has(locked.name) && !marshals({ ...locked, extra })) return []
    return [{ ...whole.packages[index], extra, require: requirements(locked, alsoKept) }]
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

/** The maps of all packages of a lock, without the entries that the root's `magento-deploy-ignore` excludes. */
export function mapEntries(lockText: string, composerJsonText: string): readonly PackageMap[] {
  const root = readJson('composer.json', composerJsonText, ignoreSchema)
  const ignore = root.extra?.['magento-deploy-ignore'] ?? {}
  const overwritten = root.extra?.['magento-map-overwrite'] ?? {}
  return readLock(lockText).packages.flatMap((locked) => {
    const { name, version, type, extra } = locked
    if (!('map' in extra)) return []
    const ignored = [...(ignore['*'] ?? []), ...(ignore[name] ?? [])]
    const entries = mapSchema.parse(overwritten[name] ?? extra['map']).flatMap(([source, destination]): MapEntry[] => {
      const whole = (typeRoots[type] ?? '') + destination
      return type in typeRoots && !isIgnored(whole, ignored) ? [[source, whole.replace(/^\.\//, '')]] : []
    })
    return entries.length > 0 ? [{ package: name, version, entries }] : []
  })
}

/** A map's destination as git writes paths: without `.`, empty parts, and slashes at either end. */
export function trimDestination(destination: string): string {
  return destination
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}

function marshals({ name, type, extra }: LockedPackage): boolean {
  const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0
  return name === plugin || filled(extra['chmod']) || (type in typeRoots && filled(extra['map']))
}

function wantedMap({ type, extra }: LockedPackage, wanted: (destination: string) => boolean): MapEntry[] | null {
  const map = mapSchema.safeParse(extra['map'])
  if (!map.success || !('map' in extra)) return null
  return map.data.filter(([, destination]) => wanted((typeRoots[type] ?? '') + destination))
}

function requirements({ name, require }: LockedPackage, alsoKeep: ReadonlySet<string>): Record<string, string> {
  const wanted = Object.entries(require).filter(([requirement]) =>
    // Composer sorts autoloaded files by requirement, so packages that run keep their requirements.
    name === plugin ? requirement === 'composer-plugin-api' : alsoKeep.has(name) && alsoKeep.has(requirement)
  )
  return Object.fromEntries(wanted)
}

/** The plugin's own check, which is reversed: ignoring `/bin/magento-docker` also skips `/bin/magento`. */
function isIgnored(destination: string, ignored: readonly string[]): boolean {
  const path = `/${destination}`.replaceAll('/./', '/').replaceAll('//', '/')
  return ignored.some((prefix) => prefix.startsWith(path))
}
