import { z } from 'zod'
import { readJson } from './read-json.js'
import { oncePerText } from './once-per-text.js'

/** PHP writes an empty map as `[]`, so both forms have to be read. */
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

/** What is read of a composer.lock. */
export type ComposerLock = z.infer<typeof composerLock>

/** Reads a composer.lock. Throws UpgradeError `preflight-failed` that names the line, as {@link readJson} does. */
export const readLock = oncePerText((text): ComposerLock => readJson('composer.lock', text, composerLock))
