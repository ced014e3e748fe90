import { z } from 'zod'
import { lockedPackages } from '../../../project/composer-lock.js'

/** One package and the prefixes of the class names in it, from its autoload section. */
export interface ClassPackage {
  readonly name: string
  readonly prefixes: readonly string[]
}

const autoload = z
  .looseObject({
    'psr-4': z.record(z.string(), z.unknown()).catch({}),
    'psr-0': z.record(z.string(), z.unknown()).catch({})
  })
  .partial()
  .catch({})

/** The packages of a composer.lock with their namespaces; none for any other text. */
export function classPackages(composerLockText: string): readonly ClassPackage[] {
  try {
    return lockedPackages(composerLockText).map((locked) => {
      const { 'psr-4': psr4 = {}, 'psr-0': psr0 = {} } = autoload.parse(locked['autoload'])
      return { name: locked.name, prefixes: [...Object.keys(psr4), ...Object.keys(psr0)].filter((prefix) => prefix) }
    })
  } catch {
    return []
  }
}

/**
 * Whose code an error is about; an extension takes precedence over the product: the package of a path in vendor, the
 * module of a path in app/code, the package of a class, otherwise the module in its name. Null if only the product's
 * own code is named.
 */
export function findOffendingPackage(text: string, packages: readonly ClassPackage[]): string | null {
  const vendor = [...text.matchAll(/\bvendor\/([a-z0-9][\w.-]*\/[a-z0-9][\w.-]*)\//g)].map(([, name = '']) => name)
  const own = /\bapp\/code\/[A-Z]\w*\/[A-Z]\w*(?=\/)/.exec(text)?.[0]
  const classes = [...text.matchAll(/\b[A-Z]\w*(?:\\{1,2}\w+)+/g)].map(([name]) => name.replaceAll('\\\\', '\\'))
  const known = classes.flatMap((name) => packageOf(name, packages) ?? [])
  const module = classes.flatMap((name) => {
    const [vendorName = '', moduleName] = name.split('\\')
    return moduleName === undefined || isFramework(vendorName) ? [] : [`${vendorName}_${moduleName}`]
  })
  return [...vendor, own ?? '', ...known].find((name) => name !== '' && !isFramework(name)) ?? module[0] ?? null
}

function packageOf(className: string, packages: readonly ClassPackage[]): string | null {
  const fits = packages
    .flatMap(({ name, prefixes }) => prefixes.map((prefix) => ({ name, prefix })))
    .filter(({ prefix }) => className.startsWith(prefix))
  return fits.sort((a, b) => b.prefix.length - a.prefix.length)[0]?.name ?? null
}

// Framework code is on every stack trace, and never at fault for an upgrade.
function isFramework(name: string): boolean {
  return /^(?:magento|composer|symfony|laminas|zend|zendframework|monolog|psr|guzzlehttp|webonyx|colinmollenhour)\b/i.test(
    name
  )
}
