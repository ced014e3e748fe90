import { z } from 'zod'
import { allowedPlugins } from './allowed-plugins.js'
import { mapEntries } from './marshaling-lock.js'
import type { LockedPackage } from './composer-lock.js'

const record = z.record(z.string(), z.unknown()).catch({})
const root = z.looseObject({ extra: record.optional() })

/** A Composer plugin that changes packages after they are installed, with the places of its configuration. */
interface PatchSources {
  readonly plugins: readonly string[]
  /** Texts inside composer.json and the lock that name packages and patches. */
  readonly texts: readonly string[]
  /** Files and folders of the project that name them. */
  readonly paths: readonly string[]
}

/**
 * The plugins that the project lets patch packages (cweagans/composer-patches, vaimo/composer-patches and similar
 * ones), and the places that name the patched packages. Null if there is none.
 */
export function patchSources(composerJsonText: string, packages: readonly LockedPackage[]): PatchSources | null {
  const plugins = allowedPlugins(composerJsonText, packages)
    .map(({ name }) => name)
    .filter((name) => /patch/i.test(name) && !name.startsWith('magento/'))
  if (plugins.length === 0) return null
  const extra = root.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).extra ?? {}
  const own = record.parse(extra['composer-patches'])
  const named = ['patches-file', 'patches-search'].flatMap((key) => [extra[key], own[key]]).flat()
  return {
    plugins,
    texts: [extra['patches'], ...packages.map((locked) => locked.extra['patches'])].flatMap((patches) =>
      patches === undefined ? [] : JSON.stringify(patches, null, 1).replaceAll('\\/', '/')
    ),
    // cweagans/composer-patches 2.x reads these two by default.
    paths: [...named.filter((path) => typeof path === 'string'), 'patches.json', 'patches.lock.json']
  }
}

/** The packages with a map that one of these texts names. */
export function patchedCarriers(
  texts: readonly string[],
  lock: { readonly composerJson: string; readonly composerLock: string }
): readonly string[] {
  const carriers = mapEntries(lock.composerLock, lock.composerJson).map(({ package: name }) => name)
  return carriers.filter((name) => texts.some((text) => text.includes(name)))
}
