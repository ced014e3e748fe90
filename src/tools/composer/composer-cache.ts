import { createHash } from 'node:crypto'
import type { ComposerRepository } from '../../project/composer-repositories.js'
import { tellsOfAdvisories } from '../../project/repository-shape.js'
import { parsed } from '../../project/read-json.js'
import type { Files } from '../files.js'

/** What Composer's cache has of one repository. */
export interface ComposerCache {
  readonly keys: readonly string[]
  /** Package name to the key of its file, without those for development versions. */
  readonly packages: ReadonlyMap<string, string>
  /** Whether there are files for development versions. */
  readonly hasDev: boolean
  text(key: string): Promise<string | null>
  json(key: string): Promise<unknown>
  sha1(key: string): Promise<string | null>
}

/** Composer's cache of a repository (ComposerRepository::__construct names the folder), or null if there is not one. */
export async function openComposerCache(
  files: Files,
  cacheFolder: string,
  { url, inUrl }: ComposerRepository
): Promise<ComposerCache | null> {
  const root = files.join(cacheFolder, 'repo')
  const [scheme = '', rest = ''] = url.replace(/\/+$/, '').split('://')
  const place = plain(rest)
  const found = (await files.names(root)).filter((name) =>
    inUrl === null ? name === `${scheme}---${place}` : name.startsWith(scheme) && name.endsWith(`-${place}`)
  )
  const [name] = found
  if (name === undefined || found.length > 1) return null
  const folder = files.join(root, name)
  const keys = await files.names(folder)
  const text = (key: string): Promise<string | null> =>
    files.read(files.join(folder, key.replace(/[^a-z0-9.$~_]/gi, '-')))
  return {
    keys,
    packages: new Map(keys.flatMap((key) => packageOf(key).map((found) => [found, key] as const))),
    hasDev: keys.some((key) => key.endsWith('~dev.json')),
    text,
    json: async (key) => parsed((await text(key)) ?? ''),
    sha1: async (key) => {
      const content = await text(key)
      return content === null ? null : createHash('sha1').update(content).digest('hex')
    }
  }
}

/**
 * Whether one of the repositories that Composer has asked lists advisories, by the indexes in its cache; null if it has
 * asked none.
 */
export async function anyAdvises(files: Files, cacheFolder: string): Promise<boolean | null> {
  const root = files.join(cacheFolder, 'repo')
  const read = async (name: string): Promise<string | null> => files.read(files.join(root, name, 'packages.json'))
  const indexes = (await Promise.all((await files.names(root)).map(read))).filter((text) => text !== null)
  return indexes.length === 0 ? null : indexes.some(advises)
}

function advises(index: string): boolean {
  // Most repositories have none, and an index may be large.
  return index.includes('"security-advisories"') && tellsOfAdvisories(parsed(index))
}

function packageOf(key: string): string[] {
  const [, vendor = '', name = ''] = /^provider-([^~$]+)[~$]([^~$]+)\.json$/.exec(key) ?? []
  return vendor === '' ? [] : [`${vendor}/${name}`]
}

function plain(text: string): string {
  return text.replace(/[^a-z0-9.]/gi, '-')
}
