import { valueAt } from './json-edit.js'
import { readLock } from './composer-lock.js'
import { namePattern } from './name-pattern.js'

/** A submodule in the tree of a commit. */
export interface Gitlink {
  /** Its path in the repository. */
  readonly path: string
  /** Its commit. */
  readonly commit: string
}

/** A submodule that contains packages of composer.json's path repositories, or may contain some. */
export interface PathSubmodule extends Gitlink {
  /** Whether composer.json or composer.lock names it; a match by a pattern, or by a package around it, is optional. */
  readonly named: boolean
}

/**
 * The submodules that packages of `type: path` repositories come from, by the addresses in composer.json (with the
 * patterns of PHP's glob) and by the packages in composer.lock from such places.
 */
export function pathSubmodules(
  composerJsonText: string,
  composerLockText: string,
  gitlinks: readonly Gitlink[]
): readonly PathSubmodule[] {
  if (gitlinks.length === 0) return []
  const urls = pathUrls(composerJsonText)
  const named = [...urls.filter((url) => !/[*?[]/.test(url)), ...lockedPaths(composerLockText)]
  return gitlinks.flatMap((gitlink) => {
    const isNamed = named.some((url) => meet(url, gitlink.path) && depth(url) >= depth(gitlink.path))
    return isNamed || urls.some((url) => meet(url, gitlink.path)) ? [{ ...gitlink, named: isNamed }] : []
  })
}

function pathUrls(composerJsonText: string): readonly string[] {
  const repositories = Object.values(Object(valueAt(composerJsonText, ['repositories'])) as Record<string, unknown>)
  return repositories.flatMap((repository) => {
    const { type, url } = Object(repository) as Record<string, unknown>
    return type === 'path' && typeof url === 'string' ? expandBraces(url) : []
  })
}

function lockedPaths(composerLockText: string): readonly string[] {
  const lock = readLock(composerLockText)
  return [...lock.packages, ...(lock['packages-dev'] ?? [])].flatMap(({ dist }) =>
    dist?.['type'] === 'path' && typeof dist['url'] === 'string' ? [dist['url']] : []
  )
}

/** Expands `a/{b,c}` as Composer does for glob; none for what no file system allows, or no project has. */
function expandBraces(url: string): readonly string[] {
  const done: string[] = []
  const open = url.length > longestPath ? [] : [url]
  for (let next = open.pop(); next !== undefined && done.length + open.length < 1000; next = open.pop()) {
    const [before, choices, after] = splitBraces(next)
    if (choices === null) done.push(before)
    else open.push(...choices.map((choice) => before + choice + after))
  }
  return done
}

const longestPath = 4096

function splitBraces(text: string): readonly [before: string, choices: readonly string[] | null, after: string] {
  const end = text.indexOf('}')
  const begin = end < 0 ? -1 : text.lastIndexOf('{', end)
  if (begin < 0) return [text, null, '']
  return [text.slice(0, begin), text.slice(begin + 1, end).split(','), text.slice(end + 1)]
}

/** Whether a package at `url` is inside the submodule at `path`, or contains it. */
function meet(url: string, path: string): boolean {
  const parts = partsOf(url)
  return !url.startsWith('/') && partsOf(path).every((name, index) => isMatch(parts[index], name))
}

function depth(url: string): number {
  return partsOf(url).length
}

function partsOf(url: string): readonly string[] {
  return url.split('/').filter((part) => part !== '' && part !== '.')
}

// A package above the submodule contains it.
function isMatch(part: string | undefined, name: string): boolean {
  return part === undefined || namePattern(part).test(name)
}
