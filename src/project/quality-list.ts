import { z } from 'zod'
import { allowsVersion } from './composer-constraint.js'
import type { LockedPackage } from './composer-lock.js'
import { oncePerText } from './once-per-text.js'
import { parsed } from './read-json.js'
import { boundedYaml } from './bounded-yaml.js'

const row = z.looseObject({
  file: z.string(),
  require: z.array(z.string()).catch([]).default([]),
  'replaced-with': z.string().nullish(),
  deprecated: z.boolean().nullish()
})
const list = z
  .record(z.string(), z.looseObject({ packages: z.record(z.string(), z.record(z.string(), row)).catch({}) }))
  .catch({})

// The real list has 1,096 ids in 700 kB: reading it again for each id of a project would take longer than the plan.
const readList = oncePerText((text) => Object.entries(list.parse(parsed(text))))

/** One patch of an id that applies to the packages of a lock. */
interface OfferedPatch {
  readonly id: string
  /** Path below `patches/` of magento/quality-patches. */
  readonly file: string
  readonly requires: readonly string[]
  readonly replacedWith: string | null
  readonly deprecated: boolean
}

/** The entries of one id in the lists of magento/quality-patches (`support-patches.json`, `community-patches.json`). */
interface Offer {
  /** Whether the list has the id at all. */
  readonly known: boolean
  readonly patches: readonly OfferedPatch[] | null
}

/**
 * The patches of an id for the packages of a lock: empty if none fits, null if a constraint is not understood.
 * ece-patches expects ids in upper case and does not change those of the setting.
 */
export function offerOf(id: string, listTexts: readonly string[], packages: readonly LockedPackage[]): Offer {
  const entries = listTexts.flatMap(readList)
  const rows = entries
    .filter(([name]) => name.toUpperCase() === id)
    .flatMap(([, { packages: by }]) =>
      Object.entries(by).flatMap(([name, found]) => Object.entries(found).map((one) => [name, ...one] as const))
    )
  const judged = rows.map(([name, constraint, found]) => ({ found, fits: fits(name, constraint, packages) }))
  const offered = judged
    .filter(({ fits }) => fits === true)
    .map(({ found }) => ({
      id,
      file: found.file,
      requires: found.require.map((name) => name.toUpperCase()),
      replacedWith: found['replaced-with'] ?? null,
      deprecated: found.deprecated ?? false
    }))
  const unclear = offered.length === 0 && judged.some(({ fits }) => fits === null)
  return { known: rows.length > 0, patches: unclear ? null : offered }
}

const required = z
  .record(z.string(), z.record(z.string(), z.record(z.string(), z.string()).catch({})).catch({}))
  .catch({})

/** The files of `patches.json` of magento/magento-cloud-patches that apply to the packages of a lock, in order. */
export function requiredPatches(listText: string, packages: readonly LockedPackage[]): readonly string[] {
  return Object.entries(required.parse(parsed(listText))).flatMap(([name, titles]) =>
    Object.values(titles).flatMap((found) =>
      Object.entries(found).flatMap(([constraint, file]) => (fits(name, constraint, packages) === true ? [file] : []))
    )
  )
}

function fits(name: string, constraint: string, packages: readonly LockedPackage[]): boolean | null {
  const locked = packages.find((found) => found.name === name)
  return locked === undefined ? false : allowsVersion(constraint, locked.version)
}

const ids = z.array(z.union([z.string(), z.number().transform(String)])).catch([])
const stage = z.looseObject({ QUALITY_PATCHES: ids.optional() }).nullish().catch(null)
const schema = z
  .looseObject({ stage: z.looseObject({ global: stage, build: stage }).nullish().catch(null) })
  .catch({ stage: null })

/**
 * The ids under QUALITY_PATCHES of `.magento.env.yaml`, as written; those of `build` win over `global`. Throws
 * UpgradeError `preflight-failed` for a file that is too large.
 */
export function readQualityIds(envYamlText: string): readonly string[] {
  const document = boundedYaml('.magento.env.yaml', envYamlText)
  if (document.errors.length > 0) return []
  const found = schema.parse(document.toJS({ maxAliasCount: 100 })).stage
  return found?.build?.QUALITY_PATCHES ?? found?.global?.QUALITY_PATCHES ?? []
}
