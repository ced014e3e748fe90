import { z } from 'zod'
import type { Problem } from '../errors.js'
import { packagePattern } from './allowed-plugins.js'
import { readLock, type LockedPackage } from './composer-lock.js'
import { parsed } from './read-json.js'

/** The two files of Composer. */
export interface ComposerTexts {
  readonly composerJson: string
  readonly composerLock: string
}

const section = z.looseObject({
  config: z.looseObject({ 'allow-plugins': z.unknown().optional() }).catch({}).optional()
})

/**
 * The plugins of the new lock that `config.allow-plugins` neither allows nor refuses, by name or by pattern: with them
 * `composer install` of Composer 2.2 and later fails, and so does the build (`PluginManager::isPluginAllowed`, Composer
 * 2.10). A warning instead of an error if the build may succeed: as before, or without development packages.
 */
export function unallowedPlugins(before: ComposerTexts, after: ComposerTexts): readonly Problem[] {
  const undecided = undecidedBy(after.composerJson)
  const lock = readLock(after.composerLock)
  const known = new Set(allPackages(before).map(({ name }) => name))
  const stood = undecidedBy(before.composerJson)
  const problems = (packages: readonly LockedPackage[], development: boolean): readonly Problem[] =>
    packages
      .filter(isPlugin)
      .filter(undecided)
      .map((locked) => {
        // A project without the section ran all its plugins while its lock was older than Composer 2.2.
        const asBefore = known.has(locked.name) && hasRules(before.composerJson) && stood(locked)
        return problemOf(locked, { isNew: !known.has(locked.name), asBefore, development })
      })
  return [...problems(lock.packages, false), ...problems(lock['packages-dev'] ?? [], true)]
}

function allPackages({ composerLock }: ComposerTexts): readonly LockedPackage[] {
  const lock = readLock(composerLock)
  return [...lock.packages, ...(lock['packages-dev'] ?? [])]
}

function isPlugin({ name, type, extra }: LockedPackage): boolean {
  if (type !== 'composer-plugin' && type !== 'composer-installer') return false
  // Composer skips both without an error.
  return extra['plugin-optional'] !== true && name !== 'composer/package-versions-deprecated'
}

function rulesOf(composerJson: string): unknown {
  return section.catch({}).parse(parsed(composerJson)).config?.['allow-plugins']
}

function hasRules(composerJson: string): boolean {
  return rulesOf(composerJson) !== undefined
}

function undecidedBy(composerJson: string): (plugin: LockedPackage) => boolean {
  const rules = rulesOf(composerJson)
  if (typeof rules === 'boolean') return () => false
  const patterns = Object.keys((rules ?? {}) as Record<string, unknown>).map(packagePattern)
  return ({ name }) => !patterns.some((pattern) => pattern.test(name))
}

function problemOf(
  { name, version }: LockedPackage,
  { isNew, asBefore, development }: Readonly<Record<'isNew' | 'asBefore' | 'development', boolean>>
): Problem {
  const origin = isNew ? 'which the target includes' : 'which the project already has'
  const consequence = development
    ? 'if the build also installs packages for development, it fails'
    : "the Cloud's build fails at composer install"
  return {
    id: 'plugin-not-allowed',
    severity: asBefore || development ? 'warning' : 'error',
    message: `${name} ${version}, ${origin}, is a Composer plugin that config.allow-plugins of composer.json does not name: ${consequence}.`,
    fix: `If you trust it, run composer config --no-plugins allow-plugins.${name} true (false to keep it from running), and commit composer.json.`
  }
}
