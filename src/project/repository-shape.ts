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

/** How a Composer repository serves its packages, as far as needed to prove that nothing has changed. */
export interface RepositoryShape {
  /**
   * The address of a package's file, which must be requested for each package; null if the index is enough: it has the
   * packages, or the hashes of their files, which Composer then takes from its cache without a request.
   */
  readonly metadataUrl: string | null
  /** Files that the index lists with their sha1, which Composer does not check. */
  readonly includes: Readonly<Record<string, string>>
  /** Files that the index lists, with the hashes of packages. */
  readonly providerIncludes: readonly string[]
  /** Whether it also answers questions about advisories or blocked packages, which newer releases of Composer ask. */
  readonly advises: boolean
  /** Names of the packages in the index itself, in lower case. */
  readonly names: ReadonlySet<string>
}

/** The shape of a `packages.json`, or null if no hash would show a change; see Composer's own ComposerRepository. */
export function repositoryShape(content: unknown): RepositoryShape | null {
  const read = index.safeParse(content)
  if (!read.success) return null
  const { data } = read
  const metadataUrl = data['metadata-url'] ?? null
  // The oldest form has only packages at its top level.
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
