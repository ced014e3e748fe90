import { isHashedListing, repositoryShape, type RepositoryShape } from '../../../project/repository-shape.js'
import { requiredNames } from '../../../project/required-names.js'
import { parsed } from '../../../project/read-json.js'
import { packagesUrl } from '../../../project/composer-repositories.js'
import type { ListedRepository } from '../../../project/read-repositories.js'
import type { Files } from '../../../tools/files.js'
import type { RepositoryFile } from '../../../tools/composer/repository-file.js'
import { openComposerCache, type ComposerCache } from '../../../tools/composer/composer-cache.js'
import type { AskRepository, Proof } from './proof.js'
import { proveMetadata } from './prove-metadata.js'

/** A repository with its index, which was fetched before Composer started. */
export interface AskedRepository {
  readonly repository: ListedRepository
  readonly index: RepositoryFile
}

/** The same, parsed. */
interface KnownRepository extends AskedRepository {
  readonly shape: RepositoryShape
}

/** Fetches the index of each repository; null if one has none. */
export async function askForIndexes(
  ask: AskRepository,
  repositories: readonly ListedRepository[]
): Promise<readonly AskedRepository[] | null> {
  const asked = await Promise.all(
    repositories.map(async (repository) => {
      const index = await ask(packagesUrl(repository.url))
      return index?.status === 200 ? { repository, index } : null
    })
  )
  return asked.includes(null) ? null : asked.flatMap((one) => one ?? [])
}

/** Proofs of the indexes alone. */
export function indexProofs(asked: readonly AskedRepository[]): readonly Proof[] {
  return asked.map(({ repository, index }) => ({
    url: packagesUrl(repository.url),
    kind: 'content',
    value: index.sha256
  }))
}

/** What proofs are collected from. */
interface Evidence {
  readonly ask: AskRepository
  readonly files: Files
  /** Composer's own cache, which was empty when it started. */
  readonly cacheFolder: string
  readonly asked: readonly AskedRepository[]
  /** composer.json and composer.lock before Composer ran. */
  readonly project: { readonly composerJson: string; readonly composerLock: string }
  /** Packages to look up in every repository. */
  readonly everywhere: readonly string[]
}

/**
 * Everything in the repositories that Composer's answers depend on; null if that is not known for sure. The indexes are
 * older than the answers, and everything else is what Composer itself has read, so a change in between is noticed next
 * time.
 */
export async function collectProofs(evidence: Evidence): Promise<readonly Proof[] | null> {
  const { files, cacheFolder, project } = evidence
  const asked = known(evidence.asked)
  if (asked === null) return null
  const caches = await Promise.all(asked.map(({ repository }) => openComposerCache(files, cacheFolder, repository)))
  const lazy = asked.some(({ shape }) => shape.metadataUrl !== null)
  const open = lazy ? await namesOf(asked, caches, project) : new Set<string>()
  const proofs: Proof[] = [...indexProofs(asked)]
  for (const [position, one] of asked.entries()) {
    const cache = caches[position] ?? null
    const more = await proveRest(evidence, one, { cache, names: open })
    if (more === null) return null
    proofs.push(...more)
    if (!one.repository.decides) continue
    for (const name of [...one.shape.names, ...(cache?.packages.keys() ?? [])])
      if (!evidence.everywhere.includes(name)) open.delete(name)
  }
  return proofs
}

function known(asked: readonly AskedRepository[]): readonly KnownRepository[] | null {
  const all = asked.map((one) => ({ ...one, shape: repositoryShape(parsed(one.index.text())) }))
  return all.some(({ shape }) => shape === null)
    ? null
    : all.flatMap(({ shape, ...one }) => (shape ? [{ ...one, shape }] : []))
}

async function proveRest(
  { ask }: Evidence,
  { shape, index, repository }: KnownRepository,
  { cache, names }: { readonly cache: ComposerCache | null; readonly names: ReadonlySet<string> }
): Promise<readonly Proof[] | null> {
  if (shape.metadataUrl !== null) return proveMetadata(ask, { shape, index, repository, cache, names })
  const listings = await Promise.all(
    shape.providerIncludes.map(async (name) => isHashedListing(await cache?.json(name.replace(/%hash%|\$/g, ''))))
  )
  const included = await Promise.all(
    Object.entries(shape.includes).map(async ([name, sha1]) => (await cache?.sha1(name)) === sha1)
  )
  return [...listings, ...included].every(Boolean) ? [] : null
}

async function namesOf(
  asked: readonly KnownRepository[],
  caches: readonly (ComposerCache | null)[],
  { composerJson, composerLock }: Evidence['project']
): Promise<Set<string>> {
  const names = new Set<string>()
  const texts = [composerJson, composerLock, ...asked.map(({ index }) => index.text())]
  for (const text of texts) requiredNames(parsed(text), names)
  for (const cache of caches) for (const key of cache?.keys ?? []) requiredNames(await cache?.json(key), names)
  return names
}
