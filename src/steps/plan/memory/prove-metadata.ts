import { z } from 'zod'
import type { ListedRepository } from '../../../project/read-repositories.js'
import type { RepositoryShape } from '../../../project/repository-shape.js'
import { sha256, type RepositoryFile } from '../../../tools/composer/repository-file.js'
import type { ComposerCache } from '../../../tools/composer/composer-cache.js'
import type { AskRepository, Proof } from './proof.js'

/** A repository with one file for each package. */
interface MetadataRepository {
  readonly repository: ListedRepository
  readonly shape: RepositoryShape
  readonly index: RepositoryFile
  readonly cache: ComposerCache | null
  /** Every package that Composer may have requested from it. */
  readonly names: ReadonlySet<string>
}

const kept = z.looseObject({ 'last-modified': z.string() })
// Times of change are given in seconds, so a second change within that time may go unnoticed.
const settleMilliseconds = 60_000
const atOnce = 32

/** Proofs for each file that Composer has read, and for each that it may have requested in vain. */
export async function proveMetadata(ask: AskRepository, given: MetadataRepository): Promise<readonly Proof[] | null> {
  const { index, cache, names } = given
  if (cache === null || index.date === null) return null
  const before = index.date - settleMilliseconds
  const open = wanted(names, cache.hasDev)
  const proofs: Proof[] = []
  const doubts: string[] = []
  const work = async (): Promise<void> => {
    for (let name = open.pop(); name !== undefined && doubts.length === 0; name = open.pop()) {
      const url = metadataUrl(given, name)
      const text = await cache.text(`provider-${name.replace('/', '~')}.json`)
      const found = text === null ? await proveAbsent(ask, url, before) : proveRead(text, url, before)
      if (found === null) doubts.push(name)
      else proofs.push(...found)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return doubts.length === 0 ? proofs : null
}

function wanted(names: ReadonlySet<string>, hasDev: boolean): string[] {
  return [...names].flatMap((name) => (hasDev ? [name, `${name}~dev`] : [name]))
}

function metadataUrl({ repository, shape }: MetadataRepository, name: string): string {
  return new URL((shape.metadataUrl ?? '').replaceAll('%package%', name), repository.url).href
}

/** Composer keeps the time of the last change in the file, or the file as received. */
function proveRead(text: string, url: string, before: number): readonly Proof[] | null {
  if (!text.includes('"last-modified"')) return [{ url, kind: 'content', value: sha256(text) }]
  const read = kept.safeParse(JSON.parse(text))
  if (!read.success) return null
  const value = read.data['last-modified']
  return Date.parse(value) < before ? [{ url, kind: 'unchanged-since', value }] : null
}

/** A file that Composer has not read: it did not exist, or nothing led Composer to it. */
async function proveAbsent(ask: AskRepository, url: string, before: number): Promise<readonly Proof[] | null> {
  const found = await ask(url)
  if (found?.status === 404) return [{ url, kind: 'missing', value: '' }]
  const existedBefore = found?.status === 200 && Date.parse(found.lastModified ?? '') < before
  return existedBefore ? [] : null
}
