import { mapEntries, trimDestination } from '../../project/marshaling-lock.js'
import type { Files } from '../../tools/files.js'
import { namePattern } from '../../project/name-pattern.js'

/** The marshaled files of a version: path in the project to the file in vendor/ that it is a copy of. */
export type MappedFiles = ReadonlyMap<string, string>

/**
 * What the installed packages of `lockText` map into the checkout: every file where marshaling has put it, and one
 * that is nowhere under the place where it belongs.
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

/** The files and folders that a map's source stands for; what a wildcard matches goes into the destination. */
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
 * Where a file is. A folder that was in the project already may be taken inside itself, under its source's name:
 * that is the plugin's own way where the names differ or a wildcard matched it.
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
 * The paths below `root` that a pattern of PHP's `glob` matches: `*`, `?` and `[a-z]` within one name, and never a name
 * that begins with a dot where the pattern does not.
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
