import { z } from 'zod'
import type { LockedPackage } from './composer-lock.js'

const section = z.looseObject({
  config: z.looseObject({ 'allow-plugins': z.unknown().optional() }).catch({}).optional()
})

/**
 * The Composer plugins among these packages that `config.allow-plugins` allows: the first matching pattern decides, as
 * in Composer. Without the section none is allowed.
 */
export function allowedPlugins(composerJsonText: string, packages: readonly LockedPackage[]): readonly LockedPackage[] {
  const rules = section.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).config?.['allow-plugins']
  const plugins = packages.filter(({ type }) => type === 'composer-plugin' || type === 'composer-installer')
  if (typeof rules === 'boolean') return rules ? plugins : []
  const patterns = Object.entries((rules ?? {}) as Record<string, unknown>).map(
    ([pattern, allowed]) => [packagePattern(pattern), allowed === true] as const
  )
  return plugins.filter(({ name }) => patterns.find(([pattern]) => pattern.test(name))?.[1] === true)
}

/** The pattern of package names that Composer derives from `vendor/*`. */
export function packagePattern(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i')
}
