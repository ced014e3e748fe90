import { readLock } from './locked-package.js'

/**
 * A composer.lock with these packages alone and nothing that they require, for their files: metapackages, which have
 * none, and those from path repositories, which lie elsewhere, are left out.
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
