import { mapEntries, trimDestination } from '../../project/fast-lock.js'
import type { Files } from '../../tools/files.js'

/**
 * The files, relative to the checkout, that the installed base packages of `lockText` map: what marshaling
 * copies for this version. Directories are followed in vendor/, because maps name folders, not files.
 */
export async function mappedFiles(
  files: Files,
  folder: string,
  lockText: string,
  composerJsonText: string
): Promise<ReadonlySet<string>> {
  const entries = mapEntries(lockText, composerJsonText).flatMap(({ package: name, entries }) =>
    entries.map(([source, destination]) => ({ root: files.join(folder, 'vendor', name), source, destination }))
  )
  const lists = await Promise.all(entries.map((entry) => expand(files, entry)))
  return new Set(lists.flat())
}

async function expand(
  files: Files,
  entry: { readonly root: string; readonly source: string; readonly destination: string }
): Promise<readonly string[]> {
  // A glob source: everything below the folder before the wildcard is taken, which is more rather than less.
  const source = entry.source.replace(/\/?[^/]*\*.*$/, '')
  const found = await files.list(files.join(entry.root, source))
  const base = trimDestination(entry.destination)
  const target = entry.destination.endsWith('/') && found[0] === '' ? `${base}/${source.split('/').at(-1) ?? ''}` : base
  return found.map((file) => trimDestination(file === '' ? target : `${base}/${file}`))
}
