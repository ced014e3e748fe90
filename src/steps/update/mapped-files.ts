import { mapEntries, trimDestination } from '../../project/marshaling-lock.js'
import type { Files } from '../../tools/files.js'
import { namePattern } from '../../project/name-pattern.js'

/** The marshaled files of a version: path in the project to the file in vendor/ that it is a copy of. */
export type MappedFiles = ReadonlyMap<string, string>

/**
 * The files that the installed packages of `lockText` map into the checkout, each at the place where marshaling put it;
 * a file that was not found is listed at the place where it belongs.
 */
export async function mappedFiles(
  files: Files,
  folder: string,
  lockText: string,
  composerJsonText: string
): Promise<MappedFiles> {
  const entries = mapEntries(lockText, composerJsonText).flatMap(({ package: name, entries }) =>
    entries.map(([source, destination]) => ({ root: files.join(folder, 'vendor', name), source, destination }))
  )
  const lists = await Promise.all(entries.map((entry) => expand(files, folder, entry)))
  return new Map(lists.flat())
}

interface Entry {
  readonly root: string
  readonly source: string
  readonly destination: string
}

async function expand(files: Files, folder: string, entry: Entry): Promise<readonly (readonly [string, string])[]> {
  const sources = await matches(files, entry)
  const placed = sources.map(async ({ path, intoFolder }) => {
    const mayNest = intoFolder || baseName(path) !== baseName(trimDestination(entry.destination))
    const found = await files.list(path)
    const whole = trimDestination(entry.destination)
    return Promise.all(
      found.map(async (file): Promise<(readonly [string, string])[]> => {
        const plain = intoFolder ? `${whole}/${baseName(path)}` : whole
        const source = file === '' ? path : files.join(path, file)
        const present = mayNest
          ? await presentAt(files, folder, { plain, name: baseName(path), file })
          : [trimDestination(`${plain}/${file}`)]
        return present.map((place) => [place, source] as const)
      })
    )
  })
  return (await Promise.all(placed)).flat(2)
}

/** The files and folders that a map's source matches; the matches of a wildcard go into the destination. */
async function matches(
  files: Files,
  { root, source, destination }: Entry
): Promise<readonly { readonly path: string; readonly intoFolder: boolean }[]> {
  const path = files.join(root, trimDestination(source))
  if (await files.exists(path)) {
    const isFile = (await files.list(path))[0] === ''
    return [{ path, intoFolder: isFile && destination.endsWith('/') }]
  }
  const found = await expandGlob(files, root, trimDestination(source))
  return found.map((match) => ({ path: match, intoFolder: true }))
}

// How often marshaling may have nested a folder into itself: once with each installation that found it there.
const depths = [0, 1, 2, 3]

/**
 * Location of a file. A folder that was in the project already may have been copied into itself, under its source's
 * name: the plugin does so if the names differ or a wildcard matched it.
 */
async function presentAt(
  files: Files,
  folder: string,
  { plain, name, file }: { readonly plain: string; readonly name: string; readonly file: string }
): Promise<readonly string[]> {
  const places = depths.map((depth) =>
    trimDestination([plain, ...Array.from({ length: depth }, () => name), file].join('/'))
  )
  const there = await Promise.all(places.map((place) => files.isFile(files.join(folder, place))))
  const found = places.filter((_, index) => there[index])
  return found.length > 0 ? found : [places[0] ?? plain]
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * The paths in `root` that match a pattern of PHP's `glob`: `*`, `?` and `[a-z]` within one name, and names that start
 * with a dot only if the pattern does.
 */
export async function expandGlob(files: Files, root: string, pattern: string): Promise<readonly string[]> {
  let found: readonly string[] = [root]
  for (const part of pattern.split('/')) {
    const name = namePattern(part)
    const next = found.map(async (folder) =>
      (await files.names(folder)).filter((entry) => name.test(entry)).map((entry) => files.join(folder, entry))
    )
    found = (await Promise.all(next)).flat()
  }
  return found
}
