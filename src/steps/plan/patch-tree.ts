import { mapEntries, trimDestination } from '../../project/marshaling-lock.js'
import { filterRootForMarshaling } from '../../project/marshaling-root.js'
import { readLock, reducedLock } from '../../project/composer-lock.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import { composerFailure } from '../../project/composer-failure.js'

/** composer.json and composer.lock of the target. */
export interface TargetFiles {
  readonly composerJson: string
  readonly composerLock: string
}

/** Installs packages of the target's lock in `folder`, files only: none of their code runs. */
export async function installFiles(
  { composer, files }: { readonly composer: Composer; readonly files: Files },
  folder: string,
  target: TargetFiles,
  names: ReadonlySet<string>
): Promise<void> {
  await files.write(files.join(folder, 'composer.json'), filterRootForMarshaling(target.composerJson))
  await files.write(files.join(folder, 'composer.lock'), reducedLock(target.composerLock, names))
  const quiet = ['--no-plugins', '--no-scripts', '--no-autoloader', '--no-dev', '--no-progress']
  const result = await composer.run(folder, ['install', '--ignore-platform-reqs', ...quiet])
  if (result.exitCode !== 0) throw composerFailure(result)
}

/** Source of the files of a path: a package, with the path in it, or the project itself. */
type Origin = { readonly package: string; readonly path: string } | null

/** Finds the origin of paths that patches touch: `vendor/` has packages, and packages map files into the project. */
export function originFinder({ composerJson, composerLock }: TargetFiles): (path: string) => Origin {
  const maps = mapEntries(composerLock, composerJson).flatMap(({ package: name, entries }) =>
    entries.map(([source, destination]) => ({
      name,
      source: trimDestination(source),
      destination: trimDestination(destination)
    }))
  )
  return (path) => {
    const [, name, rest = ''] = /^vendor\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? []
    if (name !== undefined) return { package: name, path: rest }
    const map = maps.find(({ destination }) => path === destination || path.startsWith(`${destination}/`))
    return map ? { package: map.name, path: map.source + path.slice(map.destination.length) } : null
  }
}

/** Names of the target's packages whose files are not available here. */
export function unreadablePackages({ composerLock }: TargetFiles): ReadonlySet<string> {
  const packages = readLock(composerLock).packages
  const away = packages.filter(({ dist, source }) => dist?.['type'] === 'path' || (dist == null && source == null))
  return new Set(away.map(({ name }) => name))
}
