import { z } from 'zod'

const hash = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const hashed = z.record(z.string(), z.looseObject({ sha256: hash(64) }))
const list = z.record(z.string(), z.unknown()).or(z.array(z.unknown()))
const filled = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length > 0

const index = z.looseObject({
  packages: list.optional(),
  includes: z
    .record(z.string(), z.looseObject({ sha1: hash(40) }))
    .or(z.tuple([]))
    .optional(),
  providers: hashed.or(z.tuple([])).optional(),
  'provider-includes': hashed.or(z.tuple([])).optional(),
  'providers-lazy-url': z.undefined().optional(),
  'providers-url': z.string().optional(),
  'metadata-url': z.string().optional(),
  'security-advisories': z.unknown().optional(),
  filter: z.unknown().optional()
})

/** How a Composer repository hands out its packages, as far as it decides what proves that nothing has changed. */
export interface RepositoryShape {
  /**
   * The address of one package's file, which has to be asked for each package; null where all hangs on the index: its
   * packages, or the hashes of the files that hold them, which Composer itself then takes from its cache unasked.
   */
  readonly metadataUrl: string | null
  /** Files of the index that are named with their sha1, which Composer does not check. */
  readonly includes: Readonly<Record<string, string>>
  /** Files of the index that list the hashes of packages. */
  readonly providerIncludes: readonly string[]
  /** Whether it also answers questions about advisories or blocked packages, which newer releases of Composer ask. */
  readonly advises: boolean
  /** Names of the packages that the index itself holds, in lower case. */
  readonly names: ReadonlySet<string>
}

/** The shape of a `packages.json`, or null where no hash would tell of a change; see Composer's own ComposerRepository. */
export function repositoryShape(content: unknown): RepositoryShape | null {
  const read = index.safeParse(content)
  if (!read.success) return null
  const { data } = read
  const metadataUrl = data['metadata-url'] ?? null
  // The oldest form of all has nothing but packages at its top.
  if (metadataUrl === null && !data.packages && !data.includes && !data.providers && !data['provider-includes'])
    return null
  const includes = Object.entries(data.includes ?? {}).map(([name, { sha1 }]) => [name, sha1] as const)
  return {
    metadataUrl,
    includes: metadataUrl === null ? Object.fromEntries(includes) : {},
    providerIncludes: metadataUrl === null ? Object.keys(data['provider-includes'] ?? {}) : [],
    advises: filled(data['security-advisories']) || filled(data.filter),
    names: new Set(Object.keys(data.packages ?? {}).map((name) => name.toLowerCase()))
  }
}

const adviser = z.looseObject({
  'metadata-url': z.string().min(1),
  'security-advisories': z.looseObject({ metadata: z.literal(true) }).or(z.looseObject({ 'api-url': z.string() }))
})

/** Whether a repository with this index answers `composer audit`: without a metadata-url Composer does not ask it (2.5 to 2.10). */
export function tellsOfAdvisories(content: unknown): boolean {
  return adviser.safeParse(content).success
}

/** Whether a file of hashes has one for each package that it names. */
export function isHashedListing(content: unknown): boolean {
  return z.looseObject({ providers: hashed, 'provider-includes': z.undefined().optional() }).safeParse(content).success
}
